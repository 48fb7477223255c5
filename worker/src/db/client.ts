import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import { sql } from "drizzle-orm";
import postgres from "postgres";
import type { Read } from "./read.ts";

/** A transaction that sees one tenant. */
export type TenantDb = Pick<PostgresJsDatabase, "select" | "insert" | "update" | "delete" | "execute">;

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
  lookUp<Row>(name: LookUp, value?: string): Promise<Row[]>;
  /** Whether PostgreSQL answers. */
  ping(): Promise<void>;
  /** Closes the connection; after the response. */
  close(): Promise<void>;
}

/** The functions of the migrations that cross organizations. */
export type LookUp =
  | "find_organization"
  | "origin_is_allowed"
  | "find_sign_ins"
  | "interrupted_imports"
  | "read_development_outbox";

/** Opens a request's database. Nothing is sent before it is used. */
export function openDatabase(url: string): Database {
  let client: postgres.Sql | undefined;
  const connection = () =>
    (client ??= postgres(url, {
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
      const rows = await connection().unsafe(text, parameters as never[]);
      return (rows[0] as Found | undefined) ?? null;
    },
    withTenant<T>(tenant: Tenant, work: (db: TenantDb, me: Entered | null) => Promise<T>) {
      return drizzle({ client: connection() }).transaction(async (tx) => {
        if (tenant.sessionId === undefined) {
          await tx.execute(sql`select set_config('portal.organization_id', ${tenant.organizationId}, true)`);
          return work(tx, null);
        }
        const rows = await tx.execute(
          sql`select * from portal.enter(${tenant.organizationId}::uuid, ${tenant.sessionId}::uuid, ${tenant.audience}, ${tenant.origin ?? null})`,
        );
        return work(tx, (rows[0] as Entered | undefined) ?? null);
      });
    },
    async lookUp<Row>(name: LookUp, value?: string) {
      const rows =
        value === undefined
          ? await connection().unsafe(`select * from portal.${name}()`)
          : await connection().unsafe(`select * from portal.${name}($1)`, [value]);
      return rows as unknown as Row[];
    },
    async ping() {
      await connection()`select 1`;
    },
    async close() {
      await client?.end({ timeout: 1 });
    },
  };
}
