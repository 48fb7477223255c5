import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import { drizzleOn, objectsOf } from "./drizzle.ts";
import { Connection, type Statement, type Target } from "./protocol/connection.ts";
import { ConnectionError, DatabaseError } from "./protocol/errors.ts";
import type { Read } from "./read.ts";

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

/** Whose rows a transaction may see: an organization's, or through a live session or a key also as whom. */
export interface Tenant {
  organizationId: string;
  /** The session, or the key. */
  sessionId?: string;
  audience?: "portal" | "dashboard";
  /** The foreign origin that asks, or null. */
  origin?: string | null;
  /** The customer as whom an employee's session looks at the portal; reads only. */
  previewed?: string | null;
  /** Of a key's secret; null for a session. */
  secretHash?: string | null;
  /** What a key must be good for; null: for no key. */
  scope?: string | null;
}

/** What `portal.enter_with_key` says of a live key. */
export interface KeyUse {
  id: string;
  name: string;
  inScope: boolean;
  /** Requests a minute. */
  quota: number;
  /** How many are left behind this one; below 0: this one is too many. */
  remaining: number;
  /** Until they are counted anew. */
  secondsLeft: number;
}

/** What `portal.enter` says of a live session, and `portal.enter_with_key` of a key. */
export interface Entered {
  organization_id: string;
  user_id: string;
  customer_id: string | null;
  role: "OWNER" | "ADMIN" | "EMPLOYEE" | "CUSTOMER";
  origin_allowed: boolean;
  /** Null for a session. */
  key?: KeyUse | null;
}

/** What a read answers: to whom, the body as JSON text and its ETag, each null where there is none. */
export interface Found extends Entered {
  body: string | null;
  etag: string | null;
}

/** A live session of somebody who is a customer. */
export type Customer = Entered & { customer_id: string };

/** Who works at the dashboard: an employee by a live session, or a key, which is nobody's user. */
export type Employee = Omit<Entered, "role" | "user_id"> & {
  user_id: string | null;
  role: Exclude<Entered["role"], "CUSTOMER">;
};

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
  close(): void;
}

/** The functions of the migrations that cross organizations. */
export type LookUp =
  | "find_organization"
  | "origin_is_allowed"
  | "find_sign_ins"
  | "due_mails"
  | "sweep"
  | "sweep_deletions"
  | "sweep_imports"
  | "interrupted_imports"
  | "read_development_outbox";

/** How PostgreSQL is reached: a Hyperdrive binding, whose sockets never leave Cloudflare and are therefore plain. */
export type Hyperdrive = Target;

/** Sets what a transaction may see; through a live session, says as whom. */
function entering({ organizationId, sessionId, audience, origin = null, ...tenant }: Tenant): Statement {
  if (sessionId === undefined)
    return { text: "select set_config('portal.organization_id', $1, true)", parameters: [organizationId] };
  const { secretHash, scope } = tenant;
  if (secretHash)
    return {
      text: "select * from portal.enter_with_key($1::uuid, $2::uuid, $3, $4)",
      parameters: [organizationId, sessionId, secretHash, scope],
    };
  return {
    text: "select * from portal.enter($1::uuid, $2::uuid, $3, $4)",
    parameters: [organizationId, sessionId, audience, origin],
  };
}

/** Counts a key's request, whatever becomes of its transaction; nothing for a session. */
const counting = ({ organizationId }: Tenant, key: KeyUse | null | undefined): Statement[] =>
  key
    ? [
        {
          text: "select portal.count_key_use($1::uuid, $2::uuid)",
          parameters: [organizationId, key.id],
        },
      ]
    : [];

/** Opens a request's database. Nothing is sent before it is used. */
export function openDatabase(hyperdrive: Hyperdrive): Database {
  const committed: MailKey[] = [];
  let connection: Connection | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  /** One after the other: a transaction has the connection to itself. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = turn.then(work);
    turn = mine.catch(() => {});
    return mine;
  }

  /** Sends what comes first. It changes nothing that may not be changed twice: a connection that died idle is no error. */
  async function begin(...statements: Statement[]) {
    if (connection) {
      try {
        return { connection, answer: await connection.run(...statements) };
      } catch (error) {
        const isGone = error instanceof ConnectionError && error.code !== "CONNECTION_TIMEOUT";
        if (!isGone) throw error;
      }
    }
    connection = await Connection.open(hyperdrive);
    return { connection, answer: await connection.run(...statements) };
  }
  const first = async (statement: Statement) => objectsOf((await begin(statement)).answer);

  return {
    async read(read, tenant, values) {
      const { organizationId: organization, sessionId: session, ...rest } = tenant;
      const whose = { organization, session, ...rest };
      const [row] = await inTurn(() => first(read.bind({ ...values, ...whose })));
      return (row as Found | undefined) ?? null;
    },
    withTenant<T>(tenant: Tenant, work: (db: TenantDb, me: Entered | null) => Promise<T>) {
      return inTurn(async () => {
        const { connection, answer } = await begin({ text: "begin" }, entering(tenant));
        const me = (tenant.sessionId === undefined ? undefined : objectsOf(answer)[0]) as Entered | undefined;
        const mails: MailKey[] = [];
        try {
          const db = Object.assign(drizzleOn(connection), { mails });
          const result = await work(db, me ?? null);
          const { done } = await connection.run(...counting(tenant, me?.key), { text: "commit" });
          if (done !== "COMMIT")
            throw new DatabaseError("25P02", "A statement of the transaction had failed");
          committed.push(...mails);
          return result;
        } catch (error) {
          await connection.run({ text: "rollback" }, ...counting(tenant, me?.key)).catch(() => {});
          throw error;
        }
      });
    },
    async lookUp<Row>(name: LookUp, ...parameters: string[]) {
      const numbers = parameters.map((_, index) => `$${index + 1}`).join(", ");
      const rows = await inTurn(() =>
        first({ text: `select * from portal.${name}(${numbers})`, parameters }),
      );
      return rows as Row[];
    },
    takeMails: () => committed.splice(0),
    async ping() {
      await inTurn(() => first({ text: "select 1" }));
    },
    close: () => connection?.close(),
  };
}
