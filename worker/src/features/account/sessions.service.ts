import { tenantOf, writeAsUser } from "../../access.ts";
import { recordOwnChanges } from "../../changes.ts";
import type { AppContext } from "../../context.ts";
import type { Change } from "../../db/audit.ts";
import type { Employee, Entered, TenantDb } from "../../db/client.ts";
import { revokeSessions } from "../../db/sessions.ts";
import { coarseNetwork } from "../../lib/network.ts";
import { deviceName, deviceOf } from "../../lib/device.ts";
import { PorticoError } from "../../errors.ts";
import { endSession as end, findCustomerAccount, type SessionRow } from "./sessions.queries.ts";

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

/** A list of sessions as the wire has it: device and network in words that are near enough to recognize. */
export function sessionPage(rows: string) {
  const items = (JSON.parse(rows) as SessionRow[]).map(({ userAgent, network, ...session }) => ({
    ...session,
    device: deviceName(deviceOf(userAgent)),
    network: coarseNetwork(network),
  }));
  return { items, nextCursor: null };
}

/** Ends one session of a customer, or all of them; tells which were still open. */
export async function endCustomerSessions(
  db: TenantDb,
  me: Employee,
  customerId: string,
  sessionId?: string,
): Promise<Change[]> {
  const account = await findCustomerAccount(db, me.organization_id, customerId);
  if (account === null) throw new PorticoError("NOT_FOUND");
  const ended =
    account === undefined ? undefined : await endThose(db, me.organization_id, account, sessionId);
  if (ended === undefined && sessionId !== undefined) throw new PorticoError("NOT_FOUND");
  const before = JSON.stringify({ customerId });
  return (ended ?? []).map((id) => ({ entity: "session", id, before, after: null }));
}

async function endThose(db: TenantDb, organizationId: string, userId: string, id?: string) {
  if (id === undefined) return revokeSessions(db, organizationId, userId);
  const wasOpen = await end(db, { organization_id: organizationId, user_id: userId }, id);
  return wasOpen === undefined ? undefined : wasOpen ? [id] : [];
}
