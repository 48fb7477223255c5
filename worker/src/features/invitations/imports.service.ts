import type { AppContext } from "../../context.ts";
import { getOrganization } from "../../db/accounts.ts";
import type { Employee, TenantDb } from "../../db/client.ts";
import { changeItem, createdItem, deleteItem, type ItemChange } from "../../db/items.ts";
import { PorticoError } from "../../errors.ts";
import { newId } from "../../lib/ids.ts";
import { admitCustomers } from "../../sessions/organization.ts";
import { readRows, type FileRow } from "./imports.csv.ts";
import { importItem, insertImport, settleImport, startImport, stopImport } from "./imports.queries.ts";
import { judgeRows } from "./imports.rules.ts";

/** Reads a list of people and says what would become of each. Nothing is sent. */
export async function createInvitationImport(
  db: TenantDb,
  me: Employee,
  { csv, separator }: { csv: string; separator?: string | undefined },
): Promise<ItemChange> {
  const organizationId = me.organization_id;
  admitCustomers((await getOrganization(db, organizationId))!);
  const rows = readRows(csv, separator);
  const fine = rows.filter((row): row is FileRow & { email: string } => row.reason === null);
  const judge = await judgeRows(db, organizationId, fine);
  for (const row of fine) {
    const verdict = judge(row);
    if ("reason" in verdict) row.reason = verdict.reason;
  }
  const id = newId();
  await insertImport(db, organizationId, { id, createdBy: me.user_id }, rows);
  await settleImport(db, organizationId, id);
  return createdItem(db, importItem, organizationId, id);
}

const statusIn = (before: string) => (JSON.parse(before) as { status: string }).status;

/** Lets a preview be sent; it runs behind the answer. Doing it twice is doing it once. */
export function confirmInvitationImport(
  c: AppContext,
  db: TenantDb,
  me: Employee,
  id: string,
  etags: string[] | null,
): Promise<ItemChange> {
  const by = { userId: me.user_id, requestId: c.var.requestId };
  return changeItem(db, importItem, me.organization_id, id, etags, async (before) => {
    if (["CANCELLED", "FAILED"].includes(statusIn(before)))
      throw new PorticoError("CONFLICT", { detail: "It has ended. Import the file again." });
    await startImport(db, me.organization_id, id, by);
  });
}

/** Ends an import where it is; who was invited stays so. */
export function cancelInvitationImport(
  db: TenantDb,
  me: Employee,
  id: string,
  etags: string[] | null,
): Promise<ItemChange> {
  return changeItem(db, importItem, me.organization_id, id, etags, async (before) => {
    const status = statusIn(before);
    if (status === "DONE" || status === "FAILED")
      throw new PorticoError("CONFLICT", { detail: "It has come to its end already." });
    if (status !== "CANCELLED") await stopImport(db, me.organization_id, id);
  });
}

/** Deletes an import with its rows, and so what the file said of people; whoever is invited stays so. */
export function deleteInvitationImport(
  db: TenantDb,
  me: Employee,
  id: string,
  etags: string[] | null,
): Promise<ItemChange> {
  return deleteItem(db, importItem, me.organization_id, id, etags, async (before) => {
    if (statusIn(before) === "RUNNING")
      throw new PorticoError("CONFLICT", { detail: "It is under way. Cancel it first." });
  });
}
