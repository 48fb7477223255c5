import type { AppointmentRecord } from "@portico/client/dashboard";
import { toInstant, toLocal } from "../lib/zoned.ts";

/** What the form of an appointment holds that others of its fields follow from. */
export interface AppointmentDraft {
  day: string;
  /** Minutes of the day: `09:30`. */
  startsAt: string;
  /** How long it takes, in minutes. */
  endsAt: string;
  timeZone: string;
  employeeId: string;
  status: AppointmentRecord["status"];
}

const LENGTHS = [15, 20, 30, 40, 45, 50, 60, 75, 90, 120, 150, 180, 240, 300, 360, 480, 720, 1440, 2880];
const MINUTE = 60_000;

/** The lengths to choose from, with the appointment's own. */
export const lengthsWith = (own: number): number[] =>
  [...new Set([...LENGTHS, own])].sort((one, other) => one - other);

/** What the form of an appointment begins with: the appointment, or a start in the organization's zone. */
export function draftOf(
  record: AppointmentRecord | undefined,
  { start, timeZone }: { start: string; timeZone: string },
): AppointmentDraft {
  if (!record) {
    const [day, startsAt] = start.split("T") as [string, string];
    return { day, startsAt, endsAt: "45", timeZone, employeeId: "", status: "CONFIRMED" };
  }
  const [day, startsAt] = toLocal(record.startsAt, record.timeZone).split("T") as [string, string];
  const length = Math.round((Date.parse(record.endsAt) - Date.parse(record.startsAt)) / MINUTE);
  return {
    day,
    startsAt,
    endsAt: String(length),
    timeZone: record.timeZone,
    employeeId: record.employee?.id ?? "",
    status: record.status,
  };
}

/** When it begins and ends, as soon as the day and the time are whole. */
export function timesOf(
  draft: Pick<AppointmentDraft, "day" | "startsAt" | "endsAt" | "timeZone">,
): { startsAt: string; endsAt: string } | undefined {
  const local = `${draft.day}T${draft.startsAt}`;
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(local)) return undefined;
  const startsAt = toInstant(local.slice(0, 16), draft.timeZone);
  return { startsAt, endsAt: new Date(Date.parse(startsAt) + Number(draft.endsAt) * MINUTE).toISOString() };
}

/** The next half hour, as a new appointment's start. */
export function nextHalfHour(timeZone: string, now = Date.now()): string {
  const half = 30 * MINUTE;
  return toLocal(Math.ceil(now / half) * half, timeZone);
}
