import type { Appointment, Customer, Note, Organization, Task, User } from "@portico/client";

const day = 86_400_000;
const zoneOffset = (timeZone: string, at: number) => {
  const parts = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" });
  return Date.parse(`${parts.format(at).replace(" ", "T")}Z`) - Math.floor(at / 1000) * 1000;
};

/** A moment some days from today at a wall-clock time in Berlin, on a weekday. */
function at(days: number, hour = 0, minute = 0): string {
  let date = Math.floor((Date.now() + zoneOffset("Europe/Berlin", Date.now())) / day) * day + days * day;
  const weekday = new Date(date).getUTCDay();
  if (weekday === 0) date += day;
  if (weekday === 6) date += 2 * day;
  const local = date + (hour * 60 + minute) * 60_000;
  return new Date(local - zoneOffset("Europe/Berlin", local)).toISOString();
}

const created = at(-40, 9);
const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, "0")}`;
const lena = { id: id(1), name: "Dr. Lena Brandt" };
const milo = { id: id(2), name: "Milo Ferrari" };
const sam = { id: id(3), name: "Dr. Sam Whitaker" };
const practice = "Northwind Dental, Lindenstraße 12";

/** The demo's organization. */
export const organization: Organization = {
  id: id(10),
  slug: "northwind",
  name: "Northwind Dental",
  timeZone: "Europe/Berlin",
  locale: "en-GB",
  registration: "OPEN",
  branding: { accentColor: null, logoUrl: null },
};

/** Who is signed in to the demo. */
export const user: User = {
  id: id(11),
  email: "ada@northwind.example",
  name: "Ada Okafor",
  role: "CUSTOMER",
  emailVerifiedAt: created,
};

/** The demo's customer. */
export const customer: Customer = {
  id: id(12),
  externalId: "P-1042",
  name: "Ada Okafor",
  email: "ada@northwind.example",
  phone: "+49 30 555 0142",
  address: "Ahornweg 7\n10965 Berlin",
  timeZone: "Europe/Berlin",
  locale: "en-GB",
  createdAt: created,
  updatedAt: created,
};

type Visit = Pick<Appointment, "title" | "startsAt" | "status" | "employee"> & {
  minutes: number;
} & Partial<Appointment>;

const appointment = ({ minutes, ...visit }: Visit, index: number): Appointment => ({
  id: id(100 + index),
  customerId: customer.id,
  description: null,
  timeZone: "Europe/Berlin",
  location: practice,
  meetingUrl: null,
  createdAt: created,
  updatedAt: created,
  endsAt: new Date(Date.parse(visit.startsAt) + minutes * 60_000).toISOString(),
  ...visit,
});

/** Visits in every state, past and coming. */
export const appointments = (): Appointment[] =>
  (
    [
      {
        title: "Check-up and cleaning",
        startsAt: at(3, 9, 30),
        minutes: 45,
        status: "CONFIRMED",
        employee: lena,
        description: "Please bring your insurance card and come ten minutes early. Do not eat right before.",
      },
      { title: "X-ray", startsAt: at(3, 10, 30), minutes: 15, status: "CONFIRMED", employee: milo },
      {
        title: "Video consultation",
        startsAt: at(16, 17),
        minutes: 20,
        status: "REQUESTED",
        employee: sam,
        timeZone: "America/New_York",
        location: null,
        meetingUrl: "https://meet.example/northwind-ada",
        description: "A second opinion on the night guard. You need a camera and about twenty minutes.",
      },
      {
        title: "Half-yearly check-up",
        startsAt: at(98, 8),
        minutes: 45,
        status: "CONFIRMED",
        employee: lena,
      },
      {
        title: "Filling, upper left",
        startsAt: at(-6, 14),
        minutes: 40,
        status: "COMPLETED",
        employee: lena,
      },
      {
        title: "Night guard fitting",
        startsAt: at(-21, 11, 15),
        minutes: 30,
        status: "COMPLETED",
        employee: milo,
      },
      { title: "Dental hygiene", startsAt: at(-75, 16), minutes: 60, status: "CANCELLED", employee: milo },
      {
        title: "Half-yearly check-up",
        startsAt: at(-190, 8),
        minutes: 45,
        status: "COMPLETED",
        employee: lena,
      },
    ] satisfies Visit[]
  ).map(appointment);

const task = (fields: Pick<Task, "title"> & Partial<Task>, index: number): Task => ({
  id: id(200 + index),
  customerId: customer.id,
  description: null,
  status: "OPEN",
  priority: "NORMAL",
  dueAt: null,
  completedAt: null,
  createdAt: created,
  updatedAt: created,
  ...fields,
});

const tomorrow = () => new Date(Date.now() + day).toISOString();

/** Tasks in every state. */
export const tasks = (): Task[] =>
  [
    { title: "Fill in the health questionnaire", description: "About 4 minutes", dueAt: tomorrow() },
    { title: "Upload your insurance card", description: "A photo is enough", dueAt: at(4, 18) },
    { title: "Confirm your new address", description: "We could not deliver our last letter" },
    { title: "Sign the treatment plan", status: "DONE" as const, completedAt: at(-8, 10), dueAt: at(-7, 18) },
    { title: "Choose a colour for your crown", status: "DONE" as const, completedAt: at(-30, 10) },
  ].map(task);

const note = (fields: Pick<Note, "title" | "body" | "author" | "createdAt">, index: number): Note => ({
  id: id(300 + index),
  customerId: customer.id,
  updatedAt: fields.createdAt,
  ...fields,
});

/** Notes as an organization writes them. */
export const notes = (): Note[] =>
  [
    {
      title: "After your filling",
      body: "You can eat again after two hours. If the bite feels too high after three days, call us and we adjust it.\n\n## The first days\n\n- Chew on the other side today.\n- Cold and warm may be felt for **up to a week**.\n- Rinse with lukewarm water, not with mouthwash.\n\nMore in our [advice after a filling](https://northwind.example/advice/fillings).",
      author: lena,
      createdAt: at(-5, 15),
    },
    {
      title: "Night guard",
      body: "Your guard is ready. Bring the old one so that we can compare the wear.\n\n1. Wear it every night for two weeks.\n2. Clean it with a soft brush and cold water.\n3. Tell us if it presses anywhere.",
      author: milo,
      createdAt: at(-21, 12),
    },
    {
      title: "Welcome to Northwind",
      body: "It was good to meet you. Your records arrived from your former practice, so there is nothing else to send.\n\n> Opening hours: Monday to Friday, 8:00 to 18:00.",
      author: sam,
      createdAt: at(-190, 9),
    },
  ].map(note);
