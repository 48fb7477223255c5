import { appointment, customer, task } from "./build.ts";
import type { DemoAppointment, DemoCustomer } from "./types.ts";
import { wallClock } from "./wall-clock.ts";

const berlin = "Europe/Berlin";
const location = "Northwind Dental, Lindenstraße 12";

/** Customers of Northwind Dental who fill the practice's present week; none of them signs in. */
export function northwindWeek(now: Date): DemoCustomer[] {
  const { on } = wallClock(now, berlin);
  const weekday = (new Date(on(0, "12:00")).getUTCDay() + 6) % 7;
  /** A day of this week, 0 being Monday; what is over has taken place. */
  const visit = (
    title: string,
    day: number,
    time: string,
    minutes: number,
    employee: string,
    rest: Partial<DemoAppointment> = {},
  ) => {
    const startsAt = on(day - weekday, time);
    const status = startsAt.getTime() + minutes * 60_000 < now.getTime() ? "COMPLETED" : "CONFIRMED";
    return appointment(title, startsAt, minutes, berlin, { status, location, employee, ...rest });
  };
  const someone = (
    key: string,
    name: string,
    externalId: string,
    appointments: DemoAppointment[],
    rest: Partial<DemoCustomer> = {},
  ) =>
    customer(key, name, `${key}@mail.example`, {
      timeZone: berlin,
      externalId,
      signsIn: false,
      appointments,
      ...rest,
    });

  return [
    someone("marek", "Marek Nowak", "P-10611", [
      visit("Check-up and cleaning", 0, "09:00", 45, "milo"),
      visit("Filling, upper left", 2, "10:00", 60, "lena"),
    ]),
    someone("nina", "Nina Petrova", "P-10612", [
      visit("Aligner check", 0, "11:30", 30, "sam", { status: "NO_SHOW" }),
      visit("Aligner check", 3, "08:30", 30, "sam"),
    ]),
    someone(
      "oskar",
      "Oskar Berg",
      "P-10615",
      [
        visit("First visit", 1, "09:30", 60, "lena"),
        visit("Cleaning", 4, "14:00", 45, "milo", { status: "REQUESTED" }),
      ],
      { tasks: [task("Bring your vaccination card", null, { dueAt: on(4 - weekday, "14:00") })] },
    ),
    someone("priya", "Priya Raman", "P-10619", [
      visit("Crown: impression", 1, "13:00", 90, "lena"),
      visit("Crown: fitting", 4, "09:00", 60, "lena"),
    ]),
    someone("quentin", "Quentin Moreau", "P-10622", [
      visit("Whitening", 2, "13:30", 75, "milo"),
      visit("Consultation", 3, "16:00", 30, "sam", { status: "CANCELLED" }),
    ]),
    someone("rosa", "Rosa Álvarez", "P-10627", [
      visit("Check-up", 2, "16:15", 30, "sam"),
      visit("Wisdom tooth, upper right", 3, "10:30", 90, "lena"),
      visit("Control after surgery", 4, "11:00", 20, "sam"),
    ]),
  ];
}
