import { sql } from "drizzle-orm";
import { pageRead, type PageSpec } from "../../db/page.ts";
import { placeholder, read } from "../../db/read.ts";
import { appointmentJson } from "../../db/wire.ts";

const spec = (direction: "asc" | "desc"): PageSpec => ({
  from: sql`portal.appointments a`,
  json: appointmentJson,
  where: sql`a.organization_id = me.organization_id and a.customer_id = me.customer_id
    and (${placeholder("statuses")}::text is null or a.status = any (string_to_array(${placeholder("statuses")}::text, ',')))
    and a.ends_at > coalesce(${placeholder("from")}::timestamptz, '-infinity')
    and a.starts_at < coalesce(${placeholder("to")}::timestamptz, 'infinity')`,
  sort: sql`a.starts_at`,
  id: sql`a.id`,
  direction,
});

/** A page of the customer's appointments: first or continued, by their start. */
export const listAppointments = {
  asc: { first: pageRead(spec("asc"), false), continued: pageRead(spec("asc"), true) },
  desc: { first: pageRead(spec("desc"), false), continued: pageRead(spec("desc"), true) },
};

/** One appointment of the customer; body null where there is none. */
export const getAppointment = read<{ body: string | null }>(sql`(
  select ${appointmentJson}::text from portal.appointments a
   where a.organization_id = me.organization_id and a.customer_id = me.customer_id and a.id = ${placeholder("id")}::uuid
   limit 1) as body`);
