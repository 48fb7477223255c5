// Where the portal's place is kept: never in the page's history, after `#`, or in the path. Deep links, back and forward.
import "../src/define/portal-dashboard.ts";
import type { PortalClient } from "@portico/client";
import type { PortalDashboard } from "../src/components/portal-dashboard/portal-dashboard.ts";
import type { Route } from "../src/lib/route.ts";
import {
  button,
  clear,
  clientWith,
  contains,
  deep,
  deepAll,
  equal,
  eventOf,
  focused,
  mount,
  ok,
  until,
} from "./helpers.ts";

const home = location.href;
const title = (element: Element) => deep(element, "h2")?.textContent?.trim();
const titled = (element: Element, words: string) => until(() => title(element) === words, words);
const addressOf = { hash: (path: string) => `#portal/${path}`, path: (path: string) => `/portal/${path}` };
const place = () => location.pathname + location.hash;

/** Puts a dashboard on the page as if the page had been opened at an address. */
async function openAt(
  routing: "hash" | "path",
  address: string,
  client: PortalClient = clientWith(),
): Promise<PortalDashboard> {
  history.pushState(null, "", new URL(address, home));
  return mount("portal-dashboard", client, { routing });
}

/** A step of the browser's own buttons. */
async function step(direction: "back" | "forward"): Promise<void> {
  const moved = eventOf(window, "popstate");
  history[direction]();
  await moved;
}

/** What a link to an anchor of the page does. */
async function goToHash(hash: string): Promise<void> {
  const gone = eventOf(window, "hashchange");
  location.hash = hash;
  await gone;
}

async function signInTo(element: Element): Promise<void> {
  const email = await until(() => element.querySelector<HTMLInputElement>("input[autocomplete=username]"));
  email.value = "ada@northwind.example";
  element.querySelector<HTMLInputElement>("input[type=password]")!.value = "portico-demo-1";
  element.querySelector<HTMLButtonElement>("button[type=submit]")!.click();
}

const tab = (element: Element, words: string) =>
  deepAll(element, ".tab").find((item) => item.textContent!.includes(words))!;

/** One of each, and what is seen when it is opened. */
async function things(client: PortalClient) {
  const [appointment] = (await client.listAppointments({ from: new Date() })).items;
  const [note] = (await client.listNotes()).items;
  const [open] = (await client.listTasks({ status: "OPEN" })).items;
  const [done] = (await client.listTasks({ status: "DONE" })).items;
  return [
    [{ view: "appointments", id: appointment!.id }, "dialog[open] h2", appointment!.title],
    [{ view: "notes", id: note!.id }, ".opened h2", note!.title],
    [{ view: "tasks", id: open!.id }, ".title", open!.title],
    [{ view: "tasks", id: done!.id }, ".title", done!.title],
  ] as const;
}

const shows = (element: Element, selector: string, words: string) =>
  until(() => deep(element, selector)?.textContent?.includes(words), words);

