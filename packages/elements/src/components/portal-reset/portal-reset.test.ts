import "../../define/portal-dashboard.ts";
import "../../define/portal-login.ts";
import type { ResetPasswordInput } from "@portico/client";
import { closeLink, field, openLink, submit } from "../../../test/forms.ts";
import {
  accessible,
  button,
  clear,
  clientWith,
  contains,
  deep,
  equal,
  eventOf,
  mount,
  ok,
  refusing,
  until,
} from "../../../test/helpers.ts";
import { removeLink } from "../../lib/used-link.ts";

const signedOut = { signedOut: true };
const says = (element: Element, words: string) =>
  until(() => deep(element, "h2")?.textContent?.includes(words), `“${words}”`);

/** A client that keeps what it is asked. */
function listening(options = signedOut as { signedOut?: boolean }) {
  const asked: string[] = [];
  const resets: ResetPasswordInput[] = [];
  const client = clientWith({}, options);
  const { forgotPassword, resetPassword } = client;
  client.forgotPassword = (input) => (asked.push(input.email), forgotPassword(input));
  client.resetPassword = (input) => (resets.push(input), resetPassword(input));
  return { client, asked, resets };
}

describe("a forgotten password", () => {
  afterEach(() => {
    removeLink();
    closeLink();
    clear();
  });

  it("takes the address along, and lets in by the code of the mail", async () => {
    const { client, asked, resets } = listening();
    const element = await mount("portal-login", client);
    (await field(element, "username")).value = "ada@northwind.example";
    button(element, "Forgot your password?")!.click();
    await says(element, "Forgot your password?");
    ok(!element.querySelector("input[type=password]"), "the password's input is gone");
    equal((await field(element, "username")).value, "ada@northwind.example");
    await accessible(element);
    submit(element);
    const code = await field(element, "one-time-code");
    await until(() => document.activeElement === code);
    equal(asked, ["ada@northwind.example"]);
    contains(deep(element, ".hint")!.textContent, "ada@northwind.example");
    const password = await field(element, "new-password");
    const username = await field(element, "username");
    equal([username.value, username.form === password.form], ["ada@northwind.example", true]);
    ok(!username.getClientRects().length, "the address is there for password managers alone");
    await accessible(element);
    code.value = "123 456";
    password.value = "a long enough phrase";
    const changed = eventOf(document, "portal-password-changed");
    const login = eventOf(document, "portal-login");
    submit(element);
    await changed;
    equal((await login).user.email, "ada@northwind.example");
    equal(resets, [{ email: "ada@northwind.example", code: "123456", password: "a long enough phrase" }]);
  });

  it("says that the code is wrong, keeps it, sends another mail, and goes back to the address", async () => {
    const { client, asked } = listening();
    client.resetPassword = refusing("INVALID_CODE");
    const element = await mount("portal-dashboard", client);
    (await until(() => button(element, "Forgot your password?"))).click();
    await says(element, "Forgot your password?");
    (await field(element, "username")).value = "ada@northwind.example";
    submit(element);
    (await field(element, "one-time-code")).value = "123456";
    (await field(element, "new-password")).value = "a long enough phrase";
    submit(element);
    contains((await until(() => deep(element, ".problem"))).textContent, "wrong or has expired");
    equal((await field(element, "one-time-code")).value, "123456");
    button(element, "Send it again")!.click();
    await until(() => asked.length === 2);
    button(element, "Use another email")!.click();
    const email = await field(element, "username");
    await until(() => email.getClientRects().length && !email.readOnly);
    equal(email.value, "ada@northwind.example");
    button(element, "Back to sign-in")!.click();
    await field(element, "current-password");
  });

  it("asks for the new password alone where the link of the mail is there", async () => {
    openLink("#portal-reset=secret");
    const { client, resets } = listening();
    const element = await mount("portal-dashboard", client);
    const password = await field(element, "new-password");
    equal(element.querySelectorAll("input").length, 1);
    await accessible(element);
    equal([resets.length, location.hash], [0, "#portal-reset=secret"], "opening it changes nothing");
    password.value = "a long enough phrase";
    submit(element);
    await until(() => deep(element, "[part=hero]"));
    equal(resets, [{ token: "secret", password: "a long enough phrase" }]);
    equal(location.hash, "");
  });

  it("has another mail sent where the link is used or old", async () => {
    openLink("#portal-reset=secret");
    const { client, asked } = listening();
    client.resetPassword = refusing("INVALID_LINK");
    const element = await mount("portal-login", client);
    (await field(element, "new-password")).value = "a long enough phrase";
    submit(element);
    await says(element, "does not work any more");
    ok(!element.querySelector("input"));
    await accessible(element);
    button(element, "Send a new message")!.click();
    const email = await field(element, "username");
    await until(() => document.activeElement === email);
    email.value = "ada@northwind.example";
    submit(element);
    await field(element, "one-time-code");
    equal(asked, ["ada@northwind.example"]);
  });

  it("is for whoever has the link, also while somebody is signed in", async () => {
    openLink("#portal-reset=secret");
    const element = await mount("portal-dashboard", listening({}).client);
    await field(element, "new-password");
    button(element, "Back to sign-in")!.click();
    await until(() => deep(element, "[part=hero]"));
    equal(location.hash, "");
  });

  it("says who belongs to the other side, with the way there", async () => {
    const element = await mount(
      "portal-login",
      clientWith({ login: refusing("CUSTOMER_REQUIRED") }, signedOut),
    );
    (await field(element, "username")).value = "mara@northwind.example";
    (await field(element, "current-password")).value = "portico-demo-1";
    submit(element);
    const link = (await until(() => button(element, "Go to the dashboard"))) as HTMLAnchorElement;
    equal(link.href, "https://demo.invalid/dashboard/login?organization=northwind");
    await accessible(element);
  });
});
