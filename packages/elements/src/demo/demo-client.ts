import { PortalError } from "@portico/client";
import type {
  Appointment,
  CallOptions,
  Customer,
  ListQuery,
  Me,
  Note,
  Organization,
  Page,
  PortalClient,
  SessionState,
  Task,
} from "@portico/client";
import { demoAccount } from "./demo-account.ts";
import * as data from "./demo-data.ts";

/** What a demo can be told. */
export interface DemoOptions {
  /** Starts signed out; by default where the page has a form to be tried. */
  signedOut?: boolean;
  /** Milliseconds that every answer takes; 120 by default, as a good network would. */
  latency?: number;
  /** What is different of the organization: the console shows its own like this. */
  organization?: Partial<Organization>;
}

/** Sorts by a key, ascending; absent keys come last. */
const by = <T>(key: (item: T) => string | null) => {
  return (a: T, b: T) => (key(a) ?? "9").localeCompare(key(b) ?? "9");
};

const list = <T>(value: T | readonly T[] | undefined): readonly T[] | undefined =>
  value === undefined ? undefined : Array.isArray(value) ? (value as readonly T[]) : [value as T];

const isFormTried = () =>
  !!globalThis.document?.querySelector("portal-login[demo],portal-register[demo],portal-invitation[demo]");

/** A whole portal in memory: what `demo` shows, and what tests drive. Every email signs in; every code is right. */
export function createDemoClient({
  signedOut = isFormTried(),
  latency = 120,
  organization: different,
}: DemoOptions = {}): PortalClient {
  const organization = { ...data.organization, ...different };
  let { user } = data;
  let customer: Customer = data.customer;
  const appointments = data
    .appointments()
    .map((item) => (different?.name && item.location ? { ...item, location: different.name } : item));
  let tasks = data.tasks();
  const notes = data.notes();
  const listeners = new Set<(state: SessionState) => void>();
  let state: SessionState = { status: "unknown" };

  const me = (): Me => ({ user: { ...user, name: customer.name }, customer, organization });
  const enter = (next: SessionState) => {
    state = next;
    for (const listener of [...listeners]) listener(state);
    return state;
  };
  const signIn = () => (enter({ status: "signed-in", ...me() }), me());
  const rename = (email: string) => {
    user = { ...user, email };
    customer = { ...customer, email };
    return signIn();
  };
  const answer = <T>(make: () => T, options?: CallOptions): Promise<T> =>
    new Promise((resolve, reject) => {
      const { signal } = options ?? {};
      if (signal?.aborted) return reject(signal.reason as Error);
      signal?.addEventListener("abort", () => reject(signal.reason as Error));
      setTimeout(() => {
        try {
          resolve(structuredClone(make()));
        } catch (error) {
          reject(error as Error);
        }
      }, latency);
    });
  const page = <T>(items: T[], { limit = 20, cursor = "0" }: ListQuery = {}): Page<T> => {
    const end = Number(cursor) + limit;
    return { items: items.slice(Number(cursor), end), nextCursor: end < items.length ? String(end) : null };
  };
  const find = <T extends { id: string }>(items: T[], id: string): T => {
    const found = items.find((item) => item.id === id);
    if (!found) throw new PortalError({ code: "NOT_FOUND", status: 404 });
    return found;
  };
  async function* iterate<T>(items: () => T[], options?: CallOptions): AsyncIterableIterator<T> {
    yield* await answer(items, options);
  }

  const selectAppointments: (query?: Parameters<PortalClient["listAppointments"]>[0]) => Appointment[] = (
    q = {},
  ) => {
    const [from, to] = [q.from, q.to].map((value) => value && new Date(value).toISOString());
    const wanted = list(q.status);
    const found = appointments
      .filter((item) => (!wanted || wanted.includes(item.status)) && (!from || item.startsAt >= from))
      .filter((item) => !to || item.startsAt < to)
      .sort(by((item) => item.startsAt));
    return q.order === "desc" ? found.reverse() : found;
  };
  const selectTasks: (query?: Parameters<PortalClient["listTasks"]>[0]) => Task[] = (q = {}) => {
    const wanted = list(q.status);
    const found = tasks.filter((item) => !wanted || wanted.includes(item.status));
    return wanted?.length === 1 && wanted[0] === "DONE"
      ? found.sort(by((item) => item.completedAt)).reverse()
      : found.sort(by((item) => item.dueAt));
  };
  const change = (id: string, status: Task["status"]) => {
    const now = new Date().toISOString();
    const task: Task = {
      ...find(tasks, id),
      status,
      completedAt: status === "DONE" ? now : null,
      updatedAt: now,
    };
    tasks = tasks.map((item) => (item.id === id ? task : item));
    return task;
  };

  return {
    audience: "portal",
    apiUrl: "https://demo.invalid",
    organization: organization.slug,
    session: {
      get state() {
        return state;
      },
      subscribe: (listener) => (listeners.add(listener), () => listeners.delete(listener)),
    },
    getPortalConfig: (o) =>
      answer(
        () => ({ organization, features: { appointments: true, tasks: true, notes: true, profile: true } }),
        o,
      ),
    register: (_input, o) => answer(() => ({ status: "VERIFY_EMAIL" as const }), o),
    verifyRegistration: (_input, o) => answer(signIn, o),
    login: (_input, o) => answer(signIn, o),
    restoreSession: (o) =>
      answer(() => enter(signedOut ? { status: "signed-out" } : { status: "signed-in", ...me() }), o),
    ...demoAccount({ answer, signIn, rename }),
    logout: (o) => answer(() => void enter({ status: "signed-out" }), o),
    getMe: (o) => answer(me, o),
    updateMe: (input, o) =>
      answer(() => {
        customer = { ...customer, phone: null, address: null, timeZone: null, locale: null, ...input };
        return signIn();
      }, o),
    getDashboard: (o) =>
      answer(() => {
        const upcoming = selectAppointments({ from: new Date(), status: ["CONFIRMED", "REQUESTED"] });
        const open = selectTasks({ status: ["OPEN", "IN_PROGRESS"] });
        return {
          organization,
          customer,
          upcomingAppointments: upcoming.slice(0, 3),
          openTasks: open.slice(0, 5),
          recentNotes: notes.slice(0, 3),
          counts: { upcomingAppointments: upcoming.length, openTasks: open.length, notes: notes.length },
        };
      }, o),
    listAppointments: (query, o) => answer(() => page(selectAppointments(query), query), o),
    iterateAppointments: (query, o) => iterate(() => selectAppointments(query), o),
    getAppointment: (id, o) => answer(() => find(appointments, id), o),
    listTasks: (query, o) => answer(() => page(selectTasks(query), query), o),
    iterateTasks: (query, o) => iterate(() => selectTasks(query), o),
    getTask: (id, o) => answer(() => find(tasks, id), o),
    completeTask: (id, o) => answer(() => change(id, "DONE"), o),
    reopenTask: (id, o) => answer(() => change(id, "OPEN"), o),
    listNotes: (query, o) => answer(() => page(notes, query), o),
    iterateNotes: (_query, o) => iterate<Note>(() => notes, o),
    getNote: (id, o) => answer(() => find(notes, id), o),
  };
}
