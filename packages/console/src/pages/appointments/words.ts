import { words } from "../../lib/words.ts";

const english = {
  heading: "Appointments",
  newAppointment: "New appointment",
  view: "View",
  week: "Week",
  list: "List",
  today: "Today",
  earlier: "Earlier",
  later: "Later",
  days: "Days",
  clocks: (city: string) => `${city} time`,
  employee: "Employee",
  everybody: "All employees",
  status: "Status",
  anyStatus: "Every status",
  grid: (period: string) => `Appointments, ${period}`,
  gridHint:
    "Arrow keys lead from one to the next. Enter opens an appointment or makes one. M picks one up to move it. Question mark shows all keys.",
  with: (employee: string) => `with ${employee}`,
  overlapping: (count: number) =>
    count === 1 ? "overlaps another of the same employee" : `overlaps ${count} others of the same employee`,
  overlap: "Overlaps",
  timeIn: (time: string, city: string) => `${time} in ${city}`,
  free: (when: string) => `${when}, free. Enter makes an appointment.`,
  freeShort: (time: string) => `+ ${time}`,
  count: (day: string, count: number) =>
    `${day}, ${count === 0 ? "no appointments" : count === 1 ? "1 appointment" : `${count} appointments`}`,
  pickedUp: (title: string, when: string) =>
    `“${title}” is picked up, ${when}. Arrow keys move it, with shift they change its length. Enter drops it, Escape puts it back.`,
  dropped: (when: string) => `Dropped: ${when}.`,
  putBack: (title: string) => `“${title}” is back where it was.`,
  tooMany: (count: number) =>
    `Only the first ${count} appointments of these days are shown. Choose an employee or a status to see all of theirs.`,
  appointments: "Appointments",
  notFound: "This appointment does not exist, or not any more.",
  what: "What",
  when: "When",
  customer: "Customer",
  actions: "Actions",
  confirm: "Confirm",
  complete: "Complete",
  noShow: "No-show",
  cancel: "Cancel",
  actOn: (action: string, title: string, customer: string) => `${action}: ${title}, ${customer}`,
  from: "From",
  none: "No appointments from here on",
  noneHint: "Make one above. What is made, or asked for by customers, appears here.",
  noneSuch: "No appointment fits these filters",
  noneSuchHint: "Choose another status or employee, or an earlier day.",
  help: "Keys and help",
  helpHeading: "Keys in the week",
  helpPointer:
    "Drag an appointment to move it, its lower edge to change how long it takes. Click what is free to make one.",
  keys: [
    ["↑ ↓", "to the next appointment or free half hour"],
    ["← →", "to the day before or after"],
    ["Enter", "opens the appointment, or makes one where it is free"],
    ["M", "picks an appointment up, or space does"],
    ["↑ ↓ ← →", "then move it by 15 minutes or a day"],
    ["Shift + ↑ ↓", "then make it shorter or longer"],
    ["Enter", "then drops it, Esc puts it back"],
    ["Page ↑ Page ↓", "an earlier or later week"],
    ["T", "today"],
    ["?", "shows this"],
  ] as [string, string][],
};

/** The shape of the page's words. */
export type AppointmentsWords = typeof english;

/** The words of the calendar. */
export const appointmentsWords = words<AppointmentsWords>(english, { de: () => import("./words.de.ts") });
