// Every element in every state that a person can meet it in. The tests for accessibility go through them all.
import "../src/define/portal-account.ts";
import "../src/define/portal-appointments.ts";
import "../src/define/portal-dashboard.ts";
import "../src/define/portal-email.ts";
import "../src/define/portal-invitation.ts";
import "../src/define/portal-login.ts";
import "../src/define/portal-notes.ts";
import "../src/define/portal-overview.ts";
import "../src/define/portal-profile.ts";
import "../src/define/portal-register.ts";
import "../src/define/portal-reset.ts";
import "../src/define/portal-tasks.ts";
import type { InvitationPreview, Note, PortalClient, Task } from "@portico/client";
import type { DemoOptions } from "../src/demo/demo-client.ts";
import type { PortalElement } from "../src/lib/portal-element.ts";
import { field, submit } from "./forms.ts";
import { button, clientWith, deep, deepAll, mount, pending, refusing, until } from "./helpers.ts";

/** An element of the portal. */
export type Name = Extract<keyof HTMLElementTagNameMap, `portal-${string}`>;
type Step = (element: PortalElement) => unknown;

/** One state of one element. */
export interface State {
  readonly element: Name;
  readonly state: string;
  readonly client: () => PortalClient | undefined;
  /** What tells that it is there. */
  readonly shows: string;
  /** What a person does to get there. */
  readonly steps: Step[];
  /** The link of a mail that the page was opened by. */
  readonly link?: string;
}

const page = <T>(items: T[], nextCursor: string | null = null) => Promise.resolve({ items, nextCursor });
const none = () => page<never>([]);
const offline = refusing("NETWORK", { status: 0 });
const out = (replaced: Partial<PortalClient> = {}, options: DemoOptions = {}) =>
  clientWith(replaced, { signedOut: true, ...options });

const withTasks = (tasks: Task[]): Task[] =>
  (
    [{ dueAt: "2020-01-01T12:00:00Z" }, { status: "IN_PROGRESS", priority: "HIGH" }, {}] satisfies Partial<Task>[]
  ).map((differs, at) => ({ ...tasks[at]!, ...differs }));

/** The demo with every kind of task. */
export function everything(): PortalClient {
  const demo = clientWith();
  return clientWith({
    async getDashboard(...args: Parameters<PortalClient["getDashboard"]>) {
      const dashboard = await demo.getDashboard(...args);
      return { ...dashboard, openTasks: withTasks(dashboard.openTasks) };
    },
    async listTasks(...args: Parameters<PortalClient["listTasks"]>) {
      const { items } = await demo.listTasks(...args);
      return page(items.length > 2 ? withTasks(items) : items, items.length > 2 ? "1" : null);
    },
  });
}

/** The demo, with more of everything than is shown at once. */
const endless = (more: Partial<PortalClient> = {}): PortalClient => {
  const demo = clientWith();
  const endlessly =
    <T>(list: (...args: never[]) => Promise<{ items: T[] }>, next?: () => Promise<never>) =>
    async (query: { cursor?: string }, ...args: never[]) =>
      query.cursor && next ? next() : page((await list(query as never, ...args)).items, "1");
  return clientWith({
    listNotes: endlessly(demo.listNotes, more.listNotes as never),
    listTasks: endlessly(demo.listTasks, more.listTasks as never),
    listAppointments: endlessly(demo.listAppointments, more.listAppointments as never),
  } as Partial<PortalClient>);
};

const emptyDashboard: PortalClient["getDashboard"] = async (...args) => ({
  ...(await clientWith().getDashboard(...args)),
  upcomingAppointments: [],
  openTasks: [],
  recentNotes: [],
});

const longNote = (note: Note): Note => ({
  ...note,
  body: `${note.body}\n\n> Words of somebody else.\n\n---\n\n1. One\n2. Two\n\nSome \`code\`, and:\n\n\`\`\`\nmore of it\n\`\`\``,
});

function inviting(differs: Partial<InvitationPreview> = {}, replaced: Partial<PortalClient> = {}, signedOut = true) {
  const client = clientWith({}, { signedOut });
  const { previewInvitation } = client;
  client.previewInvitation = async (token) => ({ ...(await previewInvitation(token)), ...differs });
  return Object.assign(client, replaced);
}

