import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import postgres from "postgres";
import { createPasswords } from "../src/lib/argon2id.ts";
import { newId } from "../src/lib/ids.ts";
import { Visitor } from "./http.ts";

export { newId };

/**
 * How often a race of 64 at once is run. `RACE_ROUNDS=100` is what a change near one of them has to pass; a few dozen,
 * in every run, notice what has been broken.
 */
export const raceRounds = Number(process.env.RACE_ROUNDS ?? 20);

/** The database as its owner: a superuser here, so nothing keeps its statements inside an organization. */
export const adminSql = postgres(process.env.ADMIN_DATABASE_URL ?? "", { max: 4, onnotice: () => {} });

/** The database as the Worker's own role. */
export const workerSql = postgres(process.env.WORKER_DATABASE_URL ?? "", { max: 4, onnotice: () => {} });

/** The password of everyone the suites make. */
export const password = "correct horse battery staple";

const passwords = createPasswords(async () =>
  WebAssembly.compile(await readFile(createRequire(import.meta.url).resolve("argon2id/dist/simd.wasm"))),
);
let hash: Promise<string> | undefined;
const passwordHash = () => (hash ??= passwords.hashPassword(password));

/** Letters that no other suite has. */
export const unique = () => randomBytes(6).toString("hex");

/** An instant a number of days from now. */
export const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);

type Work<T> = (tx: postgres.TransactionSql) => Promise<T>;

/** Does something in one organization, kept inside it by row-level security. */
export async function inOrganization<T>(organizationId: string, work: Work<T>): Promise<T> {
  return (await workerSql.begin(async (tx) => {
    await tx`select set_config('portal.organization_id', ${organizationId}, true)`;
    return work(tx);
  })) as T;
}

/** An organization of a suite's own. */
export class Tenant {
  readonly id = newId();
  readonly slug = `t-${unique()}`;
  readonly name = `Tenant ${this.slug}`;
  /** A website that this organization, and no other, allows. */
  readonly origin = `https://${this.slug}.example`;

  /** Does something in this organization. */
  sql<T>(work: Work<T>): Promise<T> {
    return inOrganization(this.id, work);
  }

  /** A customer record; with `email` and `signsIn` also the user who signs in as it. */
  async addCustomer(options: { name?: string; email?: string; signsIn?: boolean } = {}): Promise<Person> {
    const { name = "Grace Miller", signsIn = true } = options;
    const email = options.email ?? `${unique()}@customers.example`;
    const customerId = newId();
    const userId = newId();
    const key = { organization_id: this.id };
    const hashed = await passwordHash();
    await this.sql(async (tx) => {
      await tx`insert into portal.customers ${tx({ ...key, id: customerId, name, email })}`;
      const user = { ...key, id: userId, email, name, role: "CUSTOMER", customer_id: customerId };
      if (signsIn) await tx`insert into portal.users ${tx({ ...user, password_hash: hashed })}`;
    });
    return { tenant: this, email, customerId, userId };
  }

  /** An employee without a customer record. */
  async addEmployee(role = "EMPLOYEE"): Promise<Person> {
    const email = `${unique()}@employees.example`;
    const userId = newId();
    const hashed = await passwordHash();
    const user = { organization_id: this.id, id: userId, email, name: "Erin Employee", role };
    await this.sql((tx) => tx`insert into portal.users ${tx({ ...user, password_hash: hashed })}`);
    return { tenant: this, email, customerId: "", userId };
  }

  /** A row of a table, with what is needed filled in; returns its id. */
  async add(
    table: "appointments" | "tasks" | "notes",
    customerId: string,
    values: Record<string, unknown> = {},
  ) {
    const id = newId();
    const row = { organization_id: this.id, id, customer_id: customerId, ...defaults[table](), ...values };
    await this.sql((tx) => tx`insert into portal.${tx(table)} ${tx(row)}`);
    return id;
  }

  /** A mail in the outbox; returns its id. */
  async addMail(values: Record<string, unknown> = {}) {
    const words = { subject: "123456 is your code", text_body: "123456", html_body: "<p>123456</p>" };
    const mail = { kind: "REGISTRATION_CODE", to_address: `${unique()}@people.example`, ...words };
    const row = { organization_id: this.id, id: newId(), ...mail, ...values };
    await this.sql((tx) => tx`insert into portal.outbox ${tx(row)}`);
    return row.id;
  }
}

const defaults = {
  appointments: () => ({
    title: "An appointment",
    status: "CONFIRMED",
    starts_at: inDays(1),
    ends_at: inDays(1.1),
    time_zone: "Europe/Berlin",
  }),
  tasks: () => ({ title: "A task" }),
  notes: () => ({ title: "A note", body: "Words.", visibility: "SHARED" }),
};

/** Somebody who can sign in. */
export interface Person {
  tenant: Tenant;
  email: string;
  customerId: string;
  userId: string;
}

/** Makes an organization for a suite; columns that are named get other values than usual. */
export async function createTenant(columns: Record<string, unknown> = {}): Promise<Tenant> {
  const tenant = new Tenant();
  const { id, slug, name, origin } = tenant;
  const row = { id, slug, name, allowed_origins: [origin], ...columns };
  await tenant.sql((tx) => tx`insert into portal.organizations ${tx(row)}`);
  return tenant;
}

/** A visitor on the organization's own website who has signed in by the real login. */
export async function signIn(person: Person): Promise<Visitor> {
  const visitor = new Visitor(person.tenant.origin);
  const answer = await visitor.login(person.email, password, person.tenant.slug);
  if (answer.status !== 200) throw new Error(`login: ${answer.status} ${answer.text}`);
  return visitor;
}

/** An employee who has signed in at the dashboard, on the deployment's own origin. */
export async function signInEmployee(person: Person): Promise<Visitor> {
  const visitor = new Visitor();
  const answer = await visitor.login(person.email, password, person.tenant.slug, "dashboard");
  if (answer.status !== 200) throw new Error(`login: ${answer.status} ${answer.text}`);
  return visitor;
}

/** The refresh token's cookie of an organization. */
export const cookieName = (slug: string, audience = "portal") => `__Host-portico.${audience}.${slug}`;

/** A mail as it waits in the outbox. */
export interface ReceivedMail {
  to: string;
  subject: string;
  text: string;
  html: string;
  kind: string;
  locale: string;
}

/** The mails of an address, newest first. */
export async function mailsTo(address: string): Promise<ReceivedMail[]> {
  const rows = await adminSql`
    select to_address as to, subject, text_body as text, html_body as html, kind, locale from portal.outbox
     where to_address = ${address} order by created_at desc, id desc`;
  return rows as unknown as ReceivedMail[];
}

/** The six digits of the newest mail to an address. */
export async function codeFor(address: string): Promise<string> {
  const [mail] = await mailsTo(address);
  const code = /\b\d{6}\b/.exec(mail?.text ?? "")?.[0];
  if (!code) throw new Error(`No code was mailed to ${address}`);
  return code;
}
