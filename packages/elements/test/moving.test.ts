// Elements that a page makes, moves, copies, changes and takes away, whatever they are doing just then.
import "../src/define/portal-dashboard.ts";
import "../src/define/portal-login.ts";
import "../src/define/portal-notes.ts";
import type { PortalClient } from "@portico/client";
import { demoStore, storeForClient } from "../src/controllers/portal-store.ts";
import {
  button,
  clear,
  clientWith,
  deep,
  deepAll,
  equal,
  eventOf,
  mount,
  ok,
  pending,
  until,
} from "./helpers.ts";

const page = () => document.querySelector<HTMLElement>("#page")!;
const field = (element: Element, name: string) =>
  element.querySelector<HTMLInputElement>(`input[autocomplete=${name}]`);
const settle = () => new Promise((resolve) => setTimeout(resolve, 40));

/** Everything that goes wrong outside of any test's own calls. */
const problems: unknown[] = [];
const note = (event: ErrorEvent | PromiseRejectionEvent) =>
  problems.push("reason" in event ? event.reason : event.error);

/** How many listen to a client's store. */
function countListeners(client: PortalClient): () => number {
  const store = storeForClient(client);
  let count = 0;
  const { subscribe } = store;
  store.subscribe = (listener) => {
    const end = subscribe.call(store, listener);
    count += 1;
    let isOver = false;
    return () => {
      if (!isOver) count -= 1;
      isOver = true;
      end();
    };
  };
  return () => count;
}

