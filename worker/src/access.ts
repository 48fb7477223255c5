import { routePath } from "hono/route";
import type { AppContext } from "./context.ts";
import type { Customer, Employee, Entered, Found, KeyUse, Tenant, TenantDb } from "./db/client.ts";
import type { Read } from "./db/read.ts";
import { PorticoError } from "./errors.ts";
import { decodeCursor, type SortKind } from "./lib/cursor.ts";
import { isAtLeast, type Role } from "./lib/roles.ts";
import { neededScope } from "./wire/security.ts";

/** What the transaction or read of the signed-in caller is to see. */
export function tenantOf(c: AppContext): Required<Tenant> {
  const actor = c.var.actor;
  if (!actor) throw new PorticoError("UNAUTHENTICATED");
  return {
    organizationId: actor.organizationId,
    sessionId: actor.sessionId,
    audience: actor.audience,
    origin: c.var.foreignOrigin,
    previewed: actor.previewed,
    secretHash: actor.secretHash ?? null,
    scope: c.var.scope ?? neededScope(c.req.method, routePath(c)) ?? null,
  };
}

function admitSession<Row extends Entered>(c: AppContext, row: Row | null): Row {
  if (!row)
    throw new PorticoError("UNAUTHENTICATED", { detail: ended[c.var.actor?.secretHash ? "key" : "session"] });
  c.set("originAllowed", row.origin_allowed);
  return row;
}

const ended = {
  session: "The session has ended. Sign in again.",
  key: "The secret key is not one of this organization's, or it is revoked or has expired.",
};

/** Refuses a key that is not good for this operation, or has been used too often; says in headers how often it may be. */
function admitKey(c: AppContext, key: KeyUse): void {
  const { quota, remaining, secondsLeft, inScope } = key;
  // draft-ietf-httpapi-ratelimit-headers-10
  c.header("RateLimit-Policy", `"key";q=${quota};w=60`);
  c.header("RateLimit", `"key";r=${Math.max(0, remaining)};t=${secondsLeft}`);
  if (!inScope) {
    const { scope } = tenantOf(c);
    const detail = scope
      ? `This needs a key with the scope ${scope}.`
      : "No secret key may do this: sign in.";
    throw new PorticoError("FORBIDDEN", { detail });
  }
  if (remaining < 0) {
    const detail = `A key may send ${quota} requests a minute.`;
    throw new PorticoError("RATE_LIMITED", { retryAfter: secondsLeft, detail });
  }
}

type Employed<Row> = Omit<Row, keyof Employee> & Employee;

/** The employee of a live session, if their role is enough, or a key that has the operation's scope. */
export function admitEmployee<Row extends Entered>(
  c: AppContext,
  found: Row | null,
  least: Role,
): Employed<Row> {
  const row = admitSession(c, found);
  if (row.key) admitKey(c, row.key);
  else if (row.role === "CUSTOMER" || !isAtLeast(row.role, least))
    throw new PorticoError("FORBIDDEN", { detail: `This needs the role ${least}.` });
  return row as unknown as Employed<Row>;
}

function admit<Row extends Entered>(c: AppContext, found: Row | null): Row & Customer {
  const row = admitSession(c, found);
  const customer = row.customer_id;
  if (customer === null) {
    throw new PorticoError("CUSTOMER_REQUIRED", {
      detail: "This account has no customer record. Use the dashboard.",
    });
  }
  return { ...row, customer_id: customer };
}

/** A read on behalf of the signed-in customer. */
export async function readAsCustomer(
  c: AppContext,
  read: Read,
  values: Record<string, unknown> = {},
): Promise<Found & Customer> {
  return admit(c, await c.var.db.read(read, tenantOf(c), values));
}

/** A read on behalf of the signed-in employee. */
export async function readAsEmployee(
  c: AppContext,
  read: Read,
  values: Record<string, unknown> = {},
  least: Role = "EMPLOYEE",
): Promise<Employed<Found>> {
  return admitEmployee(c, await c.var.db.read(read, tenantOf(c), values), least);
}

/** Who is signed in, as what their side is for: a customer on the portal, an employee on the dashboard. */
const admitUser = <Row extends Entered>(c: AppContext, found: Row | null): Row =>
  tenantOf(c).audience === "portal" ? admit(c, found) : (admitEmployee(c, found, "EMPLOYEE") as Row);

/** A read of whoever is signed in, on either side, about themselves. */
export async function readAsUser(
  c: AppContext,
  read: Read,
  values: Record<string, unknown> = {},
): Promise<Found> {
  return admitUser(c, await c.var.db.read(read, tenantOf(c), values));
}

/** Whoever looks at the portal as somebody else sees it changes nothing there. */
export function refusePreview(c: AppContext): void {
  if (c.var.actor?.previewed != null) throw readOnly();
}

/** The refusal of a change in a preview. */
export const readOnly = () =>
  new PorticoError("READ_ONLY", { detail: "This is a preview of the portal. Change it at the dashboard." });

function write<Me extends Entered, T>(
  c: AppContext,
  admitMe: (c: AppContext, row: Entered | null) => Me,
  work: (db: TenantDb, me: Me) => Promise<T>,
): Promise<T> {
  refusePreview(c);
  return c.var.db.withTenant(tenantOf(c), async (db, row) => {
    const me = admitMe(c, row);
    if (!me.origin_allowed)
      throw new PorticoError("ORIGIN_NOT_ALLOWED", {
        detail: "Add this website's origin to the organization's allowed origins.",
      });
    return work(db, me);
  });
}

/** A write in one transaction on behalf of the signed-in customer, from an origin that the organization allows. */
export const writeAsCustomer = <T>(c: AppContext, work: (db: TenantDb, me: Customer) => Promise<T>) =>
  write(c, admit, work);

/** The same for whoever is signed in, on either side, about themselves; see `recordOwnChanges`. */
export const writeAsUser = <T>(c: AppContext, work: (db: TenantDb, me: Entered) => Promise<T>) =>
  write(c, admitUser, work);

/** JSON that PostgreSQL has already written, or 404: the same answer whether it is another's or nobody's. */
export function jsonText(c: AppContext, { body }: { body: string | null }): Response {
  if (body === null) throw new PorticoError("NOT_FOUND");
  return c.body(body, 200, { "Content-Type": "application/json", "Cache-Control": "private, no-store" });
}

/** The placeholders of a page from its query; `kind` is what the list is sorted by. */
export function pageValues(query: { limit: number; cursor?: string | undefined }, kind: SortKind = "time") {
  if (query.cursor === undefined) return { limit: query.limit, after: null, afterId: null };
  const position = decodeCursor(query.cursor, kind);
  if (!position) {
    throw new PorticoError("INVALID_REQUEST", {
      errors: [{ path: "cursor", message: "must be a nextCursor of this list" }],
    });
  }
  return { limit: query.limit, after: position[0], afterId: position[1] };
}
