import { and, eq, ne, sql } from "drizzle-orm";
import { createCustomer as insertCustomer } from "../../db/accounts.ts";
import type { Employee, TenantDb } from "../../db/client.ts";
import { columnsOf, idsOf, type BatchSpec } from "../../db/batch.ts";
import {
  changeItem,
  createdItem,
  deleteItem,
  externalRead,
  itemRead,
  type ItemSpec,
} from "../../db/items.ts";
import { listOf } from "../../db/lists.ts";
import { isBehindCursor, orderOf, pageRead, type PageOrder, type PageSpec } from "../../db/page.ts";
import { placeholder } from "../../db/read.ts";
import { customers } from "../../db/schema/customers.ts";
import { users } from "../../db/schema/users.ts";
import { revokeSessions } from "../../db/sessions.ts";
import { accountState, customerRecordJson } from "../../db/wire.ts";
import { PorticoError } from "../../errors.ts";
import { newId } from "../../lib/ids.ts";
import type { Role } from "../../lib/roles.ts";

const item: ItemSpec = {
  entity: "customer",
  from: sql`portal.customers c`,
  alias: "c",
  json: customerRecordJson,
};

const order: PageOrder = { sort: sql`c.sort_name`, id: sql`c.id`, direction: "names" };

const mine = sql`c.organization_id = me.organization_id`;
const behind = isBehindCursor(order);
const filtered = sql`(${placeholder("account")} is null
  or ${accountState} = any (string_to_array(${placeholder("account")}, ',')))`;
const limit = sql`${placeholder("limit")}::int`;
const onePage = sql`order by ${orderOf(order)} limit ${limit} + 1`;
const query = sql`(select portal.customer_query(me.organization_id, ${placeholder("q")}, 0))`;

/**
 * Those whom a search finds, for one page. Words that many have fill it from the next 500 names. Where these do
 * not, and there are more, the index of words tells everybody whom the search finds.
 */
const found = sql`(
  with near as materialized (
    select c.id from (select * from portal.customers c where ${mine} and ${behind} order by ${orderOf(order)} limit 500) c
     where c.words @@ ${query} and ${filtered} ${onePage}),
  far as (
    select c.id from portal.find_customers(${placeholder("q")}) c
     where case when (select count(*) from near) > ${limit} then false
             else exists (select from portal.customers c where ${mine} and ${behind} offset 499) end
       and ${behind} and ${filtered} ${onePage})
  select id from near union select id from far) f,
  lateral (select * from portal.customers c where ${mine} and c.id = f.id offset 0) c`;

const spec: PageSpec = { ...order, from: item.from, json: item.json, where: mine };

/** How many names a page looks at where only some accounts are asked for: then it is shorter, and not the last. */
const stride = sql.raw("2000");
const next = sql`(select * from portal.customers c where ${mine} and ${behind} order by ${orderOf(order)} limit ${stride}) c`;
const last = sql`(select c.sort_name, c.id from portal.customers c where ${mine} and ${behind}
  order by ${orderOf(order)} limit 1 offset ${stride} - 1)`;

/** A page of the organization's customers by name: all of them, those of some accounts, or whom a search finds. */
export const listCustomers = {
  all: pageRead("list_customers", spec),
  some: pageRead("list_customers_by_account", { ...spec, from: next, where: filtered, horizon: last }),
  found: pageRead("search_customers", { ...spec, from: found, where: mine }),
};

/** One customer of the organization. */
export const getCustomer = itemRead(item);

/** The one customer that has an external id, as a list. */
export const findCustomer = externalRead(item);

/** What employees say of a customer. */
type Values = Partial<
  Pick<
    typeof customers.$inferInsert,
    "name" | "externalId" | "email" | "phone" | "address" | "timeZone" | "locale"
  >
>;

/** Makes a customer record. */
export async function createCustomer(db: TenantDb, me: Employee, values: Values & { name: string }) {
  const id = newId();
  await insertCustomer(db, { ...values, organizationId: me.organization_id, id });
  return createdItem(db, item, me.organization_id, id);
}

