import type { Appointment } from "@portico/client";
import { nothing } from "lit";
import type { TemplateResult } from "lit";
import { html } from "lit";
import type { PortalLocalize } from "../../controllers/localize.ts";
import { clocksDiffer, time, zoneCity } from "../../lib/time.ts";
import type { TimeContext } from "../../lib/time.ts";
import { facts, pill } from "../../primitives/primitives.ts";
import type { Tone } from "../../primitives/primitives.ts";

const statuses = {
  REQUESTED: ["requested", "warning"],
  CONFIRMED: ["confirmed", "accent"],
  CANCELLED: ["cancelled", "danger"],
  COMPLETED: ["completed", "neutral"],
  NO_SHOW: ["noShow", "neutral"],
} as const satisfies Record<Appointment["status"], readonly [string, Tone]>;

/** How an appointment stands, in a word. */
export function statusPill(appointment: Appointment, localize: PortalLocalize): TemplateResult {
  const [key, tone] = statuses[appointment.status];
  return pill(localize.term(key), tone);
}

/** "11:00 in New York", where the appointment's own clock differs from the customer's. */
export function ownZone(
  appointment: Appointment,
  context: TimeContext,
  localize: PortalLocalize,
): TemplateResult | typeof nothing {
  const { startsAt, timeZone } = appointment;
  if (!clocksDiffer(startsAt, timeZone, context.timeZone)) return nothing;
  const text = localize.term("timeInZone", time({ ...context, timeZone }, startsAt), zoneCity(timeZone));
  return html`<span class="caption zone num"><bdi>${text}</bdi></span>`;
}

/** "Dr. Lena Brandt · Lindenstraße 12" */
export const whoAndWhere = (appointment: Appointment, localize: PortalLocalize): TemplateResult[] =>
  facts(
    appointment.employee?.name,
    appointment.location ?? (appointment.meetingUrl ? localize.term("videoCall") : undefined),
  );
