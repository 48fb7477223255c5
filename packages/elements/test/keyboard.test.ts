// Everything that a person does, by keys alone: seen at every stop, in the order of the page, never lost, never caught.
import { UNDO_MS } from "../src/controllers/tasks.ts";
import type { PortalElement } from "../src/lib/portal-element.ts";
import { press, type, widen } from "./devtools.ts";
import { clear, clientWith, deep, equal, focused, mount, ok, pending, until } from "./helpers.ts";
import { unseenFocus } from "./layout.ts";
import "./states.ts";

const page = document.querySelector<HTMLElement>("#page")!;

/** What has the focus, by the first words of its name. */
function name(): string {
  const active = focused() as HTMLElement & { labels?: NodeListOf<HTMLElement> };
  const words = active.ariaLabel ?? active.labels?.[0]?.textContent ?? active.textContent!;
  return words
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 24)
    .replace(/Good \w+/, "Good day")
    .trim();
}

/** Goes on by the Tab key, and names where that leads; fails where a person would not see it. */
async function tab(times = 1, key = "Tab"): Promise<string[]> {
  const names: string[] = [];
  for (let at = 0; at < times; at++) {
    await press(key);
    if (!focused()!.matches("#page > button")) equal(unseenFocus(), [], `focus on ${name()}`);
    names.push(name());
  }
  return names;
}

const comesTo = async (words: string) => {
  await until(() => name().startsWith(words), `focus on “${words}”, not on “${name()}”`);
  equal(unseenFocus(), []);
};

const outside = (words: string): HTMLButtonElement =>
  page.appendChild(Object.assign(document.createElement("button"), { type: "button", textContent: words }));

