import { tenantOf } from "./access.ts";
import { authorOf } from "./changes.ts";
import type { AppContext } from "./context.ts";
import { recordChanges } from "./db/audit.ts";
import { countAttempt } from "./db/throttles.ts";
import { PorticoError } from "./errors.ts";

/**
 * Refuses a key that came from a web page, and writes that down once an hour, if the key is a good one: what is none
 * tells nothing, and must not fill the log.
 */
export async function refuseKeyInBrowser(c: AppContext): Promise<never> {
  const isKey = await c.var.db.withTenant(tenantOf(c), async (db, me) => {
    if (!me?.key) return false;
    const { id } = me.key;
    const organizationId = me.organization_id;
    const { count } = await countAttempt(db, organizationId, `key-in-browser ${id}`, 3600);
    const author = authorOf(c, { organizationId, kind: "KEY", id }, "refuseKeyInBrowser");
    const after = JSON.stringify({ origin: c.req.header("Origin")?.slice(0, 300) });
    if (count === 1) await recordChanges(db, author, [{ entity: "api_key", id, before: null, after }]);
    return true;
  });
  if (!isKey) throw new PorticoError("UNAUTHENTICATED", { detail: "The secret key is not valid." });
  throw new PorticoError("KEY_IN_BROWSER", {
    detail:
      "Whoever opens that web page can read the key. Revoke it, make a new one, and keep it on a server.",
  });
}
