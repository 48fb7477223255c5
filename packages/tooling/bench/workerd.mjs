// The Worker as it is deployed, under `workerd serve`, beside a bare Worker that sends the same bytes.
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { PlainError, bin, freePort, isPortFree, onStop, root, run, stateFolder, stopChild } from "../lib.mjs";

const folder = join(stateFolder, "bench");
const text = (/** @type {string} */ value) => JSON.stringify(value);

/** Bundles the Worker exactly as a deployment would. */
export async function bundleWorker() {
  mkdirSync(join(root, "dist", "public"), { recursive: true });
  rmSync(folder, { recursive: true, force: true });
  const env = { ...process.env, CI: "1", WRANGLER_SEND_METRICS: "false", WRANGLER_HIDE_BANNER: "true" };
  const args = [bin("wrangler"), "deploy", "--dry-run", "--outdir", join(folder, "worker")];
  const { code, output } = await run(bin("node"), args, { env });
  if (code !== 0) throw new PlainError(`The Worker could not be bundled:\n${output}`);
}

/** The compatibility settings of wrangler.toml. */
function compatibility() {
  const toml = readFileSync(join(root, "wrangler.toml"), "utf8");
  const date = /^compatibility_date = (".*")$/m.exec(toml)?.[1];
  const flags = /^compatibility_flags = (\[.*\])$/m.exec(toml)?.[1];
  return `compatibilityDate = ${date}, compatibilityFlags = ${flags}`;
}

/** The bundle's modules in workerd's words: wrangler leaves one script and the WebAssembly that it imports. */
function modules() {
  const names = readdirSync(join(folder, "worker")).filter((name) => /\.(?:js|wasm)$/.test(name));
  return names
    .sort((a) => (a === "index.js" ? -1 : 1))
    .map((name) => {
      const kind = name.endsWith(".wasm") ? "wasm" : "esModule";
      return `(name = ${text(`./${name}`)}, ${kind} = embed ${text(`worker/${name}`)})`;
    });
}

/**
 * Writes a configuration and serves it.
 * @param {string} name
 * @param {(port: number) => string} services
 */
async function serve(name, services) {
  const port = await freePort();
  const file = join(folder, `${name}.capnp`);
  writeFileSync(
    file,
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [ ${services(port)} ],
  sockets = [ (name = "http", address = "127.0.0.1:${port}", http = (), service = "main") ],
);
`,
    { mode: 0o600 },
  );
  const child = spawn(join(root, "node_modules", "workerd", "bin", "workerd"), ["serve", file], {
    stdio: ["ignore", "inherit", "inherit"],
  });
  onStop(() => stopChild(child));
  let hasEnded = false;
  child.on("exit", () => (hasEnded = true));
  for (let waited = 0; await isPortFree(port); waited += 50) {
    if (hasEnded || waited > 20_000) throw new PlainError(`workerd did not start with ${file}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { port, pid: servingProcess(child.pid ?? 0), stop: () => stopChild(child) };
}

/** npm's package may put a small launcher before the program itself: the process that does the work is its child. */
function servingProcess(/** @type {number} */ pid) {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim();
    return children ? Number(children.split(" ")[0]) : pid;
  } catch {
    return pid;
  }
}

/**
 * Serves the Worker on a database.
 * @param {string} databaseUrl
 * @param {Record<string, string>} variables
 */
export function serveWorker(databaseUrl, variables) {
  const { hostname, port, username, password, pathname } = new URL(databaseUrl);
  const bindings = Object.entries(variables).map(
    ([name, value]) => `(name = ${text(name)}, text = ${text(value)})`,
  );
  // The same kind of binding that production has; caching and pooling are the pooler's.
  bindings.push(
    `(name = "HYPERDRIVE", hyperdrive = (designator = "database", database = ${text(pathname.slice(1))},
       user = ${text(username)}, password = ${text(password)}, scheme = "postgresql"))`,
    `(name = "ASSETS", service = "stub")`,
    `(name = "AUTH_RATE_LIMIT", service = "stub")`,
  );
  return serve(
    "product",
    () => `
    (name = "main", worker = (modules = [ ${modules().join(",\n      ")} ], ${compatibility()},
      bindings = [ ${bindings.join(",\n      ")} ])),
    (name = "stub", worker = (serviceWorkerScript = "addEventListener('fetch', (e) => e.respondWith(new Response('', {status: 404})))",
      ${compatibility().replace(/, compatibilityFlags.*/, "")})),
    (name = "database", external = (address = "${hostname}:${port}", tcp = ()))`,
  );
}

/**
 * Serves ready-made answers: the floor under any Worker.
 * @param {Record<string, { headers: Record<string, string>, body: string }>} answers by path
 */
export function serveBare(answers) {
  writeFileSync(join(folder, "answers.json"), JSON.stringify(answers));
  writeFileSync(
    join(folder, "bare.js"),
    `import answers from "answers.json";
export default {
  fetch(request) {
    const { headers, body } = answers[new URL(request.url).pathname];
    return new Response(body, { headers });
  },
};
`,
  );
  return serve(
    "bare",
    () => `
    (name = "main", worker = (modules = [ (name = "./bare.js", esModule = embed "bare.js"),
      (name = "answers.json", json = embed "answers.json") ], ${compatibility()}))`,
  );
}
