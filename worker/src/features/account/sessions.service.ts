import { tenantOf, writeAsUser } from "../../access.ts";
import { recordOwnChanges } from "../../changes.ts";
import type { AppContext } from "../../context.ts";
import type { Entered, TenantDb } from "../../db/client.ts";
import { revokeSessions } from "../../db/sessions.ts";
import { PorticoError } from "../../errors.ts";
import { endSession as end } from "./sessions.queries.ts";

/** Ends one session of whoever is signed in; another's is answered as one that does not exist. */
export async function endSession(c: AppContext, action: string, id: string): Promise<void> {
  await writeAsUser(c, async (db, me) => {
    const isOpen = await end(db, me, id);
    if (isOpen === undefined) throw new PorticoError("NOT_FOUND");
    await recordEnded(c, db, me, action, isOpen ? [id] : []);
  });
}

/** Ends every session of whoever is signed in but this one. */
export async function endOtherSessions(c: AppContext, action: string): Promise<void> {
  await writeAsUser(c, async (db, me) => {
    const ended = await revokeSessions(db, me.organization_id, me.user_id, tenantOf(c).sessionId);
    await recordEnded(c, db, me, action, ended);
  });
}

async function recordEnded(c: AppContext, db: TenantDb, me: Entered, action: string, ids: string[]) {
  const user = { organizationId: me.organization_id, id: me.user_id, role: me.role };
  const changes = ids.map((id) => ({ entity: "session", id, before: null, after: null }) as const);
  await recordOwnChanges(c, db, user, action, changes);
}
