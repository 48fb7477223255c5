import { appointment, customer, done, internal, shared, task } from "./build.ts";
import type { DemoOrganization } from "./types.ts";
import { wallClock } from "./wall-clock.ts";

const newYork = "America/New_York";
const office = "Tidewater Legal, 40 Harbor Street";

/** A New York law firm: the second organization, so that isolation can be seen. */
export function tidewater(now: Date): DemoOrganization {
  const { on, at } = wallClock(now, newYork);
  const ruth = { location: office, employee: "ruth" };
  const oscar = { location: office, employee: "oscar" };

  return {
    organization: {
      slug: "tidewater",
      name: "Tidewater Legal",
      timeZone: newYork,
      locale: "en",
      registration: "INVITATION",
      branding: { accentColor: "#1f4b99", logoUrl: null },
      terms: {
        en: { appointments: "Consultations", tasks: "To-dos", notes: "Memos" },
        de: { appointments: "Besprechungen", tasks: "To-dos", notes: "Vermerke" },
      },
      allowedOrigins: ["http://127.0.0.1:8788"],
      portalUrl: null,
    },
    employees: [
      { key: "ruth", name: "Ruth Calloway", email: "ruth@tidewater.example", role: "OWNER" },
      { key: "oscar", name: "Oscar Menn", email: "oscar@tidewater.example", role: "EMPLOYEE" },
    ],
    customers: [
      customer("mara", "Mara Voss", "mara@tidewater.example", {
        phone: "+1 212 555 0110",
        address: "310 Bleecker Street\nNew York, NY 10014",
        timeZone: newYork,
        locale: "en",
        externalId: "M-2041",
        appointments: [
          appointment("Lease review", at(2, "10:00"), 60, newYork, ruth),
          appointment("Signing", at(13, "16:30"), 30, newYork, { ...oscar, status: "REQUESTED" }),
          appointment("First meeting", at(-20, "09:00"), 45, newYork, { ...ruth, status: "COMPLETED" }),
        ],
        tasks: [
          task("Send the signed lease", "A scan of every page", { dueAt: on(1, "17:00"), priority: "HIGH" }),
          task("List the repairs you asked for", null, { status: "IN_PROGRESS" }),
          done("Sign the engagement letter", at(-18, "11:30")),
        ],
        notes: [
          shared(
            "ruth",
            at(-20, "10:15"),
            "What we agreed",
            "We answer the landlord **by letter**, not on the phone.\n\n- You keep every receipt.\n- We draft; you approve.",
          ),
          internal("oscar", at(-19, "14:00"), "Conflict check", "Done, none found."),
        ],
      }),
      // The same address as a customer of Northwind Dental: two users who know nothing of each other.
      customer("lucia", "Lucía Romero", "lucia@romero.example", {
        phone: "+1 212 555 0147",
        timeZone: newYork,
        locale: "es",
        externalId: "M-2050",
        appointments: [
          appointment("Immigration: documents", at(7, "11:00"), 45, newYork, {
            employee: "oscar",
            meetingUrl: "https://meet.tidewater.example/menn",
          }),
        ],
        tasks: [task("Upload your visa page", "A photo is enough", { dueAt: on(6, "17:00") })],
      }),
      customer("theo", "Theo Abara", "theo@abara.example", {
        timeZone: "America/Chicago",
        locale: "en",
        externalId: "M-1987",
        appointments: [
          appointment("Deposition preparation", at(-6, "13:00"), 120, newYork, {
            ...ruth,
            status: "COMPLETED",
          }),
        ],
        notes: [
          internal("ruth", at(-6, "15:30"), "Strategy", "Settle before the hearing if they move first."),
        ],
      }),
      customer("wen", "Wen Liang", "wen@liang.example", {
        timeZone: "America/Los_Angeles",
        externalId: "M-2062",
        signsIn: false,
        appointments: [
          appointment("Consultation", at(9, "14:00"), 30, newYork, { ...oscar, status: "CANCELLED" }),
        ],
      }),
      customer("yara", "Yara Haddow", "yara@haddow.example", { timeZone: newYork, signsIn: false }),
    ],
  };
}
