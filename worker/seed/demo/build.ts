import type { DemoAppointment, DemoCustomer, DemoNote, DemoTask } from "./types.ts";

/** An appointment of `minutes`, confirmed, in no particular place, unless `rest` says otherwise. */
export function appointment(
  title: string,
  startsAt: Date,
  minutes: number,
  timeZone: string,
  rest: Partial<DemoAppointment> = {},
): DemoAppointment {
  return {
    title,
    description: null,
    status: "CONFIRMED",
    startsAt,
    endsAt: new Date(startsAt.getTime() + minutes * 60_000),
    timeZone,
    location: null,
    meetingUrl: null,
    employee: null,
    ...rest,
  };
}

/** A task, open and of normal priority unless `rest` says otherwise. */
export function task(title: string, description: string | null, rest: Partial<DemoTask> = {}): DemoTask {
  return { title, description, status: "OPEN", priority: "NORMAL", dueAt: null, completedAt: null, ...rest };
}

/** A task that was done at `completedAt`. */
export function done(title: string, completedAt: Date, rest: Partial<DemoTask> = {}): DemoTask {
  return task(title, null, { status: "DONE", completedAt, ...rest });
}

/** A note that the customer sees. */
export function shared(author: string, createdAt: Date, title: string, body: string): DemoNote {
  return { title, body, visibility: "SHARED", author, createdAt };
}

/** A note that only employees see. */
export function internal(author: string, createdAt: Date, title: string, body: string): DemoNote {
  return { title, body, visibility: "INTERNAL", author, createdAt };
}

/** A customer who signs in and has nothing yet, unless `rest` says otherwise. */
export function customer(
  key: string,
  name: string,
  email: string,
  rest: Partial<Omit<DemoCustomer, "key" | "name" | "email">>,
): DemoCustomer {
  return {
    key,
    name,
    email,
    phone: null,
    address: null,
    timeZone: null,
    locale: null,
    externalId: null,
    signsIn: true,
    appointments: [],
    tasks: [],
    notes: [],
    ...rest,
  };
}
