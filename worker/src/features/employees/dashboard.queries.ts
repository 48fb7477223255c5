import { and, eq, isNull, sql } from "drizzle-orm";
import { holdOrganization } from "../../db/accounts.ts";
import type { Employee, TenantDb } from "../../db/client.ts";
import { changeItem, itemRead, type ItemSpec } from "../../db/items.ts";
import { pageRead } from "../../db/page.ts";
import { placeholder } from "../../db/read.ts";
import { users } from "../../db/schema/users.ts";
import { revokeSessions } from "../../db/sessions.ts";
import { employeeJson } from "../../db/wire.ts";
import { PorticoError } from "../../errors.ts";
import type { Role } from "../../lib/roles.ts";

const item: ItemSpec = {
  entity: "employee",
  from: sql`(select * from portal.users where role <> 'CUSTOMER') u`,
  alias: "u",
  json: employeeJson,
};

/** A page of the organization's employees, by name. */
export const listEmployees = pageRead("list_employees", {
  from: item.from,
  json: item.json,
  where: sql`u.organization_id = me.organization_id
    and (${placeholder("disabled")} is null or (u.disabled_at is not null) = ${placeholder("disabled")}::boolean)`,
  sort: sql`u.sort_name`,
  id: sql`u.id`,
  direction: "names",
});

/** One employee of the organization. */
export const getEmployee = itemRead(item);

/** What is said of an employee. */
interface Values {
  name?: string | undefined;
  role?: Employee["role"] | undefined;
  disabled?: boolean | undefined;
}

const user = (me: Employee, id: string) =>
  and(eq(users.organizationId, me.organization_id), eq(users.id, id));

/** Nobody changes who is above them, nor makes anybody so. */
function refuseAbove(me: Employee, ...roles: (Role | undefined)[]): void {
  if (me.role !== "OWNER" && roles.includes("OWNER"))
    throw new PorticoError("FORBIDDEN", { detail: "Only an owner changes owners and makes new ones." });
}

/** Whoever waited for the organization may have lost the role that let them in. */
async function refuseDemoted(db: TenantDb, me: Employee): Promise<void> {
  const still = and(user(me, me.user_id!), eq(users.role, me.role), isNull(users.disabledAt));
  const rows = await db.select({ id: users.id }).from(users).where(still);
  if (rows.length === 0) throw new PorticoError("FORBIDDEN", { detail: "Your role has just been changed." });
}

async function refuseWithoutOwner(db: TenantDb, me: Employee): Promise<void> {
  const owner = and(
    eq(users.organizationId, me.organization_id),
    eq(users.role, "OWNER"),
    isNull(users.disabledAt),
  );
  const rows = await db.select({ id: users.id }).from(users).where(owner).limit(1);
  if (rows.length === 0)
    throw new PorticoError("LAST_OWNER", { detail: "Make somebody else an owner who can sign in first." });
}

/**
 * Changes an employee. Those who change employees of one organization wait for each other, so that two owners who
 * remove each other at once leave one.
 */
export async function updateEmployee(
  db: TenantDb,
  me: Employee,
  id: string,
  { disabled, ...values }: Values,
  etags: string[] | null,
) {
  await holdOrganization(db, me.organization_id);
  await refuseDemoted(db, me);
  return changeItem(db, item, me.organization_id, id, etags, async (before) => {
    const { role } = JSON.parse(before) as { role: Role };
    refuseAbove(me, role, values.role);
    const disabledAt = disabled ? sql`coalesce(${users.disabledAt}, now())` : null;
    await db
      .update(users)
      .set({ ...values, ...(disabled !== undefined && { disabledAt }), updatedAt: sql`now()` })
      .where(user(me, id));
    if (disabled) await revokeSessions(db, me.organization_id, id);
    if (role === "OWNER") await refuseWithoutOwner(db, me);
  });
}
