// What a page downloads for the neighbours' embeddable parts: each installed from npm into a folder of its own, bundled
// by esbuild as a page would have it, and gzipped. What a package loads later by `import()` is not counted.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { run, say } from "../../lib.mjs";

/**
 * Pinned where the newest release asks for something that npm does not have; `isLoose` where it asks for peers that do
 * not fit each other.
 * @typedef {{ name: string, packages: string[], code: string, isLoose?: boolean }} Neighbour
 */

const react = ["react", "react-dom"];
const mount = `import { createElement } from "react"; import { createRoot } from "react-dom/client";
  export const show = (part) => createRoot(document.body).render(createElement(part));\n`;

/** @type {Neighbour[]} */
const neighbours = [
  {
    name: "lit alone",
    packages: ["lit"],
    code: `import { LitElement, html, css } from "lit"; customElements.define("x-y", class extends LitElement { static styles = css\`p{}\`; render() { return html\`<p></p>\`; } });`,
  },
  { name: "React and ReactDOM", packages: react, code: mount },
  {
    name: "@descope/web-component",
    packages: ["@descope/web-component"],
    code: `import "@descope/web-component";`,
  },
  {
    name: "@teamhanko/hanko-elements",
    packages: ["@teamhanko/hanko-elements"],
    code: `import { register } from "@teamhanko/hanko-elements"; register("x");`,
  },
  {
    name: "@supabase/auth-ui-react, its client and React",
    packages: [...react, "@supabase/auth-ui-react", "@supabase/auth-ui-shared", "@supabase/supabase-js"],
    code: `${mount} import { Auth } from "@supabase/auth-ui-react"; import { ThemeSupa } from "@supabase/auth-ui-shared"; import { createClient } from "@supabase/supabase-js"; export const all = [Auth, ThemeSupa, createClient("https://a.example", "b")];`,
  },
  {
    name: "supertokens-auth-react and React",
    packages: [...react, "supertokens-auth-react", "supertokens-web-js"],
    code: `${mount} import SuperTokens, { SuperTokensWrapper } from "supertokens-auth-react"; import EmailPassword from "supertokens-auth-react/recipe/emailpassword"; import Session from "supertokens-auth-react/recipe/session"; import { EmailPasswordPreBuiltUI } from "supertokens-auth-react/recipe/emailpassword/prebuiltui"; export const all = [SuperTokens, SuperTokensWrapper, EmailPassword, Session, EmailPasswordPreBuiltUI];`,
  },
  {
    name: "@workos-inc/widgets, the profile, and React",
    packages: [...react, "@workos-inc/widgets", "@radix-ui/themes", "@tanstack/react-query", "swr"],
    code: `${mount} import { UserProfile, WorkOsWidgets } from "@workos-inc/widgets"; import "@radix-ui/themes/styles.css"; import "@workos-inc/widgets/styles.css"; export const all = [UserProfile, WorkOsWidgets];`,
  },
  {
    name: "@clerk/clerk-js and @clerk/ui",
    packages: [...react, "@clerk/clerk-js@6.20.0", "@clerk/ui@1.16.0", "@solana/web3.js@1"],
    isLoose: true,
    code: `import { Clerk } from "@clerk/clerk-js"; import { ui } from "@clerk/ui"; export const all = [Clerk, ui];`,
  },
  {
    name: "@medplum/react, sign-in and timeline",
    packages: [
      ...react,
      "@medplum/react",
      "@medplum/core",
      "@medplum/react-hooks",
      "@mantine/core@8",
      "@mantine/hooks@8",
      "@mantine/notifications@8",
      "@mantine/spotlight@8",
    ],
    isLoose: true,
    code: `${mount} import { SignInForm, PatientTimeline, MedplumProvider } from "@medplum/react"; import { MedplumClient } from "@medplum/core"; import "@mantine/core/styles.css"; import "@medplum/react/styles.css"; export const all = [SignInForm, PatientTimeline, MedplumProvider, MedplumClient];`,
  },
  {
    name: "@nylas/web-elements, scheduling",
    packages: ["@nylas/web-elements@2.5.9"],
    isLoose: true,
    code: `import { NylasScheduling } from "@nylas/web-elements/dist/components/nylas-scheduling.js"; export const all = [NylasScheduling];`,
  },
  {
    name: "@calcom/atoms, the booker",
    packages: [
      ...react,
      "@calcom/atoms",
      "use-sync-external-store",
      "@stripe/react-stripe-js@2",
      "@stripe/stripe-js@4",
    ],
    code: `${mount} import { Booker, CalProvider } from "@calcom/atoms"; import "@calcom/atoms/globals.min.css"; export const all = [Booker, CalProvider];`,
  },
  {
    name: "@weavy/uikit-web",
    packages: ["@weavy/uikit-web"],
    code: `import * as weavy from "@weavy/uikit-web"; export const all = weavy;`,
  },
];

/** The gzipped bytes of a bundle: what its entry needs at once, and its style sheets. */
async function bundleSize(/** @type {string} */ folder, /** @type {string} */ code) {
  const entry = join(folder, "entry.js");
  writeFileSync(entry, code);
  const outdir = join(folder, "out");
  const { metafile } = await build({
    entryPoints: [entry],
    outdir,
    bundle: true,
    minify: true,
    splitting: true,
    format: "esm",
    platform: "browser",
    metafile: true,
    logLevel: "silent",
    define: { "process.env.NODE_ENV": '"production"', global: "globalThis", "process.env": "{}" },
    loader: Object.fromEntries([".woff", ".woff2", ".ttf", ".svg", ".png"].map((type) => [type, "file"])),
  });
  const { outputs } = metafile;
  const first = Object.keys(outputs).find((file) => outputs[file]?.entryPoint?.endsWith("entry.js"));
  const files = new Set(first ? [first, ...[outputs[first]?.cssBundle ?? []].flat()] : []);
  for (const file of files)
    for (const { path, kind } of outputs[file]?.imports ?? [])
      if (kind === "import-statement" && outputs[path]) files.add(path);
  return [...files].reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0);
}

/** Installs and measures one of them; undefined where that does not work any more, and it is said why. */
async function weigh(/** @type {Neighbour} */ { name, packages, code, isLoose = false }) {
  const folder = mkdtempSync(join(tmpdir(), "portico-neighbour-"));
  try {
    mkdirSync(join(folder, "out"));
    writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
    const args = ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error", ...packages];
    const { code: failed } = await run("npm", [...args, `--legacy-peer-deps=${isLoose}`], { cwd: folder });
    if (failed) throw new Error("npm could not install it");
    return { name, size: await bundleSize(folder, code) };
  } catch (error) {
    const [line] = String(error instanceof Error ? error.message : error)
      .split("\n")
      .slice(0, 3);
    say(`  ${name}: not measured (${line})`);
    return undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Each of them, one after the other. */
export async function weighNeighbours() {
  const weights = [];
  for (const neighbour of neighbours) {
    const weight = await weigh(neighbour);
    if (!weight) continue;
    say(`  ${weight.name}: ${(weight.size / 1000).toFixed(1)} kB`);
    weights.push(weight);
  }
  return weights;
}
