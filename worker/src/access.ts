import type { AppContext } from "./context.ts";
import type { Entered, TenantDb } from "./db/client.ts";
import type { Read } from "./db/read.ts";
import { PorticoError } from "./errors.ts";
import { decodeCursor } from "./lib/cursor.ts";

/** The session's live row together with whose customer it is. */
export type Customer = Entered & { customer_id: string };

function tenantOf(c: AppContext) {
  const actor = c.var.actor;
  if (!actor) throw new PorticoError("UNAUTHENTICATED");
  return {
    organizationId: actor.organizationId,
    sessionId: actor.sessionId,
    audience: actor.audience,
    origin: c.var.foreignOrigin,
  };
}

function admit<Row extends Entered>(c: AppContext, row: Row | null): Row & Customer {
  if (!row) throw new PorticoError("UNAUTHENTICATED", { detail: "The session has ended. Sign in again." });
  c.set("originAllowed", row.origin_allowed);
  const customer = row.customer_id;
  if (customer === null) {
    throw new PorticoError("CUSTOMER_REQUIRED", {
      detail: "This account has no customer record. Use the dashboard.",
    });
  }
  return { ...row, customer_id: customer };
}

/** What a read answers the signed-in customer: JSON, or null where there is nothing of theirs. */
export async function readAsCustomer(
  c: AppContext,
  read: Read,
  values: Record<string, unknown> = {},
): Promise<string | null> {
  return admit(c, await c.var.db.read(read, tenantOf(c), values)).body;
}

/** A write in one transaction on behalf of the signed-in customer, from an origin that the organization allows. */
export function writeAsCustomer<T>(
  c: AppContext,
  work: (db: TenantDb, me: Customer) => Promise<T>,
): Promise<T> {
  return c.var.db.withTenant(tenantOf(c), async (db, row) => {
    const me = admit(c, row);
    if (!me.origin_allowed)
      throw new PorticoError("ORIGIN_NOT_ALLOWED", {
        detail: "Add this website's origin to the organization's allowed origins.",
      });
    return work(db, me);
  });
}

/** JSON that PostgreSQL has already written, or 404: the same answer whether it is another's or nobody's. */
export function jsonText(c: AppContext, text: string | null): Response {
  if (text === null) throw new PorticoError("NOT_FOUND");
  return c.body(text, 200, { "Content-Type": "application/json", "Cache-Control": "private, no-store" });
}

/** The placeholders of a page from its query. */
export function pageValues(query: { limit: number; cursor?: string | undefined }) {
  if (query.cursor === undefined) return { limit: query.limit, afterTime: null, afterId: null };
  const position = decodeCursor(query.cursor);
  if (!position) {
    throw new PorticoError("INVALID_REQUEST", {
      errors: [{ path: "cursor", message: "must be a nextCursor of this list" }],
    });
  }
  return { limit: query.limit, afterTime: position[0], afterId: position[1] };
}
