// `npm run bench`: what the Worker answers a second on a database of a real size, as ratios taken in one run.
// `-- --quick` tries everything with little data and writes nothing.
import { generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { pathToFileURL } from "node:url";
import postgres from "postgres";
import { employee, measureCustomers } from "./bench/customers.mjs";
import { perCustomer, prepareData } from "./bench/data.mjs";
import { explainLists } from "./bench/explain.mjs";
import { compare, pgbenchContender, serverContender, startGenerator } from "./bench/measure.mjs";
import { findPgbench, writeScript } from "./bench/pgbench.mjs";
import { startPooler } from "./bench/pooler.mjs";
import { keep, render } from "./bench/report.mjs";
import { measuredStatements } from "./bench/statements.mjs";
import { measureSync } from "./bench/sync.mjs";
import { bundleWorker, serveBare, serveWorker } from "./bench/workerd.mjs";
import { PlainError, main, root, say } from "./lib.mjs";
import { databaseFolder, startPostgres } from "./postgres.mjs";

const publicUrl = "http://localhost:8787";

/** A database of the bench's own, with memory enough for its data. */
async function startDatabase(/** @type {string} */ name) {
  // Never a database that somebody named: this one is emptied and filled at will.
  delete process.env.DATABASE_URL;
  const options = { name, say };
  const first = await startPostgres(options);
  const sql = postgres(first.adminUrl, { max: 1, onnotice: () => {} });
  const [setting] = await sql`show shared_buffers`;
  if (setting?.shared_buffers === "1GB") {
    await sql.end();
    return first;
  }
  await sql`alter system set shared_buffers = '1GB'`;
  await sql`alter system set max_wal_size = '4GB'`;
  await sql.end();
  await first.stop();
  return startPostgres(options);
}

/** The Worker's password is kept, as a pooler or an earlier run may still use it. */
function workerPassword(/** @type {string} */ name) {
  const file = join(databaseFolder(), `${name}.worker-password`);
  if (!existsSync(file)) writeFileSync(file, randomBytes(18).toString("base64url"), { mode: 0o600 });
  return readFileSync(file, "utf8");
}

const encode = (/** @type {object} */ value) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** A key of the bench's own, and the access tokens that it signs. */
function newKey() {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const jwk = { ...privateKey.export({ format: "jwk" }), kid: "bench" };
  const token = (/** @type {import("./bench/data.mjs").Session} */ session, aud = "portal") => {
    const now = Math.floor(Date.now() / 1000);
    const head = encode({ alg: "ES256", kid: "bench", typ: "at+jwt" });
    const { organizationId: org, sessionId: sid, userId: sub } = session;
    const claims = encode({ org, sid, sub, iss: publicUrl, aud, iat: now, exp: now + 7200 });
    const signature = sign("sha256", Buffer.from(`${head}.${claims}`), {
      key: privateKey,
      dsaEncoding: "ieee-p1363",
    });
    return `${head}.${claims}.${signature.toString("base64url")}`;
  };
  return { jwk, token };
}

/** What the product answers, to be sent by the bare Worker too. */
async function readAnswer(
  /** @type {number} */ port,
  /** @type {string} */ path,
  /** @type {string} */ token,
) {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  const body = await response.text();
  if (response.status !== 200) throw new PlainError(`GET ${path}: ${response.status} ${body}`);
  const headers = Object.fromEntries(response.headers);
  for (const name of ["content-length", "date", "connection", "transfer-encoding"]) delete headers[name];
  return { headers, body };
}

/** A login that policies do not hold for, with the rights of the Worker's own. */
async function makeBypass(/** @type {string} */ adminUrl, /** @type {string} */ password) {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
  await sql.unsafe(`
    do $$ begin
      if not exists (select from pg_roles where rolname = 'portico_bench') then
        create role portico_bench login bypassrls in role portico_worker;
      end if;
    end $$;
    alter role portico_bench password '${password}'`);
  await sql.end();
}

const withUser = (/** @type {string} */ url, /** @type {string} */ user, /** @type {string} */ password) => {
  const changed = new URL(url);
  changed.username = user;
  changed.password = password;
  return changed.href;
};

await main(async () => {
  const { values: flags } = parseArgs({
    options: {
      quick: { type: "boolean", default: false },
      seconds: { type: "string" },
      rounds: { type: "string" },
      connections: { type: "string", default: "1,16,64" },
      path: { type: "string" },
      only: { type: "boolean", default: false },
    },
  });
  const { quick } = flags;
  const amount = quick
    ? { organizations: 20, customers: 2000, sessions: 200 }
    : { organizations: 200, customers: 100_000, sessions: 400 };
  const seconds = Number(flags.seconds ?? (quick ? 1 : 3));
  const rounds = Number(flags.rounds ?? (quick ? 1 : 3));
  const name = quick ? "bench-quick" : "bench";

  const { adminUrl } = await startDatabase(name);
  const password = workerPassword(name);
  const { migrate } = await import(pathToFileURL(join(root, "worker/src/migrate.ts")).href);
  await migrate(adminUrl, { workerPassword: password, development: false });
  const { sessions, bytes } = await prepareData(adminUrl, amount, say);
  const session = sessions[0];
  if (!session) throw new PlainError("The bench's data has no session.");
  const workerUrl = withUser(adminUrl, "portico_worker", password);
  const pooler = await startPooler(workerUrl);
  const database = pooler
    ? `Through ${pooler.version}, transaction mode.`
    : "Straight to PostgreSQL: there is no pgbouncer here, so these figures are worse than production's.";
  say(database);

  say("Bundling the Worker …");
  await bundleWorker();
  const key = newKey();
  const product = await serveWorker(pooler?.url ?? workerUrl, {
    ENVIRONMENT: "production",
    MAIL_PROVIDER: "none",
    PUBLIC_URL: publicUrl,
    SIGNING_KEYS: JSON.stringify({ keys: [key.jwk] }),
    SESSION_SECRET: randomBytes(32).toString("base64url"),
  });
  const tokens = sessions.map((one) => key.token(one));
  const statements = await measuredStatements(session);
  const paths = Object.keys(statements).filter((path) => path.includes(flags.path ?? ""));
  /** @type {Parameters<typeof serveBare>[0]} */
  const answers = {};
  for (const path of paths) answers[path] = await readAnswer(product.port, path, tokens[0] ?? "");
  const bare = await serveBare(answers);
  const generate = startGenerator();

  const hasPgbench = findPgbench() !== undefined && !flags.only;
  if (!hasPgbench) say("Without pgbench: no ratios to it.");
  const rows = [];
  for (const path of paths) {
    const statement = statements[/** @type {keyof typeof statements} */ (path)];
    for (const connections of flags.connections.split(",").map(Number)) {
      const load = { path, tokens, connections, milliseconds: seconds * 1000, limit: 1_000_000 };
      // Both warm up before anything counts.
      for (const { port } of [product, bare]) await generate({ ...load, port, milliseconds: 500 });
      const contenders = [
        serverContender("Worker", generate, product, load),
        serverContender("bare", generate, bare, load),
      ];
      if (hasPgbench) {
        for (const mode of /** @type {const} */ (["prepared", "simple"])) {
          const file = writeScript(path.slice("/portal/".length), statement, session, mode);
          // Poolers in transaction mode keep no prepared statements: those go straight.
          const url = mode === "simple" ? (pooler?.url ?? workerUrl) : workerUrl;
          contenders.push(pgbenchContender(mode, { url, file, mode, connections, seconds }));
        }
      }
      const medians = await compare(`GET ${path}, ${connections} connections`, contenders, rounds);
      rows.push({ path, connections, medians });
    }
  }

  let withRls = NaN;
  let withoutRls = NaN;
  /** @type {import("./bench/customers.mjs").Row[]} */
  let customers = [];
  if (hasPgbench) {
    await makeBypass(adminUrl, password);
    const bypassUrl = withUser(adminUrl, "portico_bench", password);
    const token = key.token(employee, "dashboard");
    if (!flags.path || "/dashboard/customers".includes(flags.path))
      customers = await measureCustomers({
        adminUrl,
        workerUrl,
        bypassUrl,
        token,
        seconds,
        rounds,
        generate,
        product,
      });
    const file = writeScript("rls", statements["/portal/dashboard"], session, "prepared");
    const options = { file, mode: /** @type {const} */ ("prepared"), connections: 4, seconds };
    const contenders = [
      pgbenchContender("with", { ...options, url: workerUrl }),
      pgbenchContender("without", { ...options, url: bypassUrl }),
    ];
    const medians = await compare("the dashboard's statement, row-level security", contenders, rounds + 1);
    withRls = medians.with?.rate ?? NaN;
    withoutRls = medians.without?.rate ?? NaN;
  }

  const sync =
    !flags.path || "/dashboard/customers/batch".includes(flags.path)
      ? await measureSync({
          adminUrl,
          token: (one) => key.token(one, "dashboard"),
          amount: quick ? 1000 : 10_000,
          rounds,
          product,
        })
      : [];

  const lists = await explainLists(adminUrl, session);
  for (const list of lists)
    say(`  ${list.isUsed ? "✓" : "✗"} ${list.name}: ${list.index}, ${list.milliseconds} ms`);
  const total = amount.customers * perCustomer;
  const figures = render({
    command: "npm run bench",
    data: `${amount.customers.toLocaleString("en")} customers of ${amount.organizations} organizations, ${total.toLocaleString("en")} rows each of appointments, tasks and notes, ${(bytes / 2 ** 30).toFixed(1)} GiB; ${sessions.length} sessions asking in turn.`,
    database,
    rows,
    withRls,
    withoutRls,
    lists,
    customers,
    sync,
  });
  say(`\n${figures}`);
  if (!quick && !flags.only && !flags.path) keep(figures);
  const slow = rows.filter(
    ({ medians }) => (medians.Worker?.rate ?? 0) < 0.05 * (medians.bare?.rate ?? Infinity),
  );
  for (const { path, connections } of slow)
    say(`Below 0.05 × bare: GET ${path} at ${connections} connections.`);
  const slowBatches = sync.filter(
    ({ medians }) => (medians.batches?.rate ?? 0) < 0.2 * (medians.COPY?.rate ?? Infinity),
  );
  for (const { kind } of slowBatches) say(`Below 0.2 × COPY: a batch of ${kind}.`);
  const unindexed = customers.filter(({ indexes }) => indexes === "");
  for (const { path } of unindexed) say(`No index of customers is used: GET ${path}.`);
  const bad =
    unindexed.length > 0 ||
    lists.some((list) => !list.isUsed) ||
    withRls < 0.75 * withoutRls ||
    slow.length > 0;
  return bad && !quick ? 1 : 0;
});
