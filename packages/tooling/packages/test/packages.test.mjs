// The tarballs that npm would publish: what checkers say, what is in them, and what importing them does.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, normalize } from "node:path";
import { after, before, describe, test } from "node:test";
import { promisify } from "node:util";
import { build } from "esbuild";
import { root } from "../../lib.mjs";
import { checkTypes, lintPackage } from "../checks.mjs";
import { entryPoints } from "../manifest.mjs";
import { packPackages } from "../pack.mjs";
import { publicPackages, readJson } from "../workspace.mjs";

const run = promisify(execFile);
const packages = publicPackages(root);
const consumer = mkdtempSync(join(tmpdir(), "portico-packages-"));
const installed = (/** @type {string} */ name) => join(consumer, "node_modules", name);
/** @type {Map<string, import("../pack.mjs").PackedPackage>} */
const packed = new Map();

/** As npm would install it, with no more around it than it says it needs. */
async function install(/** @type {import("../pack.mjs").PackedPackage} */ { manifest, tarball }) {
  const folder = installed(manifest.name);
  mkdirSync(folder, { recursive: true });
  await run("tar", ["-xzf", tarball, "-C", folder, "--strip-components=1"]);
  for (const name of Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies })) {
    if (existsSync(installed(name)) || packages.some((one) => one.manifest.name === name)) continue;
    mkdirSync(dirname(installed(name)), { recursive: true });
    symlinkSync(join(root, "node_modules", name), installed(name), "junction");
  }
}

before(async () => {
  cpSync(join(root, "packages", "tooling", "consumers", "node"), consumer, { recursive: true });
  for (const one of await packPackages()) {
    packed.set(one.manifest.name, one);
    await install(one);
  }
});
after(() => rmSync(consumer, { recursive: true, force: true }));

/** @type {import("esbuild").Plugin} */
const fetchedLater = {
  name: "fetched-later",
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\./ }, ({ kind, path }) =>
      kind === "dynamic-import" ? { path, external: true } : undefined,
    ),
};

/** What a bundler makes of a module, without what is only fetched later: it keeps what is used, or has an effect. */
async function bundled(/** @type {string} */ contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: consumer },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    write: false,
    external: ["react"],
    plugins: [fetchedLater],
    logLevel: "error",
  });
  return outputFiles[0]?.text.trim() ?? "";
}

for (const one of packages) {
  const { name } = one.manifest;
  const folder = installed(name);
  const files = () => packed.get(name)?.packed.files.map(({ path }) => path) ?? [];

  describe(name, () => {
    test("publint has nothing to say", async () => {
      assert.deepEqual(await lintPackage(packed.get(name)?.tarball ?? ""), []);
    });

    test("its types are right for whoever imports it", async () => {
      assert.deepEqual(await checkTypes(packed.get(name)?.tarball ?? ""), []);
    });

    test("changesets publish what was put together, not the folder of the sources", () => {
      assert.deepEqual(one.manifest.publishConfig, {
        access: "public",
        provenance: true,
        directory: `../../dist/packages/${one.directory}`,
      });
    });

    test("has its README and licence, and nothing that is only ours", () => {
      for (const needed of ["README.md", "LICENSE", "package.json"])
        assert.ok(files().includes(needed), needed);
      assert.deepEqual(
        files().filter((path) => /\.test\.|\/test\/|tsconfig|embed|hosted/.test(path)),
        [],
      );
      const { exports, scripts } = readJson(join(folder, "package.json"));
      assert.equal(scripts, undefined);
      assert.ok(Object.keys(exports).every((path) => !path.includes("internal") && !path.includes("*")));
    });

    test("the links of its README lead to what comes with it", () => {
      const readme = readFileSync(join(folder, "README.md"), "utf8");
      const links = [...readme.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link]) => link ?? "");
      assert.deepEqual(
        links.filter((link) => link.startsWith("..") || !existsSync(join(folder, link))),
        [],
      );
    });

    test("every map leads to a source that comes with it", () => {
      const maps = files().filter((path) => path.endsWith(".map"));
      assert.ok(maps.length > 0);
      const lost = maps.flatMap((path) => {
        /** @type {{ sources: string[] }} */
        const { sources } = readJson(join(folder, path));
        return sources.filter((source) => !existsSync(normalize(join(folder, dirname(path), source))));
      });
      assert.deepEqual(lost, []);
    });

    test("says exactly which modules do something when they are imported", async () => {
      const { sideEffects } = readJson(join(folder, "package.json"));
      for (const { path, module } of entryPoints(one)) {
        const listed = [sideEffects]
          .flat()
          .some((glob) => glob && new RegExp(`^${glob.replace("*", "[^/]+")}$`).test(module));
        const left = await bundled(`import ${JSON.stringify(join(name, path))};`);
        assert.equal(left !== "", listed, `${path}: ${left.slice(0, 200)}`);
      }
      const registering = readdirSync(join(folder, "dist"), { recursive: true, encoding: "utf8" }).filter(
        (file) => file.endsWith(".js") && /^define\(/m.test(readFileSync(join(folder, "dist", file), "utf8")),
      );
      assert.ok(registering.every((file) => [sideEffects].flat().includes(`./dist/${dirname(file)}/*.js`)));
    });
  });
}

test("importing any module on a server does no work", async () => {
  // The Node that npm runs on, which is the machine's: the one in node_modules is newer than what packages ask for.
  const node = process.env.npm_node_execpath ?? process.execPath;
  const { stdout } = await run(node, ["check.mjs"], { cwd: consumer, timeout: 30_000 });
  assert.match(stdout, /imported \d+ modules/);
});

test("one element brings no other", async () => {
  const text = await bundled(`import { PortalTasks } from "@portico/elements"; console.log(PortalTasks);`);
  assert.ok(text.includes("portal-task-completed"));
  assert.ok(!text.includes("portal-profile-updated") && !text.includes("portal-invitation-accepted"));
});
