import { and, eq, gt, lt, sql } from "drizzle-orm";
import type { TenantDb } from "../../db/client.ts";
import { registrations } from "../../db/schema/registrations.ts";

/** Keeps what somebody typed until the address is proven; a later attempt replaces an earlier one, and its code. */
export async function saveRegistration(
  db: TenantDb,
  values: typeof registrations.$inferInsert,
): Promise<void> {
  const { name, passwordHash, codeHash, expiresAt, id } = values;
  await db
    .insert(registrations)
    .values(values)
    .onConflictDoUpdate({
      target: [registrations.organizationId, registrations.email],
      set: { id, name, passwordHash, codeHash, expiresAt, attempts: 0 },
    });
}

/** Counts one try at the code of an address, at most five; undefined where none is open. */
export async function tryRegistration(db: TenantDb, organizationId: string, email: string) {
  const [row] = await db
    .update(registrations)
    .set({ attempts: sql`${registrations.attempts} + 1` })
    .where(
      and(
        eq(registrations.organizationId, organizationId),
        eq(registrations.email, email),
        lt(registrations.attempts, 5),
        gt(registrations.expiresAt, sql`now()`),
      ),
    )
    .returning();
  return row;
}

/** Takes the registration, once. */
export async function consumeRegistration(
  db: TenantDb,
  organizationId: string,
  id: string,
): Promise<boolean> {
  const rows = await db
    .delete(registrations)
    .where(and(eq(registrations.organizationId, organizationId), eq(registrations.id, id)))
    .returning({ id: registrations.id });
  return rows.length === 1;
}
