import type { Appointment } from "@portico/client";

const encoder = new TextEncoder();

/** Escapes TEXT as RFC 5545, 3.3.11 asks. */
export const escapeText = (text: string): string =>
  text.replace(/[\\;,]/g, "\\$&").replace(/\r\n|\r|\n/g, "\\n");

/** Folds a content line at 75 octets, never inside a character (RFC 5545, 3.1). */
export function fold(line: string): string {
  let out = "";
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > 75) {
      out += "\r\n ";
      octets = 1;
    }
    out += character;
    octets += size;
  }
  return out;
}

const stamp = (iso: string) => new Date(iso).toISOString().replace(/[-:]|\.\d{3}/g, "");

/** The appointment as an iCalendar file. Times are UTC, which every calendar shows in its own zone. */
export function toICalendar(appointment: Appointment, organization: string): string {
  const { id, title, description, startsAt, endsAt, updatedAt, location, meetingUrl, employee, status } =
    appointment;
  const details = [description, employee?.name, meetingUrl].filter(Boolean).join("\n");
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Portico//Portal//EN",
    "METHOD:PUBLISH",
    "BEGIN:VEVENT",
    `UID:${id}@portico`,
    `DTSTAMP:${stamp(updatedAt)}`,
    `DTSTART:${stamp(startsAt)}`,
    `DTEND:${stamp(endsAt)}`,
    `SUMMARY:${escapeText(`${title} · ${organization}`)}`,
    `STATUS:${status === "CANCELLED" ? "CANCELLED" : status === "REQUESTED" ? "TENTATIVE" : "CONFIRMED"}`,
  ];
  if (details) lines.push(`DESCRIPTION:${escapeText(details)}`);
  if (location ?? meetingUrl) lines.push(`LOCATION:${escapeText((location ?? meetingUrl)!)}`);
  if (meetingUrl) lines.push(`URL:${meetingUrl.replace(/[\r\n]/g, "")}`);
  lines.push("END:VEVENT", "END:VCALENDAR", "");
  return lines.map(fold).join("\r\n");
}

/** Hands the appointment to the browser as a download. */
export function downloadICalendar(appointment: Appointment, organization: string): void {
  const blob = new Blob([toICalendar(appointment, organization)], { type: "text/calendar;charset=utf-8" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = `${appointment.title.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "") || "appointment"}.ics`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
