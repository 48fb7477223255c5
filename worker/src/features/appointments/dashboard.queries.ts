import { and, eq, isNull, ne, sql } from "drizzle-orm";
import type { Employee, TenantDb } from "../../db/client.ts";
import { columnsOf, type BatchSpec } from "../../db/batch.ts";
import {
  changeItem,
  createdItem,
  deleteItem,
  externalRead,
  itemRead,
  type ItemSpec,
} from "../../db/items.ts";
import { listOf } from "../../db/lists.ts";
import { orElse, pageRead, type PageSpec } from "../../db/page.ts";
import { placeholder } from "../../db/read.ts";
import { appointments } from "../../db/schema/appointments.ts";
import { organizations } from "../../db/schema/organizations.ts";
import { users } from "../../db/schema/users.ts";
import { appointmentRecordJson } from "../../db/wire.ts";
import { PorticoError } from "../../errors.ts";
import { newId } from "../../lib/ids.ts";

const item: ItemSpec = {
  entity: "appointment",
  from: sql`portal.appointments a`,
  alias: "a",
  json: appointmentRecordJson,
};

/** Whose appointments: everybody's, or those along the index of one customer or one employee. */
const whose = {
  all: sql``,
  customer: sql`and a.customer_id = ${placeholder("customerId")}::uuid`,
  employee: sql`and a.employee_id = ${placeholder("employeeId")}::uuid`,
  both: sql`and a.customer_id = ${placeholder("customerId")}::uuid and a.employee_id = ${placeholder("employeeId")}::uuid`,
};

const from = orElse("from", "timestamptz", "-infinity");
const to = orElse("to", "timestamptz", "infinity");
/** The first that can still be under way at `from` begins less than 48 hours before it. */
const earliest = sql`${from} - interval '48 hours'`;

/** Whichever way the list goes, it is read from one of these bounds to the other and no further. */
const bounds = {
  asc: { beginning: earliest, end: sql`a.starts_at < ${to}` },
  desc: { beginning: to, end: sql`a.starts_at > ${earliest}` },
};

const spec = (which: keyof typeof whose, direction: "asc" | "desc"): PageSpec => ({
  from: item.from,
  json: item.json,
  where: sql`a.organization_id = me.organization_id ${whose[which]}
    and ${bounds[direction].end} and a.ends_at > ${from}
    and (${placeholder("statuses")} is null or a.status = any (string_to_array(${placeholder("statuses")}, ',')))`,
  sort: sql`a.starts_at`,
  id: sql`a.id`,
  direction,
  beginning: bounds[direction].beginning,
});

const list = (which: keyof typeof whose, name: string) => ({
  asc: pageRead(name, spec(which, "asc")),
  desc: pageRead(`${name}_latest`, spec(which, "desc")),
});

/** A page of the organization's appointments by their start, of all or of a customer or an employee. */
export const listAppointmentRecords = {
  all: list("all", "list_appointment_records"),
  customer: list("customer", "list_appointment_records_of_customer"),
  employee: list("employee", "list_appointment_records_of_employee"),
  both: list("both", "list_appointment_records_of_both"),
};

/** One appointment of the organization. */
export const getAppointmentRecord = itemRead(item);

type Columns = typeof appointments.$inferInsert;

/** The one appointment that has an external id, as a list. */
export const findAppointmentRecord = externalRead(item);

/** What employees say of an appointment. */
type Values = Partial<
  Pick<
    Columns,
    | "externalId"
    | "title"
    | "description"
    | "status"
    | "startsAt"
    | "endsAt"
    | "timeZone"
    | "location"
    | "meetingUrl"
    | "employeeId"
  >
>;

/** Another organization's employee, a customer, who has been shut and who does not exist are refused alike. */
const noHolder = { path: "employeeId", message: "is no employee of this organization who can sign in" };

/** Those who may hold an appointment. */
async function findHolders(db: TenantDb, me: Employee, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .select({ id: users.id })
    .from(users)
    .where(
      and(
        eq(users.organizationId, me.organization_id),
        sql`${users.id} = any (array${listOf(ids, "uuid")})`,
        ne(users.role, "CUSTOMER"),
        isNull(users.disabledAt),
      ),
    );
  return new Set(rows.map(({ id }) => id));
}

async function admitHolder(db: TenantDb, me: Employee, employeeId: string | null | undefined): Promise<void> {
  if (employeeId && !(await findHolders(db, me, [employeeId])).has(employeeId))
    throw new PorticoError("INVALID_REQUEST", { errors: [noHolder] });
}

/** Who holds an appointment in its wire shape. */
const holderOf = (appointment: string | null) =>
  appointment === null
    ? undefined
    : (JSON.parse(appointment) as { employee: { id: string } | null }).employee?.id;

/** Makes an appointment for a customer of this organization; the foreign key refuses any other. */
export async function createAppointment(
  db: TenantDb,
  me: Employee,
  values: Values & Pick<Columns, "customerId" | "title" | "startsAt" | "endsAt">,
) {
  const [id, organizationId] = [newId(), me.organization_id];
  await admitHolder(db, me, values.employeeId);
  const zone = sql`(select ${organizations.timeZone} from ${organizations} where ${organizations.id} = ${organizationId}::uuid)`;
  const timeZone = values.timeZone ?? (zone as never);
  await db.insert(appointments).values({ ...values, timeZone, organizationId, id });
  return createdItem(db, item, organizationId, id);
}

/** Changes an appointment; whoever holds it already may be kept. */
export function updateAppointment(
  db: TenantDb,
  me: Employee,
  id: string,
  values: Values,
  etags: string[] | null,
) {
  return changeItem(db, item, me.organization_id, id, etags, async (before) => {
    if (values.employeeId !== holderOf(before)) await admitHolder(db, me, values.employeeId);
    await db
      .update(appointments)
      .set({ ...values, updatedAt: sql`now()` })
      .where(and(eq(appointments.organizationId, me.organization_id), eq(appointments.id, id)));
  });
}

/** Deletes an appointment. */
export const deleteAppointment = (db: TenantDb, me: Employee, id: string, etags: string[] | null) =>
  deleteItem(db, item, me.organization_id, id, etags);

/** Many appointments at once. */
export const appointmentBatch: BatchSpec = {
  item,
  table: "appointments",
  columns: columnsOf(appointments, [
    "externalId",
    "customerId",
    "employeeId",
    "title",
    "description",
    "status",
    "startsAt",
    "endsAt",
    "timeZone",
    "location",
    "meetingUrl",
  ]),
  computed: {
    time_zone: sql`coalesce(p.time_zone, (select o.time_zone from portal.organizations o
      where o.id = portal.current_organization()))`,
  },
  fits: {
    where: sql`p.ends_at > p.starts_at and p.ends_at - p.starts_at <= interval '48 hours'`,
    error: { path: "endsAt", message: "must be after `startsAt`, by at most 48 hours" },
  },
  check: async (db, me, rows) => {
    const holders = await findHolders(
      db,
      me,
      rows.flatMap(({ values }) => (values.employeeId as string | null) ?? []),
    );
    return ({ employeeId }, before) =>
      employeeId && !holders.has(employeeId as string) && employeeId !== holderOf(before)
        ? noHolder
        : undefined;
  },
};