describe("routing", () => {
  afterEach(() => {
    clear();
    history.replaceState(null, "", home);
    history.scrollRestoration = "auto";
  });

  it("none: opens and closes everything, and never touches the page's history", async () => {
    const client = clientWith();
    const element = await mount("portal-dashboard", client);
    await eventOf(element, "portal-ready");
    history.replaceState({ own: 1 }, "", "#own");
    history.scrollRestoration = "manual";
    const before = [history.length, location.href, history.state as unknown, history.scrollRestoration];
    for (const [route, selector, words] of await things(client)) {
      element.navigateTo(route);
      await shows(element, selector, words);
    }
    tab(element, "Notes").click();
    await titled(element, "Notes");
    await goToHash("#portal/tasks");
    await element.updateComplete;
    equal(title(element), "Notes");
    history.back();
    await eventOf(window, "popstate");
    equal(title(element), "Notes");
    equal([history.length - 1, location.href, history.state as unknown, history.scrollRestoration], before);
  });

  it("none: may be told where to go before it is on the page, and stays there when it is moved", async () => {
    const client = clientWith({}, { signedOut: true });
    const element = document.createElement("portal-dashboard");
    element.client = client;
    const [, [route, selector, words]] = await things(client);
    element.navigateTo(route);
    document.querySelector("#page")!.append(element);
    await signInTo(element);
    await shows(element, selector, words);
    document.querySelector("#page")!.append(element);
    await element.updateComplete;
    equal(element.route, route);
    await shows(element, selector, words);
  });

  for (const routing of ["hash", "path"] as const) {
    it(`${routing}: a link opens one appointment, note or task, and what is gone says so beside the list`, async () => {
      const client = clientWith();
      for (const [{ view, id }, selector, words] of await things(client)) {
        const element = await openAt(routing, addressOf[routing](`${view}/${id}`), client);
        equal(element.route, { view, id } satisfies Route);
        await shows(element, selector, words);
        clear();
        const gone = await openAt(
          routing,
          addressOf[routing](`${view}/00000000-0000-7000-8000-999999999999`),
          client,
        );
        await until(() => deep(gone, "[part=error]"), `${view}: an error`);
        contains(deep(gone, "[part=error]")!.textContent, "does not exist any more");
        ok(!button(gone, "Try again"), view);
        const back =
          view === "appointments"
            ? undefined
            : button(deep(gone, `portal-${view}`)!, view === "notes" ? "Notes" : "Tasks");
        back?.click();
        await until(() => deep(gone, ".inner")?.shadowRoot?.querySelector("li"), `${view}: the list`);
        clear();
      }
    });

    it(`${routing}: a link waits for the sign-in, a mail's beside it for being used`, async () => {
      const client = clientWith({}, { signedOut: true });
      const [, [{ view, id }, selector, words]] = await things(client);
      const address = addressOf[routing](`${view}/${id}`);
      const element = await openAt(routing, address, client);
      await signInTo(element);
      await shows(element, selector, words);
      equal(place(), new URL(address, home).pathname + new URL(address, home).hash);
      clear();
      const beside = routing === "hash" ? `${address}&portal-reset=abc` : `${address}#portal-reset=abc`;
      const other = await openAt(routing, beside, client);
      equal(other.route, { view, id } satisfies Route);
      const password = await until(() =>
        other.querySelector<HTMLInputElement>("input[autocomplete=new-password]"),
      );
      password.value = "another-long-password";
      other.querySelector<HTMLButtonElement>("button[type=submit]")!.click();
      await shows(other, selector, words);
      ok(!location.href.includes("portal-reset"), location.href);
    });

    it(`${routing}: back closes what was opened and finds its row, forward opens it again`, async () => {
      const element = await openAt(routing, routing === "hash" ? "#about" : "/portal/dashboard");
      await eventOf(element, "portal-ready");
      const start = place();
      for (const [tabName, row, opened] of [
        ["Notes", "button.note", ".opened"],
        ["Appointments", "button.visit", "dialog[open]"],
      ] as const) {
        tab(element, tabName).click();
        const found = () =>
          deepAll(element, `.inner:not(portal-overview)`).flatMap((page) => deepAll(page, row));
        const rows = await until(() => (found().length > 2 ? found() : undefined), row);
        const words = rows[2]!.textContent;
        rows[2]!.focus();
        rows[2]!.click();
        await until(() => deep(element, opened), opened);
        await until(() => focused() !== rows[2] && focused() !== document.body, "the focus in it");
        await step("back");
        await until(() => !deep(element, opened), "closed");
        await until(() => focused()?.textContent === words, `${tabName}: the focus on its row`);
        await step("forward");
        await until(() => deep(element, opened), "opened again");
        await step("back");
        await until(() => !deep(element, opened), "closed again");
        await step("back");
        await until(() => element.route.view === "overview", "the overview");
        equal(place(), start);
      }
    });
  }

  it("hash: the page's own anchors and routes are the page's, and its state is kept", async () => {
    const element = await openAt("hash", "#about");
    await eventOf(element, "portal-ready");
    history.replaceState({ own: 1 }, "");
    tab(element, "Notes").click();
    await titled(element, "Notes");
    equal(location.hash, "#portal/notes");
    await goToHash("#contact");
    await element.updateComplete;
    equal(title(element), "Notes");
    await goToHash("#/products/7");
    equal(element.route, { view: "notes" });
    await step("back");
    await step("back");
    equal(location.hash, "#portal/notes");
    await step("back");
    equal(
      [location.hash, (history.state as { own?: number }).own, element.route],
      ["#about", 1, { view: "overview" }],
    );
    for (const odd of [
      "#portal/",
      "#portal/%E0%A4%A",
      "#portal/nowhere",
      "#portal/notes/%E0%A4%A",
      "#portal",
    ]) {
      await goToHash(odd);
      await element.updateComplete;
      ok(["overview", "notes"].includes(element.route.view), odd);
    }
  });
});