const press =
  (words: string): Step =>
  async (element) =>
    (await until(() => button(element, words), words)).click();
const click =
  (selector: string, at = 0): Step =>
  async (element) =>
    (await until(() => deepAll(element, selector)[at], selector)).click();
const type =
  (autocomplete: string, text: string): Step =>
  async (element) =>
    ((await field(element, autocomplete)).value = text);
const send: Step = async (element) => {
  await until(() => element.querySelector("button[type=submit]"), "the form");
  submit(element);
};
const signIn: Step[] = [type("username", "ada@northwind.example"), type("current-password", "a phrase"), send];
const opens =
  (openId: string): Step =>
  (element) =>
    Object.assign(element, { openId, navigate: () => undefined });
const goes =
  (view: "tasks" | "profile"): Step =>
  (element) =>
    (element as HTMLElementTagNameMap["portal-dashboard"]).navigateTo({ view });

type Row = [state: string, client: () => PortalClient | undefined, shows: string, ...steps: Step[]];

/** States that every page has. */
const page_ = (call: keyof PortalClient, ...rows: Row[]): Row[] => [
  ["loading", () => clientWith({ [call]: pending }), ".skeleton"],
  ["error", () => clientWith({ [call]: refusing("UNAVAILABLE") }), "[part=error]"],
  ["signed out", () => out(), "[part=signed-out]"],
  ["signing in", () => out(), "portal-login", press("Sign in")],
  ...rows,
];

const badCode = "000000 1";
const register: Step[] = [
  type("name", "Ada Okafor"),
  type("username", "ada@northwind.example"),
  type("new-password", "a long phrase"),
  send,
];
const dialog = "dialog:modal";

