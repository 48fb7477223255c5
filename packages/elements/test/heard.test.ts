// What people hear who do not see the page: what live regions say and when, and what the browser tells a screen reader.
import type { PortalClient } from "@portico/client";
import { field, submit } from "./forms.ts";
import { accessibilityTree, listen } from "./heard.ts";
import { button, clear, clientWith, deep, deepAll, equal, mount, ok, refusing, until } from "./helpers.ts";
import "./states.ts";

const page = document.querySelector<HTMLElement>("#page")!;
const offline = refusing("NETWORK", { status: 0 });
const out = (replaced: Partial<PortalClient> = {}) => clientWith(replaced, { signedOut: true });
const short = "“Fill in the health questionnaire”";

describe("live regions say", () => {
  let heard: string[];
  let stop: () => void;
  beforeEach(() => void ({ heard, stop } = listen(page)));
  afterEach(() => {
    stop();
    clear();
  });
  const press = async (words: string) => (await until(() => button(page, words), words)).click();
  const saidSoFar = (...words: string[]) =>
    until(() => JSON.stringify(heard) === JSON.stringify(words), words.join(" | ")).catch(() =>
      equal(heard, words, "heard"),
    );

  it("nothing of what comes at once", async () => {
    await mount("portal-dashboard");
    await until(() => deep(page, "[part=hero]"));
    await press("Notes");
    await until(() => deep(page, "portal-notes")?.shadowRoot?.querySelector("li"));
    equal(heard, []);
  });

  it("once that something takes long, and once what has come of it", async () => {
    let answer!: () => void;
    const demo = clientWith();
    const client = clientWith({
      listTasks: (...args: Parameters<PortalClient["listTasks"]>) =>
        new Promise((resolve) => (answer = () => resolve(demo.listTasks(...args)))),
    });
    await mount("portal-tasks", client);
    await saidSoFar("Loading");
    answer();
    await saidSoFar("Loading", "Tasks");
  });

  it("what could not be loaded, again when it fails again", async () => {
    await mount("portal-tasks", clientWith({ listTasks: offline }));
    const words =
      "Tasks could not be loaded There is no connection right now. Check your network, then try again. Reference req_1 Try again";
    await saidSoFar(words);
    await press("Try again");
    await saidSoFar(words, words);
  });

  it("a task done, open again, done again; and one that could not be saved", async () => {
    let down = false;
    const demo = clientWith();
    const { completeTask } = demo;
    demo.completeTask = (...args) => (down ? offline() : completeTask(...args));
    await mount("portal-tasks", demo);
    const box = await until(() => deep<HTMLInputElement>(page, "input[type=checkbox]"));
    box.click();
    await press("Undo");
    await until(() => heard.length === 2);
    box.click();
    await until(() => heard.length === 3);
    await press("Undo");
    await until(() => heard.length === 4);
    down = true;
    box.click();
    const done = `${short} is done. You can undo this.`;
    const open = `${short} is open again.`;
    await saidSoFar(
      done,
      open,
      done,
      open,
      done,
      `${short} could not be saved and is as it was before. Please try again.`,
    );
  });

  it("that a profile is not saved, and that it is", async () => {
    await mount("portal-profile");
    const name = await until(() => deep<HTMLInputElement>(page, "#name"));
    name.value = "";
    await press("Save");
    await saidSoFar("Not saved yet. Check the marked fields.");
    name.value = "Ada O.";
    await press("Save");
    await saidSoFar("Not saved yet. Check the marked fields.", "Saved");
  });

  it("that a sign-in was refused, each time", async () => {
    const element = await mount("portal-login", out({ login: offline }));
    (await field(element, "username")).value = "ada@northwind.example";
    (await field(element, "current-password")).value = "a phrase";
    const words = "There is no connection right now. Check your network, then try again.";
    submit(element);
    await saidSoFar(words);
    submit(element);
    await saidSoFar(words, words);
  });

  it("that a code was sent again, each time", async () => {
    const element = await mount("portal-reset", out());
    (await field(element, "username")).value = "ada@northwind.example";
    submit(element);
    await press("Send it again");
    await until(() => heard.length === 1);
    await press("Send it again");
    await until(() => heard.length === 2);
    equal(new Set(heard).size, 1);
  });

  it("once that somebody is signed out, however many elements are", async () => {
    const client = clientWith();
    await mount("portal-notes", client);
    await mount("portal-dashboard", client);
    await press("Sign out");
    await until(() => deep(page, "portal-login"));
    await saidSoFar("You are signed out.");
  });
});

describe("the browser tells a screen reader", () => {
  afterEach(clear);
  const heads = /^ *(main|navigation|region|heading|list|button|checkbox|textbox|alert|dialog)\b/;
  const told = async () => {
    const lines = (await accessibilityTree()).filter((line) => heads.test(line));
    return lines.map((line) =>
      line
        .trim()
        .replace(/^(.{54}).+”/, "$1…”")
        .replace(/Good \w+/, "Good day"),
    );
  };

  it("the overview: what there is, in order, and what each thing is called", async () => {
    const element = await mount("portal-dashboard");
    await until(() => deep(element, "[part=hero]"));
    equal(await told(), [
      "main",
      "navigation “Customer portal”",
      "button “Overview”",
      "button “Appointments”",
      "button “Tasks , 3 open”",
      "button “Notes”",
      "button “Account of Ada Okafor”",
      "heading “Good day, Ada” level=2",
      "region “Check-up and cleaning”",
      "heading “Check-up and cleaning” level=3",
      "button “Add to calendar”",
      "button “Details”",
      "region “Tasks”",
      "heading “Tasks” level=3",
      "button “Show all : Tasks”",
      "list",
      "checkbox “Mark “Fill in the health questionnaire” as d…”",
      "checkbox “Mark “Upload your insurance card” as done”",
      "checkbox “Mark “Confirm your new address” as done”",
      "region “Notes”",
      "heading “Notes” level=3",
      "button “Show all : Notes”",
      "list",
      "button “After your filling You can eat again after two…”",
      "button “Night guard Your guard is ready. Bring the old…”",
      "button “Welcome to Northwind It was good to meet you. …”",
    ]);
    equal(deepAll(element, "[aria-current=page]").length, 1);
  });

  it("the form to sign in, with what is wrong", async () => {
    const element = await mount("portal-login", out());
    const email = await field(element, "username");
    submit(element);
    await until(() => email.getAttribute("aria-invalid") === "true");
    equal(await told(), [
      "main",
      "heading “Welcome back” level=2",
      "textbox “Email” invalid=true required=true",
      "button “Show password”",
      "textbox “Password” invalid=true required=true",
      "alert",
      "button “Sign in”",
      "button “Forgot your password?”",
      "button “Create an account”",
    ]);
  });

  it("an appointment's dialog by its name, and nothing behind it", async () => {
    const element = await mount("portal-appointments");
    (await until(() => button(element, "Video consultation"))).click();
    await until(() => deep(element, "dialog:modal"));
    const lines = await told();
    ok(lines.includes("dialog “Video consultation” modal=true"), lines.join("\n"));
    ok(!lines.some((line) => line.includes("Check-up")), "behind it");
  });

  it("each day's appointments as a list of that name, not as one more landmark", async () => {
    const element = await mount("portal-appointments");
    await until(() => deep(element, ".visit"));
    const lines = await told();
    equal(
      lines.filter((line) => /^region/.test(line)),
      [],
    );
    equal(lines.filter((line) => /^list “\w+ \d+ \w+”/.test(line)).length, 3);
  });
});
