// Ten thousand records written in batches through the Worker, beside COPY into the same tables, with the same indexes,
// keys and triggers, and beside single inserts: all into organizations that are made for it and go afterwards.
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import postgres from "postgres";
import { PlainError } from "../lib.mjs";
import { compare } from "./measure.mjs";
import { cpuMicroseconds } from "./process.mjs";

/** @typedef {{ kind: string, medians: Record<string, import("./measure.mjs").Medians> }} Row */
/** @typedef {{ organizationId: string, sessionId: string, userId: string }} Session */

/** Rows of a batch: as many as it may have. */
const batchRows = 500;

/** The fields of the n-th record of a kind, as a row of a batch says them. */
const records = {
  customers: (/** @type {number} */ n) => ({
    externalId: `S-${n}`,
    name: `Customer Number ${n}`,
    email: `customer${n}@sync.example`,
    phone: `+49 30 ${1_000_000 + n}`,
    address: `Long Street ${n}\n10115 Berlin`,
  }),
  appointments: (/** @type {number} */ n) => ({
    externalId: `A-${n}`,
    customerExternalId: `S-${n}`,
    title: "Check-up and cleaning",
    startsAt: new Date(Date.UTC(2027, 0, 1) + n * 900_000).toISOString(),
    endsAt: new Date(Date.UTC(2027, 0, 1) + (n + 2) * 900_000).toISOString(),
    timeZone: "Europe/Berlin",
    location: "Room 4",
  }),
};

/**
 * The same record as columns, its customer by the id that SQL has to know itself.
 * @param {keyof typeof records} kind
 * @param {number} n
 * @param {string} organizationId
 * @param {Map<string, string>} customers
 */
function columnsOf(kind, n, organizationId, customers) {
  const key = { organization_id: organizationId, id: randomUUID() };
  if (kind === "customers") {
    const { externalId, ...fields } = records.customers(n);
    return { ...key, external_id: externalId, ...fields };
  }
  const { externalId, customerExternalId, startsAt, endsAt, timeZone, ...fields } = records.appointments(n);
  const times = { starts_at: startsAt, ends_at: endsAt, time_zone: timeZone };
  return {
    ...key,
    external_id: externalId,
    customer_id: customers.get(customerExternalId) ?? "",
    status: "CONFIRMED",
    ...fields,
    ...times,
  };
}

const copied = (/** @type {string} */ value) => value.replaceAll("\\", "\\\\").replaceAll("\n", "\\n");

/**
 * An organization with an employee who is signed in, and with the customers of the appointments.
 * @param {postgres.Sql} sql
 * @param {keyof typeof records} kind
 * @param {number} amount
 */
async function makeOrganization(sql, kind, amount) {
  const whose = { organizationId: randomUUID(), sessionId: randomUUID(), userId: randomUUID() };
  const { organizationId, sessionId, userId } = whose;
  await sql`insert into portal.organizations (id, slug, name)
    values (${organizationId}, ${`sync-${organizationId.slice(0, 8)}`}, 'Sync')`;
  await sql`insert into portal.users (organization_id, id, email, name, role, password_hash)
    values (${organizationId}, ${userId}, 'e@sync.example', 'Employee', 'EMPLOYEE', 'none')`;
  await sql`insert into portal.sessions (organization_id, id, user_id, audience, expires_at)
    values (${organizationId}, ${sessionId}, ${userId}, 'dashboard', now() + interval '1 day')`;
  if (kind === "appointments")
    await sql`insert into portal.customers (organization_id, id, external_id, name)
      select ${organizationId}, gen_random_uuid(), 'S-' || n, 'Customer ' || n from generate_series(1, ${amount}) n`;
  const rows =
    await sql`select external_id, id from portal.customers where organization_id = ${organizationId}`;
  await sql`analyze portal.customers`;
  return { ...whose, customers: new Map(rows.map((row) => [row.external_id, row.id])) };
}

/**
 * Measures each kind: rows a second by one connection.
 * @param {{
 *   adminUrl: string, token: (session: Session) => string, amount: number, rounds: number,
 *   product: import("./measure.mjs").Server,
 * }} options
 * @returns {Promise<Row[]>}
 */
export async function measureSync({ adminUrl, token, amount, rounds, product }) {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
  const numbers = Array.from({ length: amount }, (_, n) => n + 1);
  /** @type {Row[]} */
  const measured = [];
  try {
    for (const kind of /** @type {(keyof typeof records)[]} */ (Object.keys(records))) {
      /** Times one way of writing the records, in an organization of its own. */
      const timed = (
        /** @type {string} */ name,
        /** @type {(place: Awaited<ReturnType<typeof makeOrganization>>) => Promise<void>} */ work,
      ) => ({
        name,
        run: async () => {
          const place = await makeOrganization(sql, kind, amount);
          const [began, cpu] = [performance.now(), cpuMicroseconds(product.pid)];
          await work(place);
          const rate = (amount / (performance.now() - began)) * 1000;
          const used = (cpuMicroseconds(product.pid) - cpu) / amount;
          const [count] = await sql`select count(*)::int as n from portal.${sql(kind)}
            where organization_id = ${place.organizationId}`;
          if (count?.n !== amount) throw new PlainError(`${name} has written ${count?.n} ${kind}`);
          await sql`delete from portal.organizations where id = ${place.organizationId}`;
          return { rate, cpu: used };
        },
      });
      const send = async (/** @type {Awaited<ReturnType<typeof makeOrganization>>} */ place) => {
        const Authorization = `Bearer ${token(place)}`;
        for (let from = 0; from < amount; from += batchRows) {
          const items = numbers.slice(from, from + batchRows).map((n) => records[kind](n));
          const response = await fetch(`http://127.0.0.1:${product.port}/dashboard/${kind}/batch`, {
            method: "POST",
            headers: { "Content-Type": "application/json", Authorization },
            body: JSON.stringify({ items }),
          });
          const text = await response.text();
          if (!text.includes(`"created":${items.length}`)) throw new PlainError(text.slice(0, 500));
        }
      };
      const contenders = [
        timed("batches", send),
        timed("COPY", async ({ organizationId, customers }) => {
          const rows = numbers.map((n) => columnsOf(kind, n, organizationId, customers));
          const names = Object.keys(rows[0] ?? {});
          const writable = await sql`copy portal.${sql(kind)} (${sql(names)}) from stdin`.writable();
          writable.end(rows.map((row) => `${Object.values(row).map(copied).join("\t")}\n`).join(""));
          await once(writable, "finish");
        }),
        timed("inserts", async ({ organizationId, customers }) => {
          for (const n of numbers)
            await sql`insert into portal.${sql(kind)} ${sql(columnsOf(kind, n, organizationId, customers))}`;
        }),
      ];
      measured.push({ kind, medians: await compare(`${amount} ${kind}`, contenders, rounds) });
    }
    return measured;
  } finally {
    await sql.end();
  }
}
