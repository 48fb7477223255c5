import { admitEmployee, tenantOf, writeAsCustomer } from "./access.ts";
import type { AppContext } from "./context.ts";
import { recordChanges, type Author, type Change } from "./db/audit.ts";
import type { Customer, Employee, TenantDb } from "./db/client.ts";
import { answerOnce } from "./db/idempotency.ts";
import type { ItemChange } from "./db/items.ts";
import { PorticoError } from "./errors.ts";
import { hashText } from "./lib/crypto.ts";
import { networkOf } from "./lib/network.ts";
import type { ActorKind, Role } from "./lib/roles.ts";

/** A change that an employee asks for. */
export interface Request {
  /** The operation's id: what the audit log calls it. */
  action: string;
  /** The least role that may; every employee where it is not said. */
  least?: Role;
}

/**
 * The one door for what employees change: one transaction, from an allowed origin, by somebody of the role, with an
 * entry in the audit log for each record that changed.
 */
export function changeAsEmployee<T extends Change | Change[]>(
  c: AppContext,
  { action, least = "EMPLOYEE" }: Request,
  work: (db: TenantDb, me: Employee) => Promise<T>,
): Promise<T> {
  return c.var.db.withTenant(tenantOf(c), async (db, row) => {
    const me = admitEmployee(c, row, least);
    if (!me.origin_allowed)
      throw new PorticoError("ORIGIN_NOT_ALLOWED", {
        detail: "Add this website's origin to the organization's allowed origins.",
      });
    const changes = await work(db, me);
    await recordChanges(db, authorOf(c, actorOf(me), action), [changes].flat());
    return changes;
  });
}

/** Who makes a change: a user, or a key. */
interface Actor {
  organizationId: string;
  kind: ActorKind;
  id: string;
}

const actorOf = ({ organization_id: organizationId, user_id, key }: Employee): Actor =>
  key ? { organizationId, kind: "KEY", id: key.id } : { organizationId, kind: "EMPLOYEE", id: user_id! };

/** Who makes a change, and from where. */
export const authorOf = (c: AppContext, { organizationId, kind, id }: Actor, action: string): Author => ({
  organizationId,
  kind,
  userId: id,
  action,
  network: networkOf(c.req.header("CF-Connecting-IP")),
  userAgent: c.req.header("User-Agent")?.slice(0, 300) ?? null,
  requestId: c.var.requestId,
});

/** Records what people change themselves: customers on the portal, and everybody about their own account. */
export async function recordOwnChanges(
  c: AppContext,
  db: TenantDb,
  { organizationId, id, role }: { organizationId: string; id: string; role: Role },
  action: string,
  changes: Change[],
): Promise<void> {
  const kind = role === "CUSTOMER" ? "CUSTOMER" : "EMPLOYEE";
  await recordChanges(db, authorOf(c, { organizationId, kind, id }, action), changes);
}

/** Changes something on behalf of the signed-in customer, with an entry in the audit log if that changed anything. */
export const changeAsCustomer = (
  c: AppContext,
  action: string,
  work: (db: TenantDb, me: Customer) => Promise<OwnChange>,
): Promise<OwnChange> =>
  writeAsCustomer(c, async (db, me) => {
    const done = await work(db, me);
    const user = { organizationId: me.organization_id, id: me.user_id, role: me.role };
    await recordOwnChanges(c, db, user, action, done.change ? [done.change] : []);
    return done;
  });

/** What a customer's change answers, and what it changed, if anything. */
export interface OwnChange {
  body: string | null;
  change?: Change;
}

/** What a change answers: JSON, and the ETag of what it is about. */
interface Answer {
  body: string | null;
  etag: string | null;
}

/** Changes something, once for each `Idempotency-Key`: whoever repeats the request gets the first answer again. */
export async function changeOnce(
  c: AppContext,
  request: Request,
  work: (db: TenantDb, me: Employee) => Promise<{ changes: Change[]; answer: Answer }>,
): Promise<Answer> {
  const key = c.req.header("Idempotency-Key");
  if (key !== undefined && !/^[\x21-\x7e]{1,255}$/.test(key))
    throw new PorticoError("INVALID_REQUEST", {
      errors: [{ path: "Idempotency-Key", message: "must be 1 to 255 visible ASCII characters" }],
    });
  const requestHash = await hashText(`${c.req.method} ${c.req.path}\n${await c.req.text()}`);
  let isRepeated = false;
  let answer: Answer | undefined;
  await changeAsEmployee(c, request, async (db, me) => {
    let changes: Change[] = [];
    const make = async () => {
      const made = await work(db, me);
      changes = made.changes;
      return made.answer;
    };
    if (key === undefined) {
      answer = await make();
      return changes;
    }
    const owner = { organizationId: me.organization_id, userId: actorOf(me).id, key, requestHash };
    ({ answer, isRepeated } = await answerOnce(db, owner, make));
    return changes;
  });
  if (isRepeated) c.header("Idempotency-Replayed", "true");
  return answer!;
}

/** Creates a record, once for each `Idempotency-Key`, and answers it with 201. */
export async function createAsEmployee(
  c: AppContext,
  request: Request,
  work: (db: TenantDb, me: Employee) => Promise<ItemChange>,
): Promise<Response> {
  const answer = await changeOnce(c, request, async (db, me) => {
    const change = await work(db, me);
    return { changes: [change], answer: { body: change.after, etag: change.etag } };
  });
  return itemResponse(c, answer, 201);
}

/** The answer to a change of one record. */
export const changeResponse = (c: AppContext, change: ItemChange, status: 200 | 202 = 200) =>
  itemResponse(c, { body: change.after, etag: change.etag }, status);

/** A record with its ETag, or 404. */
export function itemResponse(
  c: AppContext,
  item: { body: string | null; etag: string | null },
  status: 200 | 201 | 202 = 200,
): Response {
  if (item.body === null || item.etag === null) throw new PorticoError("NOT_FOUND");
  return c.body(item.body, status, {
    "Content-Type": "application/json",
    "Cache-Control": "private, no-store",
    ETag: item.etag,
  });
}

/** The ETags of `If-Match` (RFC 9110, section 13.1.1); null where any state will do. */
export function ifMatch(c: AppContext): string[] | null {
  const header = c.req.header("If-Match")?.trim();
  if (header === undefined || header === "*") return null;
  return header.split(",").map((etag) => etag.trim());
}