for (const width of [1200, 320])
  describe(`by the keyboard alone, ${width} px wide`, () => {
    let element: PortalElement;
    let before_: HTMLButtonElement;
    before(async () => {
      await widen(width, 640);
      before_ = outside("Before");
      element = await mount("portal-dashboard", clientWith({}, { signedOut: true }));
      outside("After");
      await until(() => element.querySelector("input"));
    });
    after(() => {
      clear();
      void widen();
    });

    it("one signs in", async () => {
      before_.focus();
      equal(await tab(1), ["Email"]);
      await type("ada@northwind.example");
      equal(await tab(2), ["Show password", "Password"]);
      await type("a phrase");
      equal(await tab(4), ["Sign in", "Forgot your password?", "Create an account", "After"]);
      equal(await tab(3, "Shift+Tab"), ["Create an account", "Forgot your password?", "Sign in"]);
      await press("Enter");
      await comesTo("Good day, Ada");
    });

    it("one goes through the overview and out of it, and back", async () => {
      await until(() => deep(element, "[part=hero]"));
      const overview = [
        "Add to calendar",
        "Details",
        "Show all: Tasks",
        "Mark “Fill in the health",
        "Mark “Upload your insuran",
        "Mark “Confirm your new ad",
        "Show all: Notes",
        "After your filling You c",
        "Night guard Your guard i",
        "Welcome to Northwind It",
      ].map((words) => words.slice(0, 24).trim());
      equal(await tab(11), [...overview, "After"]);
      equal(await tab(10, "Shift+Tab"), overview.reverse());
      const nav = [
        "Account of Ada Okafor Ad",
        "Notes",
        "Tasks3, 3 open",
        "Appointments",
        "Overview",
        "Before",
      ];
      const back = await tab(6, "Shift+Tab");
      equal(width > 640 ? back : [...back].sort(), width > 640 ? nav : [...nav].sort());
    });

    it("one opens and closes an appointment, and is back where one was", async () => {
      (deep(element, ".tab:nth-of-type(2)") as HTMLElement).focus();
      await press("Enter");
      await comesTo("Appointments");
      await until(() => deep(element, ".visit"));
      equal((await tab(3)).slice(0, 2), ["Upcoming", "Past"]);
      const row = focused();
      await press("Enter");
      await comesTo("Close");
      for (let at = 0; at < 4; at++) {
        await press("Tab");
        const active = focused()!;
        ok(active === document.body || active.closest("dialog"), `${name()} is behind the dialog`);
      }
      await press("Escape");
      await until(() => !deep(element, "dialog"));
      await until(() => focused() === row, "focus on the row");
      equal(unseenFocus(), []);
    });

    it("one completes a task and undoes it, with all the time one needs", async () => {
      (deep(element, ".tab:nth-of-type(3)") as HTMLElement).focus();
      await press("Enter");
      await comesTo("Tasks");
      await until(() => deep(element, "portal-tasks")?.shadowRoot?.querySelector("li"));
      await tab(3);
      const box = focused();
      // The undo's time passes a hundred times as fast.
      const { setTimeout: real } = window;
      window.setTimeout = ((then: () => void, wait = 0) =>
        real(then, wait === UNDO_MS ? 60 : wait)) as typeof real;
      try {
        await press("Space");
        equal(await tab(1), ["Undo"]);
        await new Promise((resolve) => real(resolve, 200));
        equal(name(), "Undo");
        await press("Enter");
        await until(() => !box!.closest("li")!.classList.contains("done"), "the task open again");
        await tab(1, "Shift+Tab");
        equal(focused(), box);
        await press("Space");
        await tab(2);
        await until(() => !box!.isConnected, "the end of the undo");
        ok(focused() !== document.body);
      } finally {
        window.setTimeout = real;
      }
    });

    it("one reads a note, and is back where one was", async () => {
      (deep(element, ".tab:nth-of-type(4)") as HTMLElement).focus();
      await press("Enter");
      await comesTo("Notes");
      await until(() => deep(element, "portal-notes")?.shadowRoot?.querySelector("li"));
      await tab(2);
      await press("Enter");
      await comesTo("Night guard");
      equal(await tab(1, "Shift+Tab"), ["Notes"]);
      await press("Enter");
      await comesTo("Night guard Your");
    });

    it("one opens the menu and leaves it, which closes it", async () => {
      const menu = deep(element, "#menu")!;
      (deep(element, ".me") as HTMLElement).focus();
      await press("Enter");
      equal(await tab(2), ["Profile", "Sign out"]);
      await press("Escape");
      await comesTo("Account of");
      await press("Enter");
      equal(await tab(2), ["Profile", "Sign out"]);
      await tab(1);
      ok(!menu.matches(":popover-open"), "it would hide what has the focus");
      ok(!menu.contains(focused()), name());
      (deep(element, ".me") as HTMLElement).focus();
      await press("Enter");
      equal(await tab(1, "Shift+Tab"), ["Notes"]);
    });

    it("one changes the profile, is told what is wrong with it, and saves it", async () => {
      (deep(element, ".me") as HTMLElement).focus();
      await press("Enter");
      await tab(1);
      await press("Enter");
      await comesTo("Profile");
      await tab(1);
      const input = focused() as HTMLInputElement;
      input.select();
      await press("Delete", "Enter");
      await until(() => input.getAttribute("aria-invalid") === "true");
      equal(focused(), input);
      await type("Ada Okafor");
      await press("Enter");
      await until(() => deep(element, ".saved"));
      equal(focused(), input);
      equal(await tab(5), [
        "Phone · optional",
        "Address · optional",
        "Time zone",
        "Language and formats",
        "Save",
      ]);
    });

    it("one signs out", async () => {
      (deep(element, ".me") as HTMLElement).focus();
      await press("Enter");
      await tab(2);
      await press("Enter");
      await comesTo("Welcome back");
    });
  });

describe("where the focus is", () => {
  afterEach(clear);

  it("it stays when the session ends elsewhere: on what is shown instead", async () => {
    const client = clientWith();
    const element = await mount("portal-notes", client);
    (await until(() => deep(element, "button.note"))).focus();
    await client.logout();
    await until(() => name().startsWith("Sign in to see this: Not"), "focus on the heading");
  });

  it("it goes from the offer to sign in to the form, and from there to the page", async () => {
    const element = await mount("portal-notes", clientWith({}, { signedOut: true }));
    (await until(() => deep(element, "[part=signed-out] button"))).focus();
    await press("Enter");
    await until(() => name() === "Welcome back", "the form");
    await tab(1);
    await type("ada@northwind.example");
    await tab(2);
    await type("a phrase");
    await press("Enter");
    await until(() => name() === "Notes", "the page");
  });

  it("it stays on the button of what is under way, which is not sent twice", async () => {
    let sent = 0;
    const client = clientWith({ updateMe: () => ((sent += 1), pending()) });
    const element = await mount("portal-profile", client);
    const save = await until(() => deep(element, ".save button"));
    save.focus();
    await press("Enter");
    await until(() => save.ariaDisabled === "true");
    await press("Enter", "Space");
    equal([sent, focused() === save], [1, true]);
  });
});