describe("elements that a page moves", () => {
  beforeEach(() => {
    addEventListener("error", note);
    addEventListener("unhandledrejection", note);
  });
  afterEach(() => {
    clear();
    equal(problems.splice(0).map(String), []);
    removeEventListener("error", note);
    removeEventListener("unhandledrejection", note);
  });

  it("may be moved while they load, and while a note is opened", async () => {
    const element = await mount("portal-dashboard");
    const [first, second] = [document.createElement("div"), document.createElement("div")];
    page().append(first, second);
    first.append(element);
    await element.updateComplete;
    second.append(element);
    await eventOf(element, "portal-ready");
    element.navigateTo({ view: "notes" });
    (
      await until(() => deepAll(element, "portal-notes").flatMap((inner) => deepAll(inner, "button.note"))[1])
    ).click();
    await until(() => deep(element, ".opened h2"));
    first.append(element);
    await settle();
    ok(deep(element, ".opened h2"), "the note is still opened");
    equal(element.route.view, "notes");
  });

  it("keep a dialog open, as a dialog", async () => {
    const element = await mount("portal-dashboard");
    await eventOf(element, "portal-ready");
    element.navigateTo({ view: "appointments" });
    (
      await until(
        () => deepAll(element, "portal-appointments").flatMap((inner) => deepAll(inner, "button.visit"))[0],
      )
    ).click();
    await until(() => deep(element, "dialog:modal"));
    const box = page().appendChild(document.createElement("div"));
    box.append(element);
    await until(() => deep(element, "dialog:modal"), "the dialog");
    deep<HTMLDialogElement>(element, "dialog")!.close();
    await until(() => !deep(element, "dialog"));
  });

  for (const name of ["portal-login", "portal-dashboard"] as const) {
    it(`${name} keeps what was typed`, async () => {
      const element = await mount(name, clientWith({}, { signedOut: true }));
      const email = await until(() => field(element, "username"));
      email.value = "ada@northwind.example";
      field(element, "current-password")!.value = "portico-demo-1";
      page().appendChild(document.createElement("div")).append(element);
      await settle();
      equal(field(element, "username")!.value, "ada@northwind.example");
      equal(field(element, "current-password")!.value, "portico-demo-1");
      equal(element.querySelectorAll("input").length, 2);
      element.remove();
      await settle();
      equal(element.querySelectorAll("input").length, 0, "gone with the element");
    });
  }

  it("may be copied, as pages are that are kept for later", async () => {
    const element = await mount("portal-dashboard", clientWith({}, { signedOut: true }));
    (await until(() => field(element, "username"))).value = "ada@northwind.example";
    const copy = element.cloneNode(true) as typeof element;
    copy.client = clientWith({}, { signedOut: true });
    element.remove();
    page().append(copy);
    await until(() => deep(copy, "portal-login"));
    await settle();
    equal(copy.querySelectorAll("input").length, 2);
    equal(copy.querySelectorAll("label").length, 2);
    equal(copy.querySelectorAll("form").length, 1);
    field(copy, "username")!.value = "ada@northwind.example";
    field(copy, "current-password")!.value = "portico-demo-1";
    copy.querySelector<HTMLButtonElement>("button[type=submit]")!.click();
    await until(() => deep(copy, "[part=hero]"));
    const shown = copy.cloneNode(true) as typeof element;
    shown.client = copy.client;
    page().replaceChildren(shown);
    await until(() => deep(shown, "[part=hero]"));
  });

  it("put no form's password into another form", async () => {
    const element = await mount("portal-dashboard", clientWith({}, { signedOut: true }));
    (await until(() => field(element, "current-password"))).value = "portico-demo-1";
    button(element, "Create an account")!.click();
    const other = await until(() => field(element, "new-password"));
    equal(other.value, "");
  });

  it("take every attribute at any time, and show whose data it is", async () => {
    const own = clientWith();
    const other = clientWith({
      listNotes: async () => ({
        items: [{ ...(await own.listNotes()).items[0]!, title: "Other's" }],
        nextCursor: null,
      }),
    });
    for (const client of [own, other]) await client.restoreSession();
    const element = await mount("portal-notes", own);
    await until(() => deep(element, "button.note"));
    element.client = other;
    await until(
      () =>
        deepAll(element, "button.note").length === 1 &&
        deep(element, "button.note")!.textContent!.includes("Other's"),
      "the other's notes",
    );
    for (const [name, value] of [
      ["organization", "acme"],
      ["api-url", "https://portal.invalid"],
      ["theme", "dark"],
      ["theme", "odd"],
      ["lang", "de"],
      ["demo", ""],
      ["routing", "hash"],
    ] as const) {
      element.setAttribute(name, value);
      await Promise.resolve();
      element.toggleAttribute(name, false);
    }
    element.client = own;
    await until(() => deepAll(element, "button.note").length > 1, "one's own notes again");
  });

  it("switch between the demo, nothing and a client", async () => {
    const element = await mount("portal-dashboard", clientWith({ restoreSession: pending }), {
      routing: "hash",
    });
    element.client = undefined;
    await until(() => deep(element, "[part=error]"), "not configured");
    element.demo = true;
    element.setAttribute("routing", "none");
    await until(() => deep(element, "[part=hero]"), "the demo");
    element.demo = false;
    await until(() => deep(element, "[part=error]"), "not configured again");
  });

  it("leave nothing behind: removed in any moment, changed afterwards, they hear nothing more", async () => {
    const client = clientWith();
    const count = countListeners(client);
    for (const wait of [0, 1, 10, 60]) {
      const element = await mount("portal-dashboard", client);
      if (wait) await new Promise((resolve) => setTimeout(resolve, wait));
      element.remove();
      element.setAttribute("organization", "acme");
      element.theme = "dark";
      await element.updateComplete;
      await settle();
      equal(count(), 0, `after ${wait} ms`);
    }
    const element = document.createElement("portal-dashboard");
    element.client = client;
    page().append(element);
    element.remove();
    await settle();
    equal(count(), 0);
    page().append(element);
    await until(() => deep(element, "[part=hero]"));
    element.replaceWith();
    await settle();
    equal(count(), 0);
  });

  it("come to life where they are not seen, and are whole when they are shown", async () => {
    const hidden = page().appendChild(document.createElement("div"));
    for (const hide of [
      (box: HTMLElement) => (box.style.display = "none"),
      (box: HTMLElement) => (box.hidden = true),
      (box: HTMLElement) => (box.inert = true),
      (box: HTMLElement) => (box.style.contentVisibility = "hidden"),
    ]) {
      const box = hidden.appendChild(document.createElement("div"));
      hide(box);
      const element = document.createElement("portal-dashboard");
      element.client = clientWith();
      box.append(element);
      await eventOf(element, "portal-ready");
      box.removeAttribute("style");
      box.hidden = box.inert = false;
      ok(deep(element, "[part=hero]")!.getBoundingClientRect().height > 0);
      box.remove();
    }
  });

  it("share one store: asked once, signed out together; another organization is another matter", async () => {
    let asked = 0;
    const client = clientWith();
    const { getPortalConfig } = client;
    client.getPortalConfig = (options) => ((asked += 1), getPortalConfig(options));
    const other = clientWith();
    const elements = [
      await mount("portal-dashboard", client),
      await mount("portal-notes", client),
      await mount("portal-notes", other),
    ];
    await until(() => elements.every((element) => deep(element, "[part=note]")));
    equal(asked, 1);
    button(elements[0]!, "Sign out")!.click();
    await until(() => deep(elements[1]!, "[part=signed-out]"));
    ok(deep(elements[2]!, "[part=note]"));
    ok(demoStore() === demoStore());
  });
});
