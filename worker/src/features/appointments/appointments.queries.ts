import { sql } from "drizzle-orm";
import { orElse, pageRead, type PageSpec } from "../../db/page.ts";
import { placeholder, read } from "../../db/read.ts";
import { appointmentJson } from "../../db/wire.ts";

const spec = (direction: "asc" | "desc"): PageSpec => ({
  from: sql`portal.appointments a`,
  json: appointmentJson,
  where: sql`a.organization_id = me.organization_id and a.customer_id = me.customer_id
    and (${placeholder("statuses")} is null or a.status = any (string_to_array(${placeholder("statuses")}, ',')))
    and a.ends_at > ${orElse("from", "timestamptz", "-infinity")}
    and a.starts_at < ${orElse("to", "timestamptz", "infinity")}`,
  sort: sql`a.starts_at`,
  id: sql`a.id`,
  direction,
});

/** A page of the customer's appointments, by their start. */
export const listAppointments = {
  asc: pageRead("list_appointments", spec("asc")),
  desc: pageRead("list_latest_appointments", spec("desc")),
};

/** One appointment of the customer. */
export const getAppointment = read(
  "get_appointment",
  sql`
  select ${appointmentJson} from portal.appointments a
   where a.organization_id = me.organization_id and a.customer_id = me.customer_id and a.id = ${placeholder("id")}::uuid`,
);
