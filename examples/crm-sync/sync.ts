// Both ways between the CRM and the portal. Whoever changed a record last has the say; where both did since the last
// run, the CRM has.
import type {
  AppointmentRecord,
  CustomerRecord,
  RecordChange,
  RecordRow,
  ServerClient,
} from "@portico/server";
import type { Client, Crm, Visit, Waiting } from "./crm.ts";

/** What a run did. */
export interface Report {
  pulled: number;
  pushed: number;
  refused: { externalId: string; why: string }[];
}

const clientKey = (id: number) => `client-${id}`;
const visitKey = (id: number) => `visit-${id}`;
const idOf = (externalId: string | null, prefix: string) =>
  externalId?.startsWith(prefix) ? Number(externalId.slice(prefix.length)) : undefined;

/** Runs once: first what the portal has, then what the CRM has. A second run finds nothing to do. */
export async function sync(crm: Crm, portico: ServerClient): Promise<Report> {
  const report: Report = { pulled: 0, pushed: 0, refused: [] };
  for await (const { items, cursor } of portico.pullChanges({
    after: crm.cursor,
    kinds: ["customers", "appointments"],
  })) {
    crm.pulling(() => {
      for (const change of items) report.pulled += take(crm, change) ? 1 : 0;
      // In the same transaction: if this program stops here, the page comes again.
      crm.cursor = cursor;
    });
  }
  await push(crm, portico, report);
  return report;
}

/** Takes over one change; says whether it changed anything. */
function take(crm: Crm, { entity, externalId, deleted, record }: RecordChange): boolean {
  const isCustomer = entity === "customers";
  const kind = isCustomer ? "clients" : "visits";
  const id = idOf(externalId, isCustomer ? "client-" : "visit-");
  // Made in the portal, without a number of the CRM's: this CRM leaves it there.
  if (id === undefined || crm.isWaiting(kind, id)) return false;
  if (deleted) return crm.db.prepare(`delete from ${kind} where id = ?`).run(id).changes > 0;
  if (isCustomer) {
    const { name, email, phone } = record as CustomerRecord;
    return (
      crm.db
        .prepare(
          `update clients set name = ?1, email = ?2, phone = ?3
            where id = ?4 and (name, email, phone) is not (?1, ?2, ?3)`,
        )
        .run(name, email, phone, id).changes > 0
    );
  }
  const { title, startsAt, endsAt } = record as AppointmentRecord;
  return (
    crm.db
      .prepare(
        `update visits set subject = ?1, starts_at = ?2, ends_at = ?3
          where id = ?4 and (subject, starts_at, ends_at) is not (?1, ?2, ?3)`,
      )
      .run(title, startsAt, endsAt, id).changes > 0
  );
}

const customerRow = ({ id, data }: Waiting<Client>): RecordRow<"customers"> =>
  data
    ? { externalId: clientKey(id), name: data.name, email: data.email, phone: data.phone }
    : { externalId: clientKey(id), deleted: true };

const appointmentRow = ({ id, data }: Waiting<Visit>): RecordRow<"appointments"> =>
  data
    ? {
        externalId: visitKey(id),
        customerExternalId: clientKey(data.clientId),
        title: data.subject,
        startsAt: data.startsAt,
        endsAt: data.endsAt,
        timeZone: "Europe/Berlin",
        status: "CONFIRMED",
      }
    : { externalId: visitKey(id), deleted: true };

/** Brings over what is waiting: clients first, since visits name them. What is refused goes on waiting. */
async function push(crm: Crm, portico: ServerClient, report: Report): Promise<void> {
  const settle = (
    kind: "clients" | "visits",
    prefix: string,
    {
      status,
      externalId,
      errors,
    }: { status: string; externalId: string | null; errors?: { path: string; message: string }[] },
  ) => {
    const id = idOf(externalId, prefix)!;
    if (status === "FAILED") {
      const why = (errors ?? []).map(({ path, message }) => `${path} ${message}`).join("; ");
      report.refused.push({ externalId: externalId!, why });
      return;
    }
    crm.done(kind, id);
    if (status !== "UNCHANGED") report.pushed += 1;
  };
  for await (const result of portico.pushRecords("customers", crm.waitingClients().map(customerRow)))
    settle("clients", "client-", { ...result, externalId: result.row.externalId ?? null });
  for await (const result of portico.pushRecords("appointments", crm.waitingVisits().map(appointmentRow)))
    settle("visits", "visit-", { ...result, externalId: result.row.externalId ?? null });
}
