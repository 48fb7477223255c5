// The CRM: a small one, in SQLite. What is here has nothing to do with Portico; yours has other tables.
import { DatabaseSync } from "node:sqlite";

/** A client of the CRM. */
export interface Client {
  id: number;
  name: string;
  email: string | null;
  phone: string | null;
}

/** A visit that the CRM has planned. */
export interface Visit {
  id: number;
  clientId: number;
  subject: string;
  startsAt: string;
  endsAt: string;
}

/** A client or a visit that the portal has to hear of; `data` is null where it was deleted here. */
export interface Waiting<T> {
  id: number;
  data: T | null;
}

const tables = `
  create table if not exists clients (
    id integer primary key, name text not null, email text, phone text);
  create table if not exists visits (
    id integer primary key, client_id integer not null references clients (id) on delete cascade,
    subject text not null, starts_at text not null, ends_at text not null);

  -- What has changed since it was last brought over. A trigger notices every writer, whichever program that is.
  create table if not exists waiting (kind text not null, id integer not null, primary key (kind, id));
  create table if not exists sync_state (name text primary key, value text not null);
  ${["clients", "visits"]
    .flatMap((kind) =>
      ["insert", "update", "delete"].map(
        (event) => `
  create trigger if not exists ${kind}_${event} after ${event} on ${kind}
    when not exists (select 1 from sync_state where name = 'pulling') begin
    insert or ignore into waiting values ('${kind}', ${event === "delete" ? "old" : "new"}.id);
  end;`,
      ),
    )
    .join("")}`;

/** Opens the CRM's file; `:memory:` is one that is gone with the program. */
export function openCrm(file: string) {
  const db = new DatabaseSync(file);
  db.exec(`pragma foreign_keys = on; ${tables}`);

  const setState = (name: string, value: string | undefined) =>
    value === undefined
      ? db.prepare("delete from sync_state where name = ?").run(name)
      : db.prepare("insert or replace into sync_state values (?, ?)").run(name, value);

  return {
    db,
    clients: () =>
      db.prepare("select id, name, email, phone from clients order by id").all() as unknown as Client[],
    visits: () =>
      db
        .prepare(
          `select id, client_id as clientId, subject, starts_at as startsAt, ends_at as endsAt from visits order by id`,
        )
        .all() as unknown as Visit[],

    /** Clients that the portal has to hear of. */
    waitingClients: () =>
      db
        .prepare(
          `select w.id, iif(c.id is null, null, json_object('id', c.id, 'name', c.name, 'email', c.email, 'phone', c.phone)) as data
             from waiting w left join clients c on c.id = w.id where w.kind = 'clients' order by w.id`,
        )
        .all()
        .map(parse<Client>),
    /** Visits that the portal has to hear of. */
    waitingVisits: () =>
      db
        .prepare(
          `select w.id, iif(v.id is null, null, json_object('id', v.id, 'clientId', v.client_id, 'subject', v.subject,
                  'startsAt', v.starts_at, 'endsAt', v.ends_at)) as data
             from waiting w left join visits v on v.id = w.id where w.kind = 'visits' order by w.id`,
        )
        .all()
        .map(parse<Visit>),
    /** The portal has heard of it. */
    done: (kind: "clients" | "visits", id: number) =>
      db.prepare("delete from waiting where kind = ? and id = ?").run(kind, id),
    isWaiting: (kind: "clients" | "visits", id: number) =>
      db.prepare("select 1 from waiting where kind = ? and id = ?").get(kind, id) !== undefined,

    /** Takes over what the portal says, without it waiting to be told back. */
    pulling(work: () => void): void {
      db.exec("begin immediate");
      try {
        setState("pulling", "yes");
        work();
        setState("pulling", undefined);
        db.exec("commit");
      } catch (error) {
        db.exec("rollback");
        throw error;
      }
    },

    /** Where the last pull ended. */
    get cursor(): string | undefined {
      return db.prepare("select value from sync_state where name = 'cursor'").get()?.value as
        string | undefined;
    },
    set cursor(value: string | undefined) {
      setState("cursor", value);
    },
  };
}

/** The CRM. */
export type Crm = ReturnType<typeof openCrm>;

const parse = <T>(row: Record<string, unknown>): Waiting<T> => ({
  id: row.id as number,
  data: row.data === null ? null : (JSON.parse(row.data as string) as T),
});
