// Starts the Worker in workerd, on a migrated database: for `npm start`, the tests and the examples alike.
import { spawn } from "node:child_process";
import { createWriteStream, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import postgres from "postgres";
import {
  PlainError,
  deployedBundle,
  freePort,
  isPortFree,
  isStopping,
  localBundle,
  onStop,
  root,
  stateFolder,
  stopChild,
} from "./lib.mjs";
import { startPostgres } from "./postgres.mjs";
import { newSigningKeys, randomText } from "./secrets.mjs";

/** Keys and secrets of this clone, made once: sessions of the demo survive a restart. */
function secrets() {
  mkdirSync(stateFolder, { recursive: true });
  const file = join(stateFolder, "secrets.json");
  if (!existsSync(file)) {
    const made = {
      signingKeys: newSigningKeys(),
      sessionSecret: randomText(32),
      workerPassword: randomText(18),
    };
    writeFileSync(file, JSON.stringify(made, null, 2), { mode: 0o600 });
  }
  return JSON.parse(readFileSync(file, "utf8"));
}

/** Loads one of the Worker's own scripts; they run under Node 24 as they are. */
const load = (/** @type {string} */ path) => import(pathToFileURL(join(root, "worker", path)).href);

/**
 * Brings a database up to date and fills the demo in when it is empty.
 * @param {string} adminUrl
 * @param {{ exampleOrigin?: string, say?: (text: string) => void }} options
 */
export async function prepareDatabase(adminUrl, { exampleOrigin, say = () => {} }) {
  const { workerPassword } = secrets();
  const { migrate } = await load("src/migrate.ts");
  /** @type {string[]} */
  const applied = await migrate(adminUrl, { workerPassword, development: true });
  if (applied.length > 0)
    say(`Database: applied ${applied.length === 1 ? applied[0] : `${applied.length} migrations`}.`);
  if (!existsSync(join(root, "worker", "seed", "seed.ts"))) return;
  const { seed } = await load("seed/seed.ts");
  if (await seed(adminUrl)) say("Database: demo organizations filled in.");
  if (exampleOrigin) await allowOrigin(adminUrl, exampleOrigin);
}

/** The demo organizations know the example sites' usual address; on another port it needs to be said. */
async function allowOrigin(/** @type {string} */ adminUrl, /** @type {string} */ origin) {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
  try {
    const { demoOrganizations } = await load("seed/demo-data.ts");
    for (const { organization } of demoOrganizations(new Date())) {
      const { slug } = organization;
      await sql.begin(async (tx) => {
        // Row-level security is forced, for the owner of the tables too.
        await tx`select set_config('portal.organization_id', portal.find_organization(${slug})::text, true)`;
        await tx`update portal.organizations set allowed_origins = allowed_origins || ${origin}::text
          where slug = ${slug} and not allowed_origins @> array[${origin}]::text[]`;
        await tx`update portal.organizations set portal_url = regexp_replace(portal_url, '^https?://[^/]+', ${origin})
          where slug = ${slug} and portal_url is not null`;
      });
    }
  } finally {
    await sql.end();
  }
}

/** The Worker's own login on the same database. */
function workerUrlOf(/** @type {string} */ adminUrl, /** @type {string} */ password) {
  const url = new URL(adminUrl);
  url.username = "portico_worker";
  url.password = password;
  return url.href;
}

/** Writes the Worker's variables to a file of its own: two Workers at once must not share one. */
function writeVariables(/** @type {number} */ port, /** @type {Record<string, string>} */ variables) {
  const file = join(stateFolder, `worker-${port}.env`);
  const lines = Object.entries(variables).map(([name, value]) => `${name}='${value}'`);
  writeFileSync(file, `${lines.join("\n")}\n`, { mode: 0o600 });
  return file;
}

/**
 * wrangler.toml for a Worker on this machine, perhaps with more bindings behind it: in a file of its own, whose paths
 * still lead into the repository, and with a bundle of its own, since a deployed one has no local mail page.
 */
function localConfig(/** @type {number} */ port, more = "") {
  const file = join(stateFolder, `worker-${port}.toml`);
  const text = readFileSync(join(root, "wrangler.toml"), "utf8");
  const local = text.replace(`"${deployedBundle}"`, `"${localBundle}"`);
  const moved = local.replaceAll(/"(?:\.\/)?((?:worker|dist)\/)/g, (_, path) => `"${root}/${path}`);
  writeFileSync(file, `${moved}\n${more}`);
  return file;
}

/** Refuses a port that somebody has, in words that help. */
export async function requirePort(/** @type {number} */ port, /** @type {string} */ variable) {
  // A listener on either family would answer some of the browser's requests in our place.
  const isFree = (await isPortFree(port)) && (await isPortFree(port, "::1"));
  if (isFree) return;
  const example = `${variable}=${port + 100} npm start`;
  throw new PlainError(
    `Port ${port} is taken by another program. Stop it, or choose another port: ${example}`,
  );
}

/** Polls until the Worker reaches its database, or says what it said instead. */
async function waitUntilReady(
  /** @type {string} */ url,
  /** @type {() => string | undefined} */ failure,
  patience = 120_000,
) {
  let last = "no answer";
  for (const began = Date.now(); Date.now() - began < patience;) {
    const reason = failure();
    if (reason !== undefined) throw new PlainError(reason);
    try {
      const response = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(5000) });
      if (response.ok) return;
      last = `${response.status} ${await response.text()}`;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new PlainError(`The Worker is not ready after ${patience / 1000} s: ${last}`);
}

/**
 * Starts the Worker, and the database it needs unless one is named.
 * @param {{
 *   port?: number, databaseUrl?: string, isTemporary?: boolean, isQuiet?: boolean, exampleOrigin?: string,
 *   env?: Record<string, string>, config?: string, say?: (text: string) => void
 * }} [options] `isTemporary`: on a fresh database that is deleted when stopped; `env`: more Worker variables;
 *   `config`: more of wrangler.toml;
 *   `exampleOrigin`: where the example website is served, if not at its usual address.
 * @returns {Promise<{ url: string, adminUrl: string, workerUrl: string, stop: () => Promise<void> }>}
 */
export async function startWorker(options = {}, tries = 3) {
  const { isTemporary = false, isQuiet = false, say = () => {}, env = {} } = options;
  const port = options.port ?? (await freePort());
  const kept = secrets();
  const database = options.databaseUrl
    ? { adminUrl: options.databaseUrl, stop: async () => {} }
    : await startPostgres({ isTemporary, name: isTemporary ? "test" : "data", say });
  await prepareDatabase(database.adminUrl, {
    say,
    ...(options.exampleOrigin && { exampleOrigin: options.exampleOrigin }),
  });

  const url = `http://localhost:${port}`;
  const workerUrl = workerUrlOf(database.adminUrl, kept.workerPassword);
  const variables = writeVariables(port, {
    ENVIRONMENT: "development",
    PUBLIC_URL: url,
    SIGNING_KEYS: JSON.stringify(kept.signingKeys),
    SESSION_SECRET: kept.sessionSecret,
    ...env,
  });
  mkdirSync(join(root, "dist", "public"), { recursive: true });
  const place = join(stateFolder, `worker-${port}`);
  // Wrangler's own file, not the `.bin` wrapper: a wrapper is one more process between us and workerd.
  const cli = join(root, "node_modules", "wrangler", "wrangler-dist", "cli.js");
  const args = [
    "dev",
    "--port",
    String(port),
    "--ip",
    "localhost",
    "--inspector-port",
    String(await freePort()),
  ];
  args.push("--env-file", variables, "--persist-to", place, "--log-level", "warn");
  args.push("--show-interactive-dev-session=false");
  args.push("--config", localConfig(port, options.config));
  const child = spawn(process.execPath, ["--no-warnings", cli, ...args], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      CI: "1",
      NO_COLOR: "1",
      CLOUDFLARE_CF_FETCH_ENABLED: "false",
      WRANGLER_SEND_METRICS: "false",
      WRANGLER_SEND_ERROR_REPORTS: "false",
      WRANGLER_HIDE_BANNER: "true",
      CLOUDFLARE_HYPERDRIVE_LOCAL_CONNECTION_STRING_HYPERDRIVE: workerUrl,
    },
  });
  const log = createWriteStream(join(stateFolder, `worker-${port}.log`));
  let tail = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      log.write(chunk);
      tail = (tail + chunk).slice(-6000);
      if (!isQuiet && !isStopping()) process.stderr.write(chunk);
    });
  }
  // It may say something while it stops.
  child.on("close", () => log.end());
  let hasEnded = false;
  let isStopped = false;
  child.on("exit", () => {
    hasEnded = true;
    if (!isStopped && !isStopping() && isReady) console.error("The Worker has stopped unexpectedly.");
  });
  const stop = async () => {
    isStopped = true;
    await stopChild(child);
    await database.stop();
  };
  onStop(stop);
  let isReady = false;
  try {
    await waitUntilReady(url, () =>
      hasEnded ? `The Worker did not start:\n${isQuiet ? tail : ""}` : undefined,
    );
  } catch (error) {
    // Between being found free and being used, a port may become somebody else's.
    const isTaken = options.port === undefined && tail.includes("Address already in use");
    if (!isTaken || tries === 1) throw error;
    await stop();
    return startWorker(options, tries - 1);
  }
  isReady = true;
  return { url, adminUrl: database.adminUrl, workerUrl, stop };
}
