// `npm start`: the whole product on this machine, with demo data.
import process from "node:process";
import { build } from "./build.mjs";
import { isStopping, main, say, seconds } from "./lib.mjs";
import { serveExample } from "./static.mjs";
import { requirePort, startWorker } from "./worker.mjs";

/** A port from the environment. */
function portFrom(/** @type {string} */ variable, /** @type {number} */ fallback) {
  const port = Number(process.env[variable] || fallback);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  console.error(`${variable} must be a port number, not "${process.env[variable]}".`);
  process.exit(1);
}

function announce(/** @type {string} */ api, /** @type {string | undefined} */ example) {
  const rows = [
    ...(example ? [["Example website", example]] : []),
    ["Hosted portal", `${api}/portal/login?organization=northwind`],
    ["API reference", `${api}/docs/api`],
    ["Local mail", `${api}/dev/outbox`],
  ];
  const accounts = [
    ["Northwind Dental", "ada@northwind.example   ", "portico-demo-1"],
    ["Tidewater Legal", "mara@tidewater.example  ", "portico-demo-1"],
  ];
  const line = (/** @type {string[]} */ [label, ...rest]) =>
    `  ${(label ?? "").padEnd(18)}${rest.join("   ")}`;
  say(
    ["", "Portico is running.", "", ...rows.map(line), "", "  Demo accounts", ...accounts.map(line)].join(
      "\n",
    ),
  );
  say("\nCtrl-C stops everything; `npm run reset` starts over.\n");
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
  const worker = await startWorker({ port, say, exampleOrigin: `http://127.0.0.1:${examplePort}` });
  const example = await serveExample(examplePort, worker.url);
  if (isStopping()) return;
  say(`Ready in ${seconds(began)}.`);
  announce(worker.url, example?.url);
  // Until a signal: main() answers it.
  await new Promise(() => {});
});
