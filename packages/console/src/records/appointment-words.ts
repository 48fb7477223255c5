import { words } from "../lib/words.ts";

const english = {
  newAppointment: "New appointment",
  create: "Create appointment",
  title: "Title",
  titleHint: "Customers see this, as “Check-up and cleaning”.",
  day: "Day",
  start: "Start",
  length: "Length",
  ends: (time: string) => `Ends ${time}`,
  skipped: (time: string) => `Clocks are moved forward then: it starts at ${time}.`,
  zone: "Time zone",
  zoneOrganization: (city: string) => `${city} (your organization)`,
  zoneCustomer: (city: string) => `${city} (the customer)`,
  timeIn: (time: string, city: string) => `${time} in ${city}`,
  employee: "Employee",
  nobody: "Nobody yet",
  noLonger: (name: string) => `${name} (cannot sign in any more)`,
  location: "Place",
  meetingUrl: "Video link",
  description: "Description",
  status: "Status",
  REQUESTED: "Requested",
  CONFIRMED: "Confirmed",
  CANCELLED: "Cancelled",
  COMPLETED: "Completed",
  NO_SHOW: "No-show",
  toConfirm: "Confirm",
  toComplete: "Mark as completed",
  toNoShow: "No-show",
  toCancel: "Cancel appointment",
  toReopen: "Set back to confirmed",
  changed: "Change status",
  overlaps: (employee: string, what: string) => `${employee} has something else then: ${what}.`,
  overlapsMore: (employee: string, count: number, what: string) =>
    `${employee} has ${count} others then: ${what}.`,
  overlapsHint: "You can save it all the same.",
  savedBut: (said: string, employee: string, count: number) =>
    `${said} ${employee} has ${count === 1 ? "another appointment" : `${count} others`} at that time.`,
  made: (title: string) => `“${title}” is made.`,
  said: {
    REQUESTED: (title: string) => `“${title}” is requested again.`,
    CONFIRMED: (title: string) => `“${title}” is confirmed.`,
    CANCELLED: (title: string) => `“${title}” is cancelled.`,
    COMPLETED: (title: string) => `“${title}” is completed.`,
    NO_SHOW: (title: string) => `“${title}” is marked as a no-show.`,
  },
  moved: (title: string, when: string) => `“${title}” is now ${when}.`,
  undone: "It is as it was before.",
  refused: (title: string, reason: string) => `“${title}” stays as it was. ${reason}`,
  deleteHeading: "Delete this appointment?",
  deleteText:
    "It disappears from the customer's portal too, as if it had never been. If it only does not take place, cancel it instead.",
};

/** The shape of the words about one appointment. */
export type AppointmentWords = typeof english;

/** The words about one appointment, wherever it is shown. */
export const appointmentWords = words<AppointmentWords>(english, {
  de: () => import("./appointment-words.de.ts"),
});