/** Whoever signs in as the customer. Locked before the record, as everywhere, so that changes wait for each other. */
const accountOf = (me: Employee, id: string) =>
  and(eq(users.organizationId, me.organization_id), eq(users.customerId, id));
const lockAccount = (db: TenantDb, me: Employee, id: string) =>
  db.select({ id: users.id }).from(users).where(accountOf(me, id)).for("update");

/** Changes a customer; the name is also that of the account which signs in as it, unless that is an employee's. */
export async function updateCustomer(
  db: TenantDb,
  me: Employee,
  id: string,
  { account, ...values }: Values & { account?: { disabled: boolean } | undefined },
  etags: string[] | null,
) {
  await lockAccount(db, me, id);
  return changeItem(db, item, me.organization_id, id, etags, async (before) => {
    await db
      .update(customers)
      .set({ ...values, updatedAt: sql`now()` })
      .where(and(eq(customers.organizationId, me.organization_id), eq(customers.id, id)));
    if (values.name)
      await db
        .update(users)
        .set({ name: values.name, updatedAt: sql`now()` })
        .where(and(accountOf(me, id), eq(users.role, "CUSTOMER")));
    if (account) await setDisabled(db, me, before, account.disabled);
  });
}

/** Shuts or opens a customer's account. An employee's is not for everybody to shut who may change customers. */
async function setDisabled(db: TenantDb, me: Employee, record: string, disabled: boolean): Promise<void> {
  const { account } = JSON.parse(record) as { account: { userId: string; role: Role } | null };
  const refuse = (message: string) =>
    new PorticoError("INVALID_REQUEST", { errors: [{ path: "account", message }] });
  if (!account) throw refuse("does not exist yet: nobody signs in as this customer");
  if (account.role !== "CUSTOMER") throw refuse("is an employee's: change it among the employees");
  const disabledAt = disabled ? sql`coalesce(${users.disabledAt}, now())` : null;
  await db
    .update(users)
    .set({ disabledAt, updatedAt: sql`now()` })
    .where(and(eq(users.organizationId, me.organization_id), eq(users.id, account.userId)));
  if (disabled) await revokeSessions(db, me.organization_id, account.userId);
}

/** Deletes the accounts that sign in as customers; an employee's account stays. */
async function deleteAccounts(db: TenantDb, me: Employee, ids: string[]): Promise<void> {
  const accounts = and(
    eq(users.organizationId, me.organization_id),
    sql`${users.customerId} = any (array${listOf(ids, "uuid")})`,
  );
  await db
    .update(users)
    .set({ customerId: null, updatedAt: sql`now()` })
    .where(and(accounts, ne(users.role, "CUSTOMER")));
  await db.delete(users).where(accounts);
}

/** Deletes a customer, all records of it, and the account that signs in as it; an employee's account stays. */
export async function deleteCustomer(db: TenantDb, me: Employee, id: string, etags: string[] | null) {
  await lockAccount(db, me, id);
  return deleteItem(db, item, me.organization_id, id, etags, () => deleteAccounts(db, me, [id]));
}

/** Many customers at once. */
export const customerBatch: BatchSpec = {
  item,
  table: "customers",
  columns: columnsOf(customers, ["externalId", "name", "email", "phone", "address", "timeZone", "locale"]),
  lock: (db, me, names) =>
    db.execute(sql`select 1 from portal.users u join ${idsOf("customers", me, names)} i on i.id = u.customer_id
      where u.organization_id = ${me.organization_id}::uuid order by u.id for update of u`),
  updated: async (db, me, rows) => {
    const named = rows.filter(({ values }) => values.name !== undefined).map(({ id }) => id);
    if (named.length === 0) return;
    await db.execute(sql`update portal.users u set name = c.name, updated_at = now() from portal.customers c
      where u.organization_id = ${me.organization_id}::uuid and c.organization_id = u.organization_id
        and c.id = u.customer_id and u.customer_id = any (array${listOf(named, "uuid")})
        and u.role = 'CUSTOMER' and u.name <> c.name`);
  },
  deleting: deleteAccounts,
};
