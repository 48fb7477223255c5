// `npm start`: the whole product on this machine, with demo data.
import { readdirSync, watch } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { build } from "./build.mjs";
import { isStopping, main, root, run, say, seconds } from "./lib.mjs";
import { exampleSites, serveExample } from "./static.mjs";
import { requirePort, startWorker } from "./worker.mjs";

/** A port from the environment. */
function portFrom(/** @type {string} */ variable, /** @type {number} */ fallback) {
  const port = Number(process.env[variable] || fallback);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  console.error(`${variable} must be a port number, not "${process.env[variable]}".`);
  process.exit(1);
}

function announce(/** @type {string} */ api, /** @type {string} */ example) {
  const rows = [
    ["Example website", example],
    ...Object.entries(exampleSites).map(([name, what]) => [`  ${what}`, `${example}/${name}/`]),
    ["Hosted portal", `${api}/portal/login?organization=northwind`],
    ["Employees", `${api}/dashboard/login?organization=northwind`],
    ["API reference", `${api}/docs/api`],
    ["Local mail", `${api}/dev/outbox`],
  ];
  const accounts = [
    ["Northwind Dental", "ada@northwind.example   ", "portico-demo-1"],
    ["  its owner", "lena@northwind.example  ", "portico-demo-1"],
    ["Tidewater Legal", "mara@tidewater.example  ", "portico-demo-1"],
  ];
  const line = (/** @type {string[]} */ [label, ...rest]) =>
    `  ${(label ?? "").padEnd(24)}${rest.join("   ")}`;
  say(
    ["", "Portico is running.", "", ...rows.map(line), "", "  Demo accounts", ...accounts.map(line)].join(
      "\n",
    ),
  );
  say("\nCtrl-C stops everything; `npm run reset` starts over.\n");
}

/** Wrangler reloads the Worker when its code changes; the database must then have its migrations and its reads. */
function migrateOnChange(/** @type {string} */ adminUrl) {
  const source = join(root, "worker", "src");
  const script = join(root, "packages", "tooling", "prepare-local.mjs");
  const env = { ...process.env, DATABASE_URL: adminUrl };
  const watched = new Set();
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const migrate = async () => {
    watchFolders();
    const { output } = await run(process.execPath, ["--no-warnings", script], { env });
    if (output.trim()) say(output.trim());
  };
  const onChange = () => {
    clearTimeout(timer);
    timer = setTimeout(migrate, 50);
  };
  // Each folder by itself: a recursive watch loses a file that an editor replaces.
  const watchFolders = () => {
    const entries = readdirSync(source, { recursive: true, withFileTypes: true });
    const folders = entries.filter((entry) => entry.isDirectory());
    for (const folder of [source, ...folders.map((entry) => join(entry.parentPath, entry.name))]) {
      if (!watched.has(folder)) watch(folder, onChange);
      watched.add(folder);
    }
  };
  watchFolders();
}

/** How mail leaves, where somebody wants to see it leave: docs/src/content/docs/guides/mail.md. */
function mailVariables() {
  const given = Object.entries(process.env).filter(([name]) => /^(?:MAIL|SMTP)_/.test(name));
  return /** @type {Record<string, string>} */ (Object.fromEntries(given));
}

/** Wrangler keeps no time: what wrangler.toml has under [triggers] happens when it is asked for. */
function everyMinute(/** @type {string} */ api) {
  const trigger = () => fetch(`${api}/cdn-cgi/local/scheduled`).catch(() => {});
  setInterval(trigger, 60_000).unref();
}

await main(async () => {
  const began = Date.now();
  const port = portFrom("PORT", 8787);
  const examplePort = portFrom("EXAMPLE_PORT", 8788);
  await requirePort(port, "PORT");
  await requirePort(examplePort, "EXAMPLE_PORT");
  say("Starting Portico (the database, the Worker, the example website) …");
  await build();
  say("Starting PostgreSQL and the Worker …");
  const env = mailVariables();
  const worker = await startWorker({ port, say, env, exampleOrigin: `http://127.0.0.1:${examplePort}` });
  const example = await serveExample(examplePort, worker.url);
  if (isStopping()) return;
  migrateOnChange(worker.adminUrl);
  everyMinute(worker.url);
  say(`Ready in ${seconds(began)}.`);
  announce(worker.url, example.url);
  // Until a signal: main() answers it.
  await new Promise(() => {});
});
