// The data of the bench: many customers in many organizations, made once by PostgreSQL itself and kept between runs.
import postgres from "postgres";
import { seconds } from "../lib.mjs";
import { fillLarge } from "./customers.mjs";

/** @typedef {{ organizationId: string, sessionId: string, userId: string }} Session */
/** @typedef {{ organizations: number, customers: number, sessions: number }} Amount */

/** Rows of each of appointments, tasks and notes that a customer has. */
export const perCustomer = 10;

/** The id of the n-th row of a kind: in the shape of a UUIDv7, in the order in which rows were made. */
const id = (/** @type {string} */ kind, /** @type {string} */ n) =>
  `('019a0000-${kind}-7000-8000-' || lpad(to_hex((${n})::bigint), 12, '0'))::uuid`;
const organization = (/** @type {string} */ customer, /** @type {Amount} */ { organizations }) =>
  id("0001", `(${customer} - 1) % ${organizations} + 1`);

/** An organization's five employees write its notes and hold its appointments. */
const employee = (/** @type {string} */ customer, /** @type {Amount} */ { organizations }) =>
  id("0002", `((${customer} - 1) % ${organizations}) * 5 + k % 5 + 1`);

const words =
  "'Please bring the documents of last year and the signed agreement; the entrance is at the side of the house.'";

/**
 * The statements that fill the tables. A customer's rows lie far apart, as rows do that came over the years.
 * @param {Amount} amount
 */
function fillStatements(amount) {
  const { organizations, customers, sessions } = amount;
  const mine = organization("c", amount);
  const by = employee("c", amount);
  const rows = `generate_series(1, ${perCustomer}) k, generate_series(1, ${customers}) c`;
  const n = `(k - 1) * ${customers} + c`;
  const every = Math.max(1, Math.floor(customers / sessions));
  return [
    `insert into portal.organizations (id, slug, name, time_zone, allowed_origins)
       select ${id("0001", "o")}, 'bench-' || o, 'Bench ' || o, 'Europe/Berlin', array['https://bench-' || o || '.example']
         from generate_series(1, ${organizations}) o`,
    `insert into portal.customers (organization_id, id, name, email, phone, address, time_zone, locale)
       select ${mine}, ${id("0003", "c")}, 'Customer ' || c, 'c' || c || '@bench.example', '+49 30 1234567',
              E'Long Street 12\\n10115 Berlin', 'Europe/Berlin', 'en'
         from generate_series(1, ${customers}) c`,
    `insert into portal.users (organization_id, id, email, name, role, password_hash)
       select ${id("0001", "o")}, ${id("0002", "(o - 1) * 5 + e")}, 'e' || e || '@bench-' || o || '.example', 'Employee ' || e,
              'EMPLOYEE', 'none'
         from generate_series(1, ${organizations}) o, generate_series(1, 5) e`,
    `insert into portal.users (organization_id, id, email, name, role, password_hash, customer_id, email_verified_at)
       select ${mine}, ${id("0004", "c")}, 'c' || c || '@bench.example', 'Customer ' || c, 'CUSTOMER', 'none',
              ${id("0003", "c")}, now()
         from generate_series(1, ${customers}, ${every}) c`,
    `insert into portal.sessions (organization_id, id, user_id, audience, expires_at)
       select ${mine}, ${id("0005", "c")}, ${id("0004", "c")}, 'portal', now() + interval '1 day'
         from generate_series(1, ${customers}, ${every}) c`,
    `insert into portal.appointments (organization_id, id, customer_id, employee_id, title, description, status, starts_at,
         ends_at, time_zone, location)
       select ${mine}, ${id("0006", n)}, ${id("0003", "c")}, ${by}, 'Appointment ' || k, ${words},
              case when k > 5 then 'CONFIRMED' when k = 5 then 'CANCELLED' else 'COMPLETED' end, starts_at,
              starts_at + interval '45 minutes', 'Europe/Berlin', 'Room 4'
         from (select k, c, date_trunc('hour', now()) + (k - 5) * interval '40 days' + c % 500 * interval '1 hour' as starts_at
                 from ${rows}) r`,
    `insert into portal.tasks (organization_id, id, customer_id, title, description, status, due_at, completed_at)
       select ${mine}, ${id("0007", n)}, ${id("0003", "c")}, 'Task ' || k, ${words},
              case when k > 4 then 'OPEN' when k = 4 then 'IN_PROGRESS' else 'DONE' end,
              case when k < 10 then now() + (k - 3) * interval '10 days' end,
              case when k < 4 then now() - k * interval '20 days' end
         from ${rows}`,
    `insert into portal.notes (organization_id, id, customer_id, author_id, title, body, visibility, created_at)
       select ${mine}, ${id("0008", n)}, ${id("0003", "c")}, ${by}, 'Note ' || k, ${words} || E'\\n\\n' || ${words},
              case when k % 3 = 0 then 'INTERNAL' else 'SHARED' end,
              now() - (${perCustomer + 1} - k) * interval '9 days' + c % 500 * interval '1 minute'
         from ${rows}`,
  ];
}

/**
 * Fills the database unless the same amount is there already and its dates still mean something.
 * @param {string} adminUrl
 * @param {Amount} amount
 * @param {(text: string) => void} say
 * @returns {Promise<{ sessions: Session[], bytes: number }>}
 */
export async function prepareData(adminUrl, amount, say) {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
  try {
    const made = JSON.stringify({ ...amount, perCustomer, version: 2 });
    await sql`create table if not exists public.bench (made text not null, filled_at timestamptz not null default now())`;
    const found =
      await sql`select 1 from public.bench where made = ${made} and filled_at > now() - interval '20 days'`;
    if (found.length === 0) {
      const began = Date.now();
      say(`Filling in ${amount.customers} customers of ${amount.organizations} organizations …`);
      await sql`delete from public.bench`;
      await sql`truncate portal.organizations cascade`;
      // The rows are right by construction: checking every foreign key would take minutes.
      await sql`set session_replication_role = replica`;
      for (const statement of [...fillStatements(amount), ...fillLarge(amount.customers)])
        await sql.unsafe(statement);
      await sql.unsafe("vacuum (analyze)");
      await sql`insert into public.bench (made) values (${made})`;
      await sql`checkpoint`;
      say(`Filled in ${seconds(began)}.`);
    }
    // For pgbench, whose login sees no session without being in one.
    await sql`create table if not exists public.bench_sessions (organization_id uuid, id uuid primary key)`;
    await sql`truncate public.bench_sessions`;
    await sql`insert into public.bench_sessions
      select organization_id, id from portal.sessions where audience = 'portal'`;
    await sql`grant select on public.bench_sessions to portico_worker`;
    await sql`update portal.sessions set expires_at = now() + interval '1 day', revoked_at = null`;
    await sql.unsafe("vacuum (analyze) portal.sessions");
    const sessions =
      await sql`select organization_id, id, user_id from portal.sessions where audience = 'portal'`;
    const [size] = await sql`select pg_database_size(current_database())::float8 as bytes`;
    return {
      sessions: sessions.map((row) => ({
        organizationId: row.organization_id,
        sessionId: row.id,
        userId: row.user_id,
      })),
      bytes: size?.bytes ?? 0,
    };
  } finally {
    await sql.end();
  }
}
