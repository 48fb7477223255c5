import { appointment, customer, done, internal, shared, task } from "./build.ts";
import type { DemoCustomer } from "./types.ts";
import { wallClock } from "./wall-clock.ts";

const berlin = "Europe/Berlin";
const newYork = "America/New_York";
const practice = "Northwind Dental, Lindenstraße 12";

/** The customer whom a newcomer signs in as. */
export function ada(now: Date): DemoCustomer {
  const { on, at } = wallClock(now, berlin);
  const overThere = wallClock(now, newYork);
  const lena = { location: practice, employee: "lena" };
  const milo = { location: practice, employee: "milo" };

  return customer("ada", "Ada Okafor", "ada@northwind.example", {
    phone: "+49 30 23125 118",
    address: "Oranienstraße 41\n10999 Berlin\nGermany",
    timeZone: berlin,
    locale: "en-GB",
    externalId: "P-10482",
    appointments: [
      appointment("Check-up and cleaning", at(3, "09:30"), 45, berlin, {
        ...lena,
        description: "Please arrive ten minutes early, and bring your insurance card.",
      }),
      appointment("X-ray", at(3, "10:30"), 15, berlin, {
        ...milo,
        description: "Directly after your check-up, on the second floor.",
      }),
      appointment("Video consultation", overThere.at(15, "11:00"), 20, newYork, {
        description: "A second opinion on the crown. The link opens ten minutes before we begin.",
        status: "REQUESTED",
        meetingUrl: "https://meet.northwind.example/whitaker",
        employee: "sam",
      }),
      appointment("Half-yearly check-up", at(98, "08:00"), 45, berlin, lena),
      appointment("Fitting of your night guard", at(9, "16:15"), 30, berlin, {
        ...milo,
        status: "CANCELLED",
        description: "Cancelled at your request. Call us for another time.",
      }),
      appointment("Filling, upper left", at(-5, "14:00"), 50, berlin, {
        ...lena,
        status: "COMPLETED",
        description: "Composite filling, one surface.",
      }),
      appointment("Night guard: impressions", at(-35, "11:15"), 30, berlin, {
        ...milo,
        status: "COMPLETED",
      }),
      appointment("Check-up and cleaning", at(-182, "09:00"), 45, berlin, {
        ...lena,
        status: "COMPLETED",
      }),
      appointment("Cleaning", at(-245, "17:30"), 40, berlin, { ...milo, status: "NO_SHOW" }),
      appointment("First visit", at(-370, "10:00"), 60, berlin, { ...lena, status: "COMPLETED" }),
    ],
    tasks: [
      task("Fill in the health questionnaire", "About 4 minutes", { dueAt: on(1, "18:00") }),
      task("Upload your insurance card", "A photo is enough", { dueAt: on(4, "18:00") }),
      task("Confirm your new address", "We could not deliver our last letter", { priority: "LOW" }),
      done("Sign the treatment plan", at(-12, "19:42"), { dueAt: on(-10, "18:00"), priority: "HIGH" }),
      done("Choose a colour for your night guard", at(-34, "08:05")),
      done("Tell us how your first visit was", at(-366, "21:10"), { priority: "LOW" }),
    ],
    notes: [
      shared(
        "lena",
        at(-5, "15:10"),
        "After your filling",
        [
          "You can eat again after two hours. If the bite feels too high after three days, call us and we adjust it.",
          "",
          "- **Today:** nothing hot until the numbness is gone.",
          "- **This week:** brush as usual, gently on the left side.",
          "- A little sensitivity to cold is normal for up to two weeks.",
          "",
          "Questions in between? Write to [praxis@northwind.example](mailto:praxis@northwind.example).",
        ].join("\n"),
      ),
      shared(
        "milo",
        at(-21, "12:00"),
        "Night guard",
        "Your guard is ready. Bring the old one so that we can compare the wear.",
      ),
      shared(
        "lena",
        at(-182, "09:50"),
        "Your check-up",
        [
          "Everything looks **healthy**. Two things for the next half year:",
          "",
          "1. Floss between the lower front teeth, where tartar comes back first.",
          "2. Try the softer brush that we gave you.",
        ].join("\n"),
      ),
      internal(
        "noor",
        at(-4, "09:20"),
        "Letter came back",
        "Returned by the post office. *Ask for the new address* before the plan for the crown goes out.",
      ),
      internal(
        "lena",
        at(-5, "15:14"),
        "Anxious about the drill",
        "Prefers to be told every step before it happens. Music helps. Allow ten minutes more.",
      ),
    ],
  });
}
