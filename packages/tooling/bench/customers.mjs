// The customer list and search at a hundred thousand customers of one organization, beside the bare SQL: a statement
// that any login could send, without sessions and row-level security, for the same rows in the same shape.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { PgDialect } from "drizzle-orm/pg-core";
import { root } from "../lib.mjs";
import { compare, pgbenchContender, serverContender } from "./measure.mjs";
import { writeStatement } from "./pgbench.mjs";

/** @typedef {{ path: string, indexes: string, medians: Record<string, import("./measure.mjs").Medians> }} Row */

/** The one employee of the large organization. */
export const employee = {
  organizationId: "019a0000-0001-7000-8000-ffffffffffff",
  sessionId: "019a0000-0005-7000-8000-ffffffffffff",
  userId: "019a0000-0002-7000-8000-ffffffffffff",
};

const given =
  "Anna Ada Ben Clara David Emma Finn Greta Hannah Ida Jonas Karl Lena Max Nora Otto Paul Quentin Rosa Sophie Tim Ulla Vera Willi Xaver Yara Zoe Peter Maria Jan";
const family =
  "Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Werner Krause Lehmann Köhler König";
const mail = "gmail gmx web outlook yahoo posteo";

/** A word of a list, the first ones more often, the same in every run. */
const pick = (/** @type {string} */ words, /** @type {number} */ salt) =>
  `(string_to_array('${words}', ' '))[1 + floor(${words.split(" ").length} * pow(abs(hashint8(n * 31 + ${salt})) / 2147483648.0, 1.5))::int]`;

/** The statements that fill the large organization. */
export function fillLarge(/** @type {number} */ customers) {
  const { organizationId, sessionId, userId } = employee;
  return [
    `insert into portal.organizations (id, slug, name) values ('${organizationId}', 'bench-large', 'Large')`,
    `insert into portal.users (organization_id, id, email, name, role, password_hash)
       values ('${organizationId}', '${userId}', 'e@bench-large.example', 'Employee', 'EMPLOYEE', 'none')`,
    `insert into portal.sessions (organization_id, id, user_id, audience, expires_at)
       values ('${organizationId}', '${sessionId}', '${userId}', 'dashboard', now() + interval '1 day')`,
    `insert into portal.customers (organization_id, id, external_id, name, email, phone)
       select '${organizationId}', ('019a0000-0009-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'K-' || n,
              given || ' ' || family, lower(given) || n || '@' || mail || '.example', '+49 30 ' || 1000000 + n
         from (select n, ${pick(given, 1)} as given, ${pick(family, 2)} as family, ${pick(mail, 3)} as mail
                 from generate_series(1, ${customers}) n) r`,
  ];
}

const load = (/** @type {string} */ path) => import(pathToFileURL(join(root, "worker", path)).href);

/** What is asked, and what the bare SQL says in its place. */
const cases = [
  { query: "", bare: "" },
  {
    query: "cursor=MIDDLE",
    bare: "and (c.sort_name, c.id) > ('maria', '00000000-0000-0000-0000-000000000000'::uuid)",
  },
  ...["e", "anna mull", "anna peter", "k-4711", "030 1004711", "nobody"].map((q) => ({
    query: `q=${encodeURIComponent(q)}`,
    bare: `and c.words @@ portal.customer_query('${employee.organizationId}', '${q}', 0)`,
  })),
];

/**
 * Measures each on one connection: the Worker over HTTP, the statement that it sends, and the bare SQL.
 * @param {{
 *   adminUrl: string, workerUrl: string, bypassUrl: string, token: string, seconds: number, rounds: number,
 *   generate: ReturnType<typeof import("./measure.mjs").startGenerator>, product: import("./measure.mjs").Server,
 * }} options
 * @returns {Promise<Row[]>}
 */
export async function measureCustomers(options) {
  const { listCustomers } = await load("src/features/customers/dashboard.queries.ts");
  const { customerRecordJson } = await load("src/db/wire.ts");
  const { plansOf } = await load("test/plans.ts");
  const json = new PgDialect().sqlToQuery(customerRecordJson).sql;
  const { organizationId: organization, sessionId: session } = employee;
  const rows = [];
  for (const [number, { query, bare }] of cases.entries()) {
    const position = ["maria", "00000000-0000-0000-0000-000000000000"];
    const cursor = Buffer.from(JSON.stringify(position)).toString("base64url");
    const q = new URLSearchParams(query).get("q");
    const [after, afterId] = query.startsWith("cursor") ? position : [null, null];
    const whose = { organization, session, audience: "dashboard", origin: null, previewed: null };
    const values = { ...whose, limit: 20, after, afterId, q, account: null };
    const read = listCustomers[q === null ? "all" : "found"];
    const text = `select coalesce(json_agg(r.item), '[]') from (select ${json} as item from portal.customers c
      where c.organization_id = '${organization}' ${bare} order by c.sort_name, c.id limit 21) r`;
    const path = `/dashboard/customers?${query.replace("MIDDLE", cursor)}`;
    const { seconds, generate, product } = options;
    const load = { path, tokens: [options.token], connections: 1, milliseconds: seconds * 1000, limit: 1e6 };
    const pgbench = { mode: /** @type {const} */ ("prepared"), connections: 1, seconds };
    await generate({ ...load, port: product.port, milliseconds: 300 });
    const medians = await compare(
      `GET ${path}`,
      [
        serverContender("Worker", generate, product, load),
        pgbenchContender("statement", {
          ...pgbench,
          url: options.workerUrl,
          file: writeStatement(`customers-${number}`, read.bind(values)),
        }),
        pgbenchContender("bare SQL", {
          ...pgbench,
          url: options.bypassUrl,
          file: writeStatement(`customers-${number}-bare`, { text }),
        }),
      ],
      options.rounds,
    );
    /** @type {{ nodes: import("../../../worker/test/plans.ts").Plan[] }} */
    const { nodes } = await plansOf(options.adminUrl, read, values);
    const used = new Set(nodes.map((node) => node["Index Name"] ?? ""));
    const indexes = ["customers_name", "customers_words"].filter((index) => used.has(index)).join(", ");
    rows.push({ path: path.replace(cursor, "…"), indexes, medians });
  }
  return rows;
}
