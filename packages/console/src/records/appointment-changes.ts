import type { AppointmentRecord, DashboardApi } from "@portico/client/dashboard";
import { toPortalError } from "@portico/elements/internal/controllers/portal-store.ts";
import type { PortalElement } from "@portico/elements/internal/lib/portal-element.ts";
import { pill } from "@portico/elements/internal/primitives/primitives.ts";
import type { Tone } from "@portico/elements/internal/primitives/primitives.ts";
import type { TemplateResult } from "lit";
import { apiOf } from "../lib/api.ts";
import { ToastEvent } from "../lib/toast.ts";
import { problemText } from "../parts/problem.ts";
import { appointmentWords } from "./appointment-words.ts";

/** What can be changed of an appointment. */
export type AppointmentChange = Parameters<DashboardApi["updateAppointment"]>[1];
/** How an appointment stands. */
export type AppointmentStatus = AppointmentRecord["status"];

const tones: Record<AppointmentStatus, Tone> = {
  REQUESTED: "warning",
  CONFIRMED: "accent",
  CANCELLED: "danger",
  COMPLETED: "neutral",
  NO_SHOW: "danger",
};

/** How an appointment stands, as a pill. */
export const statusPill = (host: PortalElement, status: AppointmentStatus): TemplateResult =>
  pill(appointmentWords(host)[status], tones[status]);

/** Whether others of the same employee are in its way. */
export const isActive = (status: string | null | undefined): boolean =>
  status === "REQUESTED" || status === "CONFIRMED";

/** What can come of an appointment next, the likeliest first, and the words for it. */
export function nextSteps(
  { status, startsAt }: Pick<AppointmentRecord, "status" | "startsAt">,
  now = Date.now(),
) {
  const confirm = ["CONFIRMED", status === "REQUESTED" ? "toConfirm" : "toReopen"] as const;
  const complete = ["COMPLETED", "toComplete"] as const;
  const missed = ["NO_SHOW", "toNoShow"] as const;
  const cancel = ["CANCELLED", "toCancel"] as const;
  if (status === "REQUESTED") return [confirm, cancel];
  if (status !== "CONFIRMED") return [confirm];
  return Date.parse(startsAt) < now ? [complete, missed, cancel] : [cancel];
}

/** What brings a change back. */
function inverseOf(before: AppointmentRecord, change: AppointmentChange): AppointmentChange {
  const was = { ...before, employeeId: before.employee?.id ?? null };
  return Object.fromEntries(Object.keys(change).map((name) => [name, was[name as "title"]]));
}

interface Changed {
  before: AppointmentRecord;
  after: AppointmentRecord;
  change: AppointmentChange;
  /** What has happened, in a sentence. */
  said: string;
  /** Takes what is there after the way back. */
  put: (record: AppointmentRecord) => void;
  /** The element that says it, where `host` will be gone. */
  place?: EventTarget | undefined;
}

/** What has happened, and who has something else at that time. */
export const withOverlaps = (host: PortalElement, said: string, record: AppointmentRecord): string =>
  record.overlaps && record.employee
    ? appointmentWords(host).savedBut(said, record.employee.name, record.overlaps)
    : said;

/** Says that an appointment was changed, and offers the way back. */
export function sayChanged(
  host: PortalElement,
  { before, after, change, said, put, place = host }: Changed,
): void {
  const words = appointmentWords(host);
  const tell = (text: string, undo?: () => unknown) => place.dispatchEvent(new ToastEvent(text, undo));
  tell(withOverlaps(host, said, after), async () => {
    try {
      put(await apiOf(host).updateAppointment(after.id, inverseOf(before, change)));
      tell(words.undone);
    } catch (error) {
      tell(words.refused(after.title, problemText(host, toPortalError(error))));
    }
  });
}

/**
 * Changes an appointment at once, shown by `put` before the server has taken it; what is refused goes back with its
 * reason.
 */
export async function changeAppointment(
  host: PortalElement,
  { before, change, said, put }: Omit<Changed, "after" | "place">,
): Promise<void> {
  put({ ...before, ...change } as AppointmentRecord);
  try {
    const after = await apiOf(host).updateAppointment(before.id, change);
    put(after);
    sayChanged(host, { before, after, change, said, put });
  } catch (error) {
    put(before);
    const reason = problemText(host, toPortalError(error));
    host.dispatchEvent(new ToastEvent(appointmentWords(host).refused(before.title, reason)));
  }
}
