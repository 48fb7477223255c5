import "../../define/portal-dashboard.ts";
import {
  accessible,
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
  pending,
  refusing,
  until,
} from "../../../test/helpers.ts";

const heading = (element: Element) => deep(element, "h2")?.textContent?.trim();

describe("portal-dashboard", () => {
  afterEach(clear);

  it("opens with the next appointment, tasks and notes, and is accessible", async () => {
    const element = await mount("portal-dashboard");
    await eventOf(element, "portal-ready");
    contains(heading(element), ", Ada");
    contains(deep(element, "[part=hero]")!.textContent, "Check-up and cleaning");
    equal(deepAll(element, "[part=task]").length, 3);
    equal(deepAll(element, "[part=note]").length, 3);
    contains(button(element, "Tasks")!.textContent, "3 open");
    await accessible(element);
  });

  it("goes to each page, focuses its heading, says so, and leaves the history alone", async () => {
    const element = await mount("portal-dashboard");
    await eventOf(element, "portal-ready");
    const length = history.length;
    for (const [tab, title] of [
      ["Appointments", "Appointments"],
      ["Tasks", "Tasks"],
      ["Notes", "Notes"],
    ] as const) {
      const navigated = eventOf(document, "portal-navigate");
      deepAll(element, ".tab")
        .find((item) => item.textContent!.includes(tab))!
        .click();
      equal((await navigated).route.view, tab.toLowerCase());
      await until(() => heading(element) === title, title);
      await until(() => focused()?.localName === "h2", "focus on the heading");
    }
    equal(history.length, length);
    await accessible(element);
  });

  it("lets a listener keep the person where they are", async () => {
    const element = await mount("portal-dashboard");
    await eventOf(element, "portal-ready");
    element.addEventListener("portal-before-navigate", (event) => event.preventDefault());
    deepAll(element, ".tab")[2]!.click();
    await element.updateComplete;
    equal(element.route.view, "overview");
  });

  it("counts a completed task down at once", async () => {
    const element = await mount("portal-dashboard");
    await eventOf(element, "portal-ready");
    deepAll<HTMLInputElement>(element, "input[type=checkbox]")[0]!.click();
    await until(() => button(element, "Tasks")!.textContent!.includes("2 open"));
  });

  it("signs out to the sign-in form and back in, inputs in the light DOM", async () => {
    const element = await mount("portal-dashboard");
    await eventOf(element, "portal-ready");
    const left = eventOf(document, "portal-logout");
    button(element, "Sign out")!.click();
    await left;
    const email = await until(() => element.querySelector<HTMLInputElement>("input[autocomplete=username]"));
    ok(email.getBoundingClientRect().height >= 44, "shown through both shadow roots");
    await accessible(element);
    email.value = "ada@northwind.example";
    element.querySelector<HTMLInputElement>("input[type=password]")!.value = "portico-demo-1";
    const login = eventOf(document, "portal-login");
    element.querySelector<HTMLButtonElement>("button[type=submit]")!.click();
    equal((await login).user.email, "ada@northwind.example");
    await until(() => deep(element, "[part=hero]"));
    equal(element.querySelectorAll("input").length, 0);
  });

  it("keeps the focus where the person goes: to another form, in, and out again", async () => {
    const element = await mount("portal-dashboard", clientWith({}, { signedOut: true }));
    const goTo = async (words: string, title: string) => {
      const control = await until(() => button(element, words), words);
      control.focus();
      control.click();
      await until(() => focused()?.localName === "h2" && focused()!.textContent!.includes(title), title);
    };
    await goTo("Create an account", "Create an account");
    await goTo("Sign in", "Welcome back");
    element.querySelector<HTMLInputElement>("input[autocomplete=username]")!.value = "ada@northwind.example";
    element.querySelector<HTMLInputElement>("input[type=password]")!.value = "portico-demo-1";
    await goTo("Sign in", ", Ada");
    deep(element, "#menu")!.showPopover();
    await goTo("Sign out", "Welcome back");
  });

  it("stays with the form that was chosen while the server had not answered the sign-out yet", async () => {
    const client = clientWith();
    const { logout } = client;
    let answer!: () => void;
    client.logout = async () => (await logout(), new Promise((resolve) => (answer = resolve)));
    const element = await mount("portal-dashboard", client);
    await eventOf(element, "portal-ready");
    button(element, "Sign out")!.click();
    (await until(() => button(element, "Forgot your password?"))).click();
    await until(() => deep(element, "portal-reset"));
    const left = eventOf(element, "portal-logout");
    answer();
    await left;
    await new Promise((resolve) => setTimeout(resolve, 50));
    ok(deep(element, "portal-reset"));
  });

  it("gives the focus back to what opened the menu", async () => {
    const element = await mount("portal-dashboard");
    await eventOf(element, "portal-ready");
    deep(element, ".me")!.click();
    const item = button(element, "Profile")!;
    item.focus();
    item.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true, composed: true }));
    await until(() => focused()?.classList.contains("me"));
    ok(!deep(element, "#menu")!.matches(":popover-open"));
  });

  it("takes no focus that was elsewhere on the page", async () => {
    const client = clientWith();
    const element = await mount("portal-dashboard", client);
    await eventOf(element, "portal-ready");
    await client.logout();
    await until(() => element.querySelector("input[type=password]"));
    await new Promise((resolve) => setTimeout(resolve, 50));
    equal(focused(), document.body);
  });

  it("never scrolls sideways: on a narrow phone, and at twice the text size", async () => {
    for (const [width, text] of [
      [288, "100%"],
      [358, "200%"],
      [288, "200%"],
    ] as const) {
      document.documentElement.style.fontSize = text;
      const element = await mount("portal-dashboard");
      element.style.inlineSize = `${width}px`;
      await eventOf(element, "portal-ready");
      for (const view of ["overview", "appointments", "tasks", "notes", "profile"] as const) {
        element.navigateTo({ view });
        await until(
          () => deep(element, `portal-${view} :is(ul, form)`) ?? deep(element, `portal-${view}`),
          view,
        );
        await new Promise((resolve) => setTimeout(resolve, 60));
        ok(element.scrollWidth <= width, `${view} at ${width} px, ${text}: ${element.scrollWidth}`);
      }
      clear();
      document.documentElement.style.fontSize = "";
    }
  });

  it("reserves its height before anything has loaded", async () => {
    const element = await mount(
      "portal-dashboard",
      clientWith({ restoreSession: pending, getPortalConfig: pending }),
    );
    ok(element.getBoundingClientRect().height >= 700);
  });

  it("says that there is no connection, and tries again", async () => {
    let down = true;
    const client = clientWith();
    const { restoreSession } = client;
    client.restoreSession = (options) => (down ? refusing("NETWORK")() : restoreSession(options));
    const element = await mount("portal-dashboard", client);
    const retry = await until(() => button(element, "Try again"));
    await accessible(element);
    down = false;
    retry.click();
    await until(() => deep(element, "[part=hero]"));
  });

  it("speaks the nearest language", async () => {
    document.querySelector("#page")!.setAttribute("lang", "de");
    const element = await mount("portal-dashboard");
    await until(() => deepAll(element, ".tab").some((tab) => tab.textContent!.includes("Termine")));
  });

  it("follows the page into another language, and minds no odd way to write one", async () => {
    const element = await mount("portal-dashboard");
    const says = (words: string) =>
      until(() => deepAll(element, ".tab").some((tab) => tab.textContent!.includes(words)), words);
    await says("Appointments");
    for (const [lang, words] of [
      ["de_AT", "Termine"],
      ["not a language", "Appointments"],
      ["fr", "Appointments"],
      ["DE", "Termine"],
      ["en", "Appointments"],
    ] as const) {
      document.documentElement.lang = lang;
      await says(words);
    }
  });

  it("takes the organization's accent, and the page's own before it", async () => {
    const element = await mount("portal-dashboard");
    await eventOf(element, "portal-ready");
    const accent = () => getComputedStyle(deep(element, ".btn.primary")!).backgroundColor;
    equal(accent(), "rgb(15, 107, 92)");
    element.style.setProperty("--portal-accent", "#123456");
    await until(() => accent() === "rgb(18, 52, 86)");
  });
});