const table: Record<Name, Row[]> = {
  "portal-dashboard": [
    ["loading", () => clientWith({ restoreSession: pending, getPortalConfig: pending }), ".root"],
    ["error", () => clientWith({ restoreSession: offline, getPortalConfig: offline }), "[part=error]"],
    ["not configured", () => undefined, "[part=error]"],
    ["signed out", () => out(), "input"],
    ["filled", everything, "[part=hero]"],
    ["menu", everything, "#menu:popover-open", click(".me")],
    ["tasks", everything, "portal-tasks [part=task], [part=task]", goes("tasks")],
    ["profile", everything, "portal-account", goes("profile")],
    ["hosted", everything, "h1", (element) => Object.assign(element, { hosted: true })],
    ["hosted, signed out", () => out(), "h1", (element) => Object.assign(element, { hosted: true })],
  ],
  "portal-overview": [
    ...page_("getDashboard"),
    ["filled", everything, "[part=hero]"],
    ["empty", () => clientWith({ getDashboard: emptyDashboard }), "[part=empty]"],
    ["done, with its undo", everything, ".settling .link", click("input[type=checkbox]")],
    [
      "not done after all",
      () => clientWith({ completeTask: refusing("UNAVAILABLE") }),
      ".failed",
      click("input[type=checkbox]"),
    ],
    ["dialog", everything, dialog, press("Details")],
  ],
  "portal-appointments": [
    ...page_("listAppointments"),
    ["filled", () => endless(), ".visit"],
    ["past", () => clientWith(), ".pill.danger", press("Past")],
    ["empty", () => clientWith({ listAppointments: none }), "[part=empty]"],
    ["empty past", () => clientWith({ listAppointments: none }), "[part=empty]", press("Past")],
    ["more failed", () => endless({ listAppointments: offline }), ".more [part=error]", press("Show more")],
    ["more on its way", () => endless({ listAppointments: pending }), ".more [aria-disabled=true]", press("Show more")],
    ["gone", () => clientWith({ getAppointment: refusing("NOT_FOUND") }), "[part=error]", opens("gone")],
    ["dialog", () => clientWith(), dialog, press("Video consultation")],
  ],
  "portal-tasks": [
    ...page_("listTasks"),
    ["filled", everything, "[part=task]"],
    ["done", () => clientWith(), ".done", press("Done")],
    ["empty", () => clientWith({ listTasks: none }), "[part=empty]"],
    ["nothing done", () => clientWith({ listTasks: none }), "[part=empty]", press("Done")],
    ["done, with its undo", everything, ".settling .link", click("input[type=checkbox]")],
    [
      "not done after all",
      () => clientWith({ completeTask: refusing("UNAVAILABLE") }),
      ".failed",
      click("input[type=checkbox]"),
    ],
    ["opened", () => clientWith(), "[part=task]", opens("00000000-0000-7000-8000-000000000200")],
    ["gone", () => clientWith({ getTask: refusing("NOT_FOUND") }), "[part=error]", opens("gone")],
  ],
  "portal-notes": [
    ...page_("listNotes"),
    ["filled", () => endless(), "[part=note]"],
    ["empty", () => clientWith({ listNotes: none }), "[part=empty]"],
    [
      "opened",
      () => {
        const { listNotes } = clientWith();
        return clientWith({ listNotes: async () => page((await listNotes()).items.map(longNote)) });
      },
      "[part=body] pre",
      click("button.note"),
    ],
    ["opened, on its way", () => clientWith({ getNote: pending }), ".opened .skeleton", opens("other")],
    ["gone", () => clientWith({ getNote: refusing("NOT_FOUND") }), ".opened [part=error]", opens("gone")],
  ],
  "portal-profile": [
    ["loading", () => clientWith({ restoreSession: pending }), ".skeleton"],
    ["error", () => clientWith({ restoreSession: offline }), "[part=error]"],
    ["signed out", () => out(), "[part=signed-out]"],
    ["filled", () => clientWith(), "portal-account"],
    [
      "wrong",
      () => clientWith(),
      "[aria-invalid=true]",
      async (element) => ((await until(() => deep<HTMLInputElement>(element, "#name"))).value = ""),
      press("Save"),
    ],
    ["not saved", () => clientWith({ updateMe: offline }), ".problem", press("Save")],
    ["busy", () => clientWith({ updateMe: pending }), ".save [aria-disabled=true]", press("Save")],
    ["saved", () => clientWith(), ".saved", press("Save")],
  ],
  "portal-account": [
    ["loading", () => clientWith({ listSessions: pending }), ".skeleton"],
    ["error", () => clientWith({ listSessions: offline }), "[part=error]"],
    ["filled", () => clientWith(), "[part=session]"],
    ["address", () => clientWith(), "input", press("Change: Email")],
    [
      "code",
      () => clientWith(),
      "input[autocomplete=one-time-code]",
      press("Change: Email"),
      type("email", "ada@new.example"),
      type("current-password", "a phrase"),
      send,
    ],
    ["password", () => clientWith(), "input", press("Change: Password")],
    ["wrong", () => clientWith(), "[aria-invalid=true]", press("Change: Password"), send],
    [
      "not saved",
      () => clientWith({ changePassword: offline }),
      ".problem",
      press("Change: Password"),
      type("current-password", "a phrase"),
      type("new-password", "a longer phrase"),
      send,
    ],
    [
      "saved",
      () => clientWith(),
      ".done",
      press("Change: Password"),
      type("current-password", "a phrase"),
      type("new-password", "a longer phrase"),
      send,
    ],
    ["ending one", () => clientWith(), "#yes", press("Sign out: Safari on iPhone")],
    ["ending all", () => clientWith(), "#yes", press("Sign out everywhere else")],
    ["not ended", () => clientWith({ endSession: offline }), ".problem", press("Sign out: Safari"), click("#yes")],
  ],
  "portal-login": [
    ["loading", () => out({ getPortalConfig: pending }), ".root"],
    ["error", () => out({ getPortalConfig: offline }), "[part=error]"],
    ["filled", () => out(), "input"],
    ["by invitation", () => out({}, { organization: { registration: "INVITATION" } }), ".foot.small"],
    ["wrong", () => out(), "[aria-invalid=true]", send],
    ["refused", () => out({ login: refusing("INVALID_CREDENTIALS") }), ".problem", ...signIn],
    ["of the other side", () => out({ login: refusing("CUSTOMER_REQUIRED") }), ".problem a", ...signIn],
    ["busy", () => out({ login: pending }), "button[aria-disabled=true]", ...signIn],
    ["password shown", () => out(), "[aria-pressed=true]", press("Show")],
    ["signed in", () => clientWith(), "[part=button]"],
  ],
  "portal-register": [
    ["loading", () => out({ getPortalConfig: pending }), ".root"],
    ["error", () => out({ getPortalConfig: offline }), "[part=error]"],
    ["filled", () => out(), "input"],
    ["closed", () => out({}, { organization: { registration: "INVITATION" } }), "h2"],
    ["wrong", () => out(), "[aria-invalid=true]", send],
    ["refused", () => out({ register: offline }), ".problem", ...register],
    ["busy", () => out({ register: pending }), "button[aria-disabled=true]", ...register],
    ["code", () => out(), "input[autocomplete=one-time-code]", ...register],
    ["code again", () => out(), "p.small", ...register, press("Send it again")],
    [
      "wrong code",
      () => out(),
      "[aria-invalid=true]",
      ...register,
      type("one-time-code", badCode),
      send,
    ],
    ["signed in", () => clientWith(), "[part=button]"],
  ],
  "portal-reset": [
    ["filled", () => out(), "input"],
    ["wrong", () => out(), "[aria-invalid=true]", send],
    ["refused", () => out({ forgotPassword: refusing("RATE_LIMITED") }), ".problem", type("username", "a@b.c"), send],
    ["code", () => out(), "input[autocomplete=one-time-code]", type("username", "a@b.c"), send],
    ["code again", () => out(), "p.small", type("username", "a@b.c"), send, press("Send it again")],
    ["link #portal-reset=secret", () => out(), "input[autocomplete=new-password]"],
    [
      "used link #portal-reset=secret",
      () => out({ resetPassword: refusing("INVALID_LINK") }),
      ".main",
      type("new-password", "a long phrase"),
      send,
    ],
  ],
  "portal-invitation": [
    ["empty", () => out(), ".main"],
    ["loading #portal-invitation=secret", () => inviting({}, { previewInvitation: pending }), ".skeleton"],
    ["error #portal-invitation=secret", () => inviting({}, { previewInvitation: offline }), "[part=error]"],
    [
      "over #portal-invitation=secret",
      () => inviting({}, { previewInvitation: refusing("INVITATION_EXPIRED") }),
      ".main",
    ],
    ["filled #portal-invitation=secret", () => inviting(), "input"],
    ["to an account #portal-invitation=secret", () => inviting({ hasAccount: true }), "input[readonly]"],
    ["wrong #portal-invitation=secret", () => inviting(), "[aria-invalid=true]", type("name", ""), send],
    ["to the team #portal-invitation=secret", () => inviting({ role: "MEMBER" as "ADMIN" }), "a.main"],
    ["signed in #portal-invitation=secret", () => inviting({}, {}, false), ".main"],
    [
      "not accepted #portal-invitation=secret",
      () => inviting({}, { acceptInvitation: offline }, false),
      ".problem",
      click(".main"),
    ],
    ["for another #portal-invitation=secret", () => inviting({ email: "o@b.example" }, {}, false), ".main"],
    ["accepted", () => clientWith(), "h2"],
  ],
  "portal-email": [
    ["filled #portal-email=secret", () => clientWith(), ".main"],
    ["busy #portal-email=secret", () => clientWith({ confirmEmailLink: pending }), "[aria-disabled=true]", click(".main")],
    ["not saved #portal-email=secret", () => clientWith({ confirmEmailLink: offline }), ".problem", click(".main")],
    ["saved #portal-email=secret", () => clientWith(), "h2", click(".main")],
    ["used #portal-email=secret", () => clientWith({ confirmEmailLink: refusing("INVALID_LINK") }), "h2", click(".main")],
  ],
};

/** All of them. */
export const states: State[] = (Object.entries(table) as [Name, Row[]][]).flatMap(([element, rows]) =>
  rows.map(([state, client, shows, ...steps]) => {
    const [name, fragment] = state.split(" #");
    return { element, state: name!, client, shows, steps, link: fragment && `#${fragment}` };
  }),
);

/** Puts an element on the page and brings it into a state; the address has its link already. */
export async function show({ element, state, client, shows, steps }: State): Promise<PortalElement> {
  const given = client();
  const made: PortalElement = await mount(element, given);
  if (!given) made.client = undefined;
  for (const step of steps) await step(made);
  await until(() => deep(made, shows), `${element}, ${state}: ${shows}`);
  await made.updateComplete;
  return made;
}
