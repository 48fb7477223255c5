import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import { DrizzleQueryError, sql } from "drizzle-orm";
import postgres from "postgres";
import { ConnectionError } from "./protocol/errors.ts";
import { queryRow, type Target } from "./protocol/query.ts";
import { foundOf, type Read } from "./read.ts";

/** Which mail: where a delivery finds it. */
export interface MailKey {
  organizationId: string;
  id: string;
}

/** A transaction that sees one tenant. */
export type TenantDb = Pick<PostgresJsDatabase, "select" | "insert" | "update" | "delete" | "execute"> & {
  /** The mails that it puts into the outbox: sent once it is committed, forgotten if it is rolled back. */
  readonly mails: MailKey[];
};

/** Whose rows a transaction may see: an organization's, or through a live session also as whom. */
export interface Tenant {
  organizationId: string;
  sessionId?: string;
  audience?: "portal" | "dashboard";
  /** The foreign origin that asks, or null. */
  origin?: string | null;
}

/** What `portal.enter` says of a live session. */
export interface Entered {
  organization_id: string;
  user_id: string;
  customer_id: string | null;
  role: "OWNER" | "ADMIN" | "EMPLOYEE" | "CUSTOMER";
  origin_allowed: boolean;
}

/** What a read answers: to whom, the body as JSON text and its ETag, each null where there is none. */
export interface Found extends Entered {
  body: string | null;
  etag: string | null;
}

/** A live session of somebody who is a customer. */
export type Customer = Entered & { customer_id: string };

/** A live session of an employee. */
export type Employee = Entered & { role: Exclude<Entered["role"], "CUSTOMER"> };

/** One request's way to PostgreSQL: a connection of its own, opened when first used (Workers share no sockets). */
export interface Database {
  /** The hot path: sets the tenant, checks the session and answers, in one statement. Null: no live session. */
  read(read: Read, tenant: Required<Tenant>, values: Record<string, unknown>): Promise<Found | null>;
  /** The one door for everything else: a transaction inside one tenant. `me` is null where no session is live. */
  withTenant<T>(tenant: Tenant, work: (db: TenantDb, me: Entered | null) => Promise<T>): Promise<T>;
  /** Calls one of the narrow functions that cross organizations. */
  lookUp<Row>(name: LookUp, ...values: string[]): Promise<Row[]>;
  /** The mails of the transactions that have been committed since the last call. */
  takeMails(): MailKey[];
  /** Whether PostgreSQL answers. */
  ping(): Promise<void>;
  /** Closes what was opened, if anything was; after the response. */
  close(): Promise<void> | undefined;
}

/** The functions of the migrations that cross organizations. */
export type LookUp =
  | "find_organization"
  | "origin_is_allowed"
  | "find_sign_ins"
  | "due_mails"
  | "sweep"
  | "interrupted_imports"
  | "read_development_outbox";

/** How PostgreSQL is reached: a Hyperdrive binding, which is always plain inside of Cloudflare. */
export interface Hyperdrive extends Target {
  connectionString: string;
}

/** What failed without a word of PostgreSQL or its driver, which give everything a code, has failed in the network. */
function explain(error: unknown): unknown {
  const cause = error instanceof DrizzleQueryError ? error.cause : error;
  if (typeof (cause as { code?: unknown } | undefined)?.code === "string") return error;
  return new ConnectionError("FAILED", "PostgreSQL cannot be reached", { cause });
}

/** Sets what a transaction may see; through a live session, says as whom. */
async function enter(tx: TenantDb, tenant: Tenant): Promise<Entered | null> {
  const { organizationId, sessionId, audience, origin = null } = tenant;
  if (sessionId === undefined) {
    await tx.execute(sql`select set_config('portal.organization_id', ${organizationId}, true)`);
    return null;
  }
  const rows = await tx.execute(
    sql`select * from portal.enter(${organizationId}::uuid, ${sessionId}::uuid, ${audience}, ${origin})`,
  );
  return (rows[0] as Entered | undefined) ?? null;
}

/** Opens a request's database. Nothing is sent before it is used. */
export function openDatabase(hyperdrive: Hyperdrive): Database {
  let client: postgres.Sql | undefined;
  const committed: MailKey[] = [];
  const connection = () =>
    (client ??= postgres(hyperdrive.connectionString, {
      max: 1,
      fetch_types: false,
      prepare: false,
      connect_timeout: 10,
      onnotice: () => {},
    }));

  return {
    async read(read, tenant, values) {
      const { text, parameters } = read.bind({
        ...values,
        organization: tenant.organizationId,
        session: tenant.sessionId,
        audience: tenant.audience,
        origin: tenant.origin,
      });
      const row = await queryRow(hyperdrive, text, parameters);
      return row && foundOf(row);
    },
    async withTenant<T>(tenant: Tenant, work: (db: TenantDb, me: Entered | null) => Promise<T>) {
      const mails: MailKey[] = [];
      // What `work` throws of its own is not the database's.
      let own: unknown;
      const done = drizzle({ client: connection() }).transaction(async (tx) => {
        const db = Object.assign(tx, { mails });
        const me = await enter(db, tenant);
        return work(db, me).catch((error: unknown) => {
          if (!(error instanceof DrizzleQueryError)) own = error;
          throw error;
        });
      });
      const result = await done.catch((error: unknown) => {
        throw error === own ? error : explain(error);
      });
      committed.push(...mails);
      return result;
    },
    async lookUp<Row>(name: LookUp, ...values: string[]) {
      const parameters = values.map((_, index) => `$${index + 1}`).join(", ");
      const rows = await connection()
        .unsafe(`select * from portal.${name}(${parameters})`, values)
        .catch((error: unknown) => {
          throw explain(error);
        });
      return rows as unknown as Row[];
    },
    takeMails: () => committed.splice(0),
    async ping() {
      await connection()`select 1`;
    },
    close() {
      return client?.end({ timeout: 1 });
    },
  };
}
