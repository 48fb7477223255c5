import { and, eq, sql } from "drizzle-orm";
import type { TenantDb } from "../../db/client.ts";
import { customers } from "../../db/schema/customers.ts";
import { users } from "../../db/schema/users.ts";
import type { Role } from "../../lib/roles.ts";
import type { Manner } from "./challenges.queries.ts";

/** Somebody's account, and how to speak to them. */
export interface Account extends Manner {
  organizationId: string;
  id: string;
  email: string;
  role: Role;
  passwordHash: string;
  customerId: string | null;
}

/** The account of a user. */
export async function getAccount(db: TenantDb, organizationId: string, id: string): Promise<Account> {
  const [row] = await db
    .select({
      organizationId: users.organizationId,
      id: users.id,
      email: users.email,
      role: users.role,
      passwordHash: users.passwordHash,
      customerId: users.customerId,
      locale: customers.locale,
      timeZone: customers.timeZone,
    })
    .from(users)
    .leftJoin(
      customers,
      and(eq(customers.organizationId, users.organizationId), eq(customers.id, users.customerId)),
    )
    .where(and(eq(users.organizationId, organizationId), eq(users.id, id)));
  return row!;
}

/** What the audit log says a change of an account is about: a customer, or an employee. */
export const subjectOf = ({ id, role, customerId }: Account) =>
  role === "CUSTOMER"
    ? ({ entity: "customer", id: customerId! } as const)
    : ({ entity: "employee", id } as const);

const theUser = ({ organizationId, id }: Pick<Account, "organizationId" | "id">) =>
  and(eq(users.organizationId, organizationId), eq(users.id, id));

/** Sets the password of a user whose address a mail has just proven. */
export async function resetPassword(db: TenantDb, account: Account, passwordHash: string): Promise<void> {
  const emailVerifiedAt = sql`coalesce(${users.emailVerifiedAt}, now())`;
  await db
    .update(users)
    .set({ passwordHash, emailVerifiedAt, updatedAt: sql`now()` })
    .where(theUser(account));
}

/** Replaces the password that was proven; false where it is another one by now. */
export async function changePassword(db: TenantDb, account: Account, passwordHash: string): Promise<boolean> {
  const rows = await db
    .update(users)
    .set({ passwordHash, updatedAt: sql`now()` })
    .where(and(theUser(account), eq(users.passwordHash, account.passwordHash)))
    .returning({ id: users.id });
  return rows.length === 1;
}

/** Gives the user, and the customer record that they sign in as, an address that a mail has just proven. */
export async function changeEmail(db: TenantDb, account: Account, email: string): Promise<void> {
  const { organizationId, customerId } = account;
  await db
    .update(users)
    .set({ email, emailVerifiedAt: sql`now()`, updatedAt: sql`now()` })
    .where(theUser(account));
  if (customerId === null) return;
  await db
    .update(customers)
    .set({ email, updatedAt: sql`now()` })
    .where(and(eq(customers.organizationId, organizationId), eq(customers.id, customerId)));
}
