import "../../define/portal-dashboard.ts";
import "../../define/portal-profile.ts";
import type { AccountSession } from "@portico/client";
import { field, submit } from "../../../test/forms.ts";
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
import { agoInWords } from "./when.ts";

const rows = (element: Element) => deepAll(element, "[part=session]");
const press = async (element: Element, words: string) =>
  (await until(() => button(element, words), words)).click();

describe("portal-account, in the profile", () => {
  afterEach(clear);

  it("lists where one is signed in, in people's words, and is accessible", async () => {
    const element = await mount("portal-profile");
    await until(() => rows(element).length === 3);
    const [mine, phone] = rows(element).map((row) => row.textContent);
    contains(mine, "Firefox on Windows This device");
    contains(mine, "Active now");
    contains(phone, "Safari on iPhone");
    contains(phone, "Last used 3 hours ago");
    ok(!button(rows(element)[0]!, "Sign out"), "this device signs out in the menu");
    await accessible(element);
  });

  it("says times as people do", async () => {
    const element = await mount("portal-profile");
    const ago = (minutes: number) =>
      agoInWords(element, new Date(Date.now() - minutes * 60_000).toISOString());
    equal(
      [ago(3), ago(20), ago(70), ago(26 * 60)],
      ["just now", "20 minutes ago", "1 hour ago", "yesterday"],
    );
  });

  it("ends one session after asking in its place, and keeps the focus", async () => {
    const ended: string[] = [];
    const client = clientWith();
    const { endSession } = client;
    client.endSession = (id) => (ended.push(id), endSession(id));
    const element = await mount("portal-dashboard", client);
    element.navigateTo({ view: "profile" });
    await press(element, "Sign out: Safari on iPhone");
    await until(() => focused()?.textContent?.includes("Sign out"), "focus on the answer");
    await accessible(element);
    button(element, "Cancel")!.click();
    await until(() => focused()?.ariaLabel === "Sign out: Safari on iPhone", "focus back on the question");
    equal(ended, []);
    (focused() as HTMLElement).click();
    await until(() => focused()?.id === "yes");
    const event = eventOf(document, "portal-session-ended");
    (focused() as HTMLElement).click();
    equal([(await event).id], ended);
    await until(() => rows(element).length === 2);
    await until(() => focused()?.textContent === "Where you are signed in");
  });

  it("ends all others, and says that none is left", async () => {
    const element = await mount("portal-profile");
    await press(element, "Sign out everywhere else");
    await until(() => focused()?.id === "yes");
    await accessible(element);
    const event = eventOf(document, "portal-session-ended");
    (focused() as HTMLElement).click();
    equal((await event).id, null);
    await until(() => rows(element).length === 1);
    ok(button(element, "Sign out everywhere else") === undefined);
    contains(deep(element, "portal-account")!.shadowRoot!.textContent, "on this device alone");
  });

  it("says that a session could not be ended, where it was asked", async () => {
    const element = await mount("portal-profile", clientWith({ endSession: refusing("NETWORK") }));
    await press(element, "Sign out: Safari on iPhone");
    await until(() => focused()?.id === "yes");
    (focused() as HTMLElement).click();
    contains((await until(() => deep(element, ".problem"))).textContent, "no connection");
    equal(rows(element).length, 2, "the one that is asked about is no row");
  });

  it("waits for the list, and tries again", async () => {
    await mount("portal-profile", clientWith({ listSessions: pending }));
    await until(() => deep(document.body, ".skeleton"));
    clear();
    let down = true;
    const client = clientWith();
    const { listSessions } = client;
    client.listSessions = (o) => (down ? refusing("NETWORK")() : listSessions(o));
    const element = await mount("portal-profile", client);
    const retry = await until(() => button(element, "Try again"));
    await accessible(element);
    down = false;
    retry.click();
    await until(() => rows(element).length === 3);
  });

  it("says which side a session is on where there are both", async () => {
    const client = clientWith();
    const { listSessions } = client;
    client.listSessions = async (o) => {
      const page = await listSessions(o);
      const [first, ...rest] = page.items as [AccountSession, ...AccountSession[]];
      return { ...page, items: [{ ...first, audience: "dashboard" }, ...rest] };
    };
    const element = await mount("portal-profile", client);
    await until(() => rows(element).length === 3);
    contains(rows(element)[0]!.textContent, "Dashboard");
    contains(rows(element)[1]!.textContent, "Customer portal");
  });

  it("changes the password: the old one is asked for, and found wrong beside its field", async () => {
    let wrong = true;
    const inputs: unknown[] = [];
    const client = clientWith();
    const { changePassword } = client;
    client.changePassword = (input) =>
      wrong ? refusing("WRONG_PASSWORD")() : (inputs.push(input), changePassword(input));
    const element = await mount("portal-profile", client);
    await press(element, "Change: Password");
    const current = await field(element, "current-password");
    await until(() => document.activeElement === current);
    const next = await field(element, "new-password");
    equal((await field(element, "username")).value, "ada@northwind.example", "for password managers");
    await accessible(element);
    current.value = "not mine";
    next.value = "a longer phrase";
    submit(element);
    await until(() => current.getAttribute("aria-invalid") === "true");
    contains(
      document.getElementById(current.getAttribute("aria-describedby")!)!.textContent,
      "not your password",
    );
    equal(next.value, "a longer phrase");
    wrong = false;
    const changed = eventOf(document, "portal-password-changed");
    submit(element);
    await changed;
    equal(inputs, [{ currentPassword: "not mine", newPassword: "a longer phrase" }]);
    await until(() => focused()?.id === "password", "focus back where it began");
    ok(!element.querySelector("input"), "no input is left behind");
    contains(deep(element, ".done")!.textContent, "is changed");
  });

  it("changes the address: password, then the code from the new one", async () => {
    const asked: unknown[] = [];
    const client = clientWith();
    const { changeEmail } = client;
    client.changeEmail = (input) => (asked.push(input), changeEmail(input));
    const element = await mount("portal-dashboard", client);
    element.navigateTo({ view: "profile" });
    await press(element, "Change: Email");
    const email = await field(element, "email");
    (await field(element, "current-password")).value = "portico-demo-1";
    email.value = "no address";
    submit(element);
    await until(() => email.getAttribute("aria-invalid") === "true");
    email.value = "ada@new.example";
    submit(element);
    const code = await field(element, "one-time-code");
    await until(() => document.activeElement === code);
    await accessible(element);
    await press(element, "Send it again");
    await until(() => asked.length === 2);
    code.value = "123456";
    const changed = eventOf(document, "portal-email-changed");
    submit(element);
    equal((await changed).email, "ada@new.example");
    contains((await until(() => deep(element, ".done"))).textContent, "ada@new.example");
    equal(asked[0], { email: "ada@new.example", password: "portico-demo-1" });
  });

  it("closes without a trace", async () => {
    const element = await mount("portal-profile");
    await press(element, "Change: Password");
    await field(element, "current-password");
    await press(element, "Cancel");
    await until(() => focused()?.id === "password");
    ok(!element.querySelector("input"));
  });
});
