import type { InvitationPreview, Note, PortalClient, Task } from "@portico/client";
import type { DemoOptions } from "../../src/demo/demo-client.ts";
import type { PortalElement } from "../../src/lib/portal-element.ts";
import { field, submit } from "../forms.ts";
import { button, clientWith, deepAll, pending, refusing, until } from "../helpers.ts";

/** An element of the portal. */
export type Name = Extract<keyof HTMLElementTagNameMap, `portal-${string}`>;
/** What a person does. */
export type Step = (element: PortalElement) => unknown;

/** One page of a list. */
export const page = <T>(items: T[], nextCursor: string | null = null) =>
  Promise.resolve({ items, nextCursor });
/** A list of nothing. */
export const none = () => page<never>([]);
/** No connection. */
export const offline = refusing("NETWORK", { status: 0 });
/** The demo, nobody signed in. */
export const out = (replaced: Partial<PortalClient> = {}, options: DemoOptions = {}) =>
  clientWith(replaced, { signedOut: true, ...options });

const withTasks = (tasks: Task[]): Task[] =>
  (
    [
      { dueAt: "2020-01-01T12:00:00Z" },
      { status: "IN_PROGRESS", priority: "HIGH" },
      {},
    ] satisfies Partial<Task>[]
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
export const endless = (more: Partial<PortalClient> = {}): PortalClient => {
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

/** A dashboard with nothing on it. */
export const emptyDashboard: PortalClient["getDashboard"] = async (...args) => ({
  ...(await clientWith().getDashboard(...args)),
  upcomingAppointments: [],
  openTasks: [],
  recentNotes: [],
});

/** A note with everything that notes may have in them. */
export const longNote = (note: Note): Note => ({
  ...note,
  body: `${note.body}\n\n> Words of somebody else.\n\n---\n\n1. One\n2. Two\n\nSome \`code\`, and:\n\n\`\`\`\nmore of it\n\`\`\``,
});

/** The demo with an invitation that differs from its own. */
export function inviting(
  differs: Partial<InvitationPreview> = {},
  replaced: Partial<PortalClient> = {},
  signedOut = true,
) {
  const client = clientWith({}, { signedOut });
  const { previewInvitation } = client;
  client.previewInvitation = async (token) => ({ ...(await previewInvitation(token)), ...differs });
  return Object.assign(client, replaced);
}

/** Presses what has these words. */
export const press =
  (words: string): Step =>
  async (element) =>
    (await until(() => button(element, words), words)).click();
/** Presses what a selector finds. */
export const click =
  (selector: string, at = 0): Step =>
  async (element) =>
    (await until(() => deepAll(element, selector)[at], selector)).click();
/** Types into a field. */
export const type =
  (autocomplete: string, text: string): Step =>
  async (element) =>
    ((await field(element, autocomplete)).value = text);
/** Sends the form. */
export const send: Step = async (element) => {
  await until(() => element.querySelector("button[type=submit]"), "the form");
  submit(element);
};
/** Fills in the form to sign in, and sends it. */
export const signIn: Step[] = [
  type("username", "ada@northwind.example"),
  type("current-password", "a phrase"),
  send,
];
/** Opens one thing, as a link does. */
export const opens =
  (openId: string): Step =>
  (element) =>
    Object.assign(element, { openId, navigate: () => undefined });
/** Goes to another page of the dashboard. */
export const goes =
  (view: "tasks" | "profile"): Step =>
  (element) =>
    (element as HTMLElementTagNameMap["portal-dashboard"]).navigateTo({ view });

/** One state: what it is called (with the link of a mail, if it takes one), its client, what shows it, what leads there. */
export type Row = [state: string, client: () => PortalClient | undefined, shows: string, ...steps: Step[]];

/** States that every page has. */
export const ofPage = (call: keyof PortalClient): Row[] => [
  ["loading", () => clientWith({ [call]: pending }), ".skeleton"],
  ["error", () => clientWith({ [call]: refusing("UNAVAILABLE") }), "[part=error]"],
  ["signed out", () => out(), "[part=signed-out]"],
  ["signing in", () => out(), "portal-login", press("Sign in")],
];

/** Fills in the form for an account, and sends it. */
export const register: Step[] = [
  type("name", "Ada Okafor"),
  type("username", "ada@northwind.example"),
  type("new-password", "a long phrase"),
  send,
];
/** An open dialog. */
export const dialog = "dialog:modal";
