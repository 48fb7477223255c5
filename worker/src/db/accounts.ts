import { and, eq, isNull, sql } from "drizzle-orm";
import type { TenantDb } from "./client.ts";
import { customers } from "./schema/customers.ts";
import { organizations } from "./schema/organizations.ts";
import { users } from "./schema/users.ts";

/** What the Worker knows of an organization. */
export type KnownOrganization = typeof organizations.$inferSelect;

/** The organization of the transaction. */
export async function getOrganization(
  db: TenantDb,
  organizationId: string,
): Promise<KnownOrganization | undefined> {
  const [row] = await db.select().from(organizations).where(eq(organizations.id, organizationId));
  return row;
}

/** The organization of the transaction, held: what must not happen twice at the same moment in it waits here. */
export async function holdOrganization(
  db: TenantDb,
  organizationId: string,
): Promise<KnownOrganization | undefined> {
  const [row] = await db
    .select()
    .from(organizations)
    .where(eq(organizations.id, organizationId))
    .for("no key update");
  return row;
}

/** Makes the organization unless its slug is taken; says whether it did. */
export async function createOrganization(
  db: TenantDb,
  values: { id: string; slug: string; name: string },
): Promise<boolean> {
  const rows = await db
    .insert(organizations)
    .values(values)
    .onConflictDoNothing()
    .returning({ id: organizations.id });
  return rows.length === 1;
}

/** The sign-in row of an address. */
export async function findUser(db: TenantDb, organizationId: string, email: string) {
  const [row] = await db
    .select({
      id: users.id,
      passwordHash: users.passwordHash,
      customerId: users.customerId,
      role: users.role,
      disabledAt: users.disabledAt,
    })
    .from(users)
    .where(and(eq(users.organizationId, organizationId), eq(users.email, email)));
  return row;
}

/**
 * Whether the password that somebody has just proven is still the user's, and keeps it so until the transaction ends:
 * what a password opens must not outlive its change.
 */
export async function keepsPassword(
  db: TenantDb,
  organizationId: string,
  user: { id: string; passwordHash: string },
): Promise<boolean> {
  const rows = await db
    .select({ id: users.id })
    .from(users)
    .where(
      and(
        eq(users.organizationId, organizationId),
        eq(users.id, user.id),
        eq(users.passwordHash, user.passwordHash),
      ),
    )
    .for("share");
  return rows.length === 1;
}

/** Makes a user; undefined where the address has one already. */
export async function createUser(db: TenantDb, values: typeof users.$inferInsert) {
  const [row] = await db.insert(users).values(values).onConflictDoNothing().returning({ id: users.id });
  return row;
}

/** Makes a customer record. */
export async function createCustomer(db: TenantDb, values: typeof customers.$inferInsert): Promise<void> {
  await db.insert(customers).values(values);
}

/** The one customer record with a proven address that nobody signs in as; undefined for none and for several. */
export async function findUnlinkedCustomer(
  db: TenantDb,
  organizationId: string,
  email: string,
): Promise<string | undefined> {
  const rows = await db
    .select({ id: customers.id })
    .from(customers)
    .leftJoin(
      users,
      and(eq(users.organizationId, customers.organizationId), eq(users.customerId, customers.id)),
    )
    .where(
      and(
        eq(customers.organizationId, organizationId),
        sql`${customers.id} in (select portal.find_customers_by_email(array[${email}]))`,
        isNull(users.id),
      ),
    )
    .limit(2);
  return rows.length === 1 ? rows[0]!.id : undefined;
}
