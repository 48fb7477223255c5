import { appointment, customer, done, shared, task } from "./build.ts";
import type { DemoCustomer, DemoOrganization } from "./types.ts";
import { wallClock } from "./wall-clock.ts";

const zone = "Europe/London";
const site = "http://127.0.0.1:8788";

/** A small British business with a site of its own in examples/, its owner and one customer. */
function business(
  [slug, name, accentColor, page]: [string, string, string, string],
  [owner, email]: [string, string],
  client: DemoCustomer,
): DemoOrganization {
  return {
    organization: {
      slug,
      name,
      timeZone: zone,
      locale: "en",
      registration: "OPEN",
      branding: { accentColor, logoUrl: null },
      allowedOrigins: [site],
      portalUrl: `${site}/${page}/`,
    },
    employees: [{ key: "owner", name: owner, email, role: "OWNER" }],
    customers: [client],
  };
}

/** The businesses whose sites show the portal between somebody else's styles. */
export function neighbours(now: Date): DemoOrganization[] {
  const { on, at } = wallClock(now, zone);
  const owner = { employee: "owner" };
  const known = { timeZone: zone, locale: "en" };
  return [
    business(
      ["ironwood", "Ironwood Strength", "#b4421c", "bootstrap"],
      ["Grace Adeyemi", "grace@ironwood.example"],
      customer("jonas", "Jonas Reed", "jonas@ironwood.example", {
        ...known,
        phone: "+44 20 7946 0112",
        appointments: [
          appointment("Personal training", at(1, "07:00"), 60, zone, { ...owner, location: "Platform 3" }),
          appointment("Body composition check", at(8, "18:30"), 30, zone, { ...owner, status: "REQUESTED" }),
          appointment("Induction", at(-12, "18:00"), 60, zone, { ...owner, status: "COMPLETED" }),
        ],
        tasks: [
          task("Log your three lifts", "Squat, bench and deadlift, best set of the week", {
            dueAt: on(2, "20:00"),
          }),
          done("Sign the health questionnaire", at(-12, "17:40")),
        ],
        notes: [
          shared(
            "owner",
            at(-2, "19:10"),
            "Block two",
            "Four weeks, **three sessions** each.\n\n1. Squat, heavy\n2. Press and pull\n3. Deadlift, light",
          ),
        ],
      }),
    ),
    business(
      ["lumen", "Lumen Tutoring", "#6d28d9", "tailwind"],
      ["Priya Nair", "priya@lumen.example"],
      customer("elif", "Elif Demir", "elif@lumen.example", {
        ...known,
        appointments: [
          appointment("Maths, vectors", at(1, "16:30"), 60, zone, {
            ...owner,
            meetingUrl: "https://meet.lumen.example/elif",
          }),
          appointment("Maths, past paper 2", at(8, "16:30"), 60, zone, owner),
          appointment("First lesson", at(-6, "16:30"), 60, zone, { ...owner, status: "COMPLETED" }),
        ],
        tasks: [
          task("Exercise sheet 4", "Questions 1 to 6, with your working", {
            dueAt: on(1, "12:00"),
            priority: "HIGH",
          }),
          task("Send a photo of your mock results", null),
          done("Exercise sheet 3", at(-5, "21:05")),
        ],
        notes: [
          shared(
            "owner",
            at(-6, "17:45"),
            "How the first lesson went",
            "Strong on algebra. **Directions** need practice:\n\n- draw every vector\n- name its start and its end",
          ),
        ],
      }),
    ),
    business(
      ["spoke", "Spoke & Chain", "#0e7490", "hostile-css"],
      ["Wilf Hartley", "wilf@spoke.example"],
      customer("nadia", "Nadia Okafor", "nadia@spoke.example", {
        ...known,
        address: "8 Canal Street\nManchester M1 3HE",
        appointments: [
          appointment("Bicycle drop-off", at(2, "08:30"), 15, zone, {
            ...owner,
            location: "Unit 4, the arches",
          }),
          appointment("Test ride", at(4, "17:15"), 30, zone, { ...owner, status: "REQUESTED" }),
          appointment("Estimate", at(-3, "12:00"), 20, zone, { ...owner, status: "COMPLETED" }),
        ],
        tasks: [
          task("Choose your tyres", "The two sizes that fit are in the note", { dueAt: on(1, "17:00") }),
          task("Send the frame number", null, { status: "IN_PROGRESS" }),
        ],
        notes: [
          shared(
            "owner",
            at(-3, "12:40"),
            "Estimate",
            "**£184** with parts:\n\n- new chain and cassette\n- both wheels trued\n- tyres, `28` or `32` mm",
          ),
        ],
      }),
    ),
    business(
      ["marlow", "Marlow Veterinary", "#3f6212", "wordpress"],
      ["Dr. Hannah Price", "hannah@marlow.example"],
      customer("owen", "Owen Llewellyn", "owen@marlow.example", {
        ...known,
        phone: "+44 117 496 0155",
        appointments: [
          appointment("Biscuit: vaccination", at(3, "09:20"), 20, zone, { ...owner, location: "Room 2" }),
          appointment("Biscuit: teeth", at(17, "08:00"), 90, zone, { ...owner, status: "REQUESTED" }),
          appointment("Biscuit: limping", at(-9, "11:40"), 20, zone, { ...owner, status: "COMPLETED" }),
        ],
        tasks: [
          task("Bring the vaccination card", null, { dueAt: on(3, "09:00") }),
          done("Pay the invoice of the last visit", at(-7, "20:15")),
        ],
        notes: [
          shared(
            "owner",
            at(-9, "12:10"),
            "After the sprain",
            "Short walks on the lead for **ten days**. No stairs, no jumping into the car.",
          ),
        ],
      }),
    ),
  ];
}
