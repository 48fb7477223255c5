import "../../define/portal-invitation.ts";
import "../../define/portal-dashboard.ts";
import "../../define/portal-login.ts";
import type { AcceptInvitationInput, InvitationPreview, PortalClient } from "@portico/client";
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
  focused,
  mount,
  ok,
  pending,
  refusing,
  until,
} from "../../../test/helpers.ts";
import { removeLink } from "../../lib/used-link.ts";

/** A client whose invitation differs from the demo's. */
function inviting(
  differs: Partial<InvitationPreview>,
  more: Partial<PortalClient> = {},
  signedOut = true,
): PortalClient {
  const client = clientWith({}, { signedOut });
  const { previewInvitation } = client;
  client.previewInvitation = async (token) => ({ ...(await previewInvitation(token)), ...differs });
  return Object.assign(client, more);
}

const heading = (element: Element) => deep(element, "h2")?.textContent?.trim();
const says = (element: Element, words: string) =>
  until(() => heading(element)?.includes(words), `“${words}”`);
const hash = "#portal-invitation=secret";

describe("portal-invitation", () => {
  beforeEach(() => openLink(hash));
  afterEach(() => {
    removeLink();
    closeLink();
    clear();
  });

  it("says who invites whom to what, in inputs that password managers find, and is accessible", async () => {
    const tokens: string[] = [];
    const client = inviting({});
    const { previewInvitation } = client;
    client.previewInvitation = (token) => (tokens.push(token), previewInvitation(token));
    const element = await mount("portal-invitation", client);
    const email = await field(element, "username");
    await says(element, "Welcome to Northwind Dental");
    contains(deep(element, ".hint")!.textContent, "Dr. Lena Brandt of Northwind Dental invites you");
    equal(
      [email.value, email.readOnly, email.getRootNode() === document],
      ["ada@northwind.example", true, true],
    );
    equal((await field(element, "name")).value, "Ada Okafor");
    const password = await field(element, "new-password");
    ok(password.form && password.form === email.form, "one form");
    equal(tokens, ["secret"], "asked once, and nothing accepted");
    equal(location.hash, hash, "the link stays until it is used");
    await accessible(element);
  });

  it("makes the account, says so, and takes the link out of the address alone", async () => {
    const state = { mine: true };
    history.replaceState(state, "", `${location.pathname}${location.search}#top&portal-invitation=secret`);
    const { length } = history;
    const inputs: AcceptInvitationInput[] = [];
    const client = inviting({});
    const { acceptInvitation } = client;
    client.acceptInvitation = (input) => (inputs.push(input), acceptInvitation(input));
    const element = await mount("portal-invitation", client);
    (await field(element, "name")).value = " Ada O. ";
    (await field(element, "new-password")).value = "a long enough phrase";
    const accepted = eventOf(document, "portal-invitation-accepted");
    const login = eventOf(document, "portal-login");
    submit(element);
    equal((await accepted).user.email, "ada@northwind.example");
    equal((await login).organization.slug, "northwind");
    equal(inputs, [{ token: "secret", name: "Ada O.", password: "a long enough phrase" }]);
    equal([location.hash, history.length, history.state], ["#top", length, state]);
    await says(element, "Welcome, Ada Okafor");
    ok(!element.querySelector("input"), "no input is left behind");
  });

  it("leads from the dashboard into the portal, and the focus goes along", async () => {
    const element = await mount("portal-dashboard", inviting({}));
    (await field(element, "new-password")).value = "a long enough phrase";
    (await field(element, "new-password")).focus();
    await accessible(element);
    submit(element);
    await until(() => deep(element, "[part=hero]"));
    equal(location.hash, "");
    await until(() => focused()?.localName === "h2", "focus on the heading");
  });

  it("refuses a short password beside its field, and keeps what was typed without a connection", async () => {
    const element = await mount("portal-invitation", inviting({}, { acceptInvitation: refusing("NETWORK") }));
    const password = await field(element, "new-password");
    password.value = "short";
    submit(element);
    await until(() => password.getAttribute("aria-invalid") === "true");
    await until(() => document.activeElement === password);
    password.value = "a long enough phrase";
    submit(element);
    contains((await until(() => deep(element, ".problem"))).textContent, "no connection");
    equal(password.value, "a long enough phrase");
    equal(location.hash, hash, "and the link");
  });

  it("asks who has an account to sign in, then for one click", async () => {
    const inputs: AcceptInvitationInput[] = [];
    const client = inviting({ hasAccount: true });
    const { acceptInvitation } = client;
    client.acceptInvitation = (input) => (inputs.push(input), acceptInvitation(input));
    const element = await mount("portal-dashboard", client);
    equal((await field(element, "username")).value, "ada@northwind.example");
    (await field(element, "current-password")).value = "portico-demo-1";
    contains(deep(element, ".hint")!.textContent, "has an account here already");
    submit(element);
    const accept = await until(() => button(element, "Accept the invitation"));
    ok(!element.querySelector("input"));
    await accessible(element);
    accept.click();
    await until(() => deep(element, "[part=hero]"));
    equal(inputs, [{ token: "secret" }]);
  });

  it("turns into the form to sign in when the account was made meanwhile", async () => {
    const element = await mount(
      "portal-invitation",
      inviting({}, { acceptInvitation: refusing("ACCOUNT_EXISTS") }),
    );
    (await field(element, "new-password")).value = "a long enough phrase";
    submit(element);
    await field(element, "current-password");
  });

  it("comes back from a forgotten password", async () => {
    const element = await mount("portal-invitation", inviting({ hasAccount: true }));
    (await until(() => button(element, "Forgot your password?"))).click();
    await says(element, "Forgot your password?");
    equal((await field(element, "username")).value, "ada@northwind.example");
    button(element, "Back to sign-in")!.click();
    equal(location.hash, "", "going back puts the invitation aside");
  });

  it("says that it is for another address, and goes on after signing out", async () => {
    const client = inviting({ email: "somebody@else.example" }, {}, false);
    const element = await mount("portal-dashboard", client);
    await says(element, "for somebody else");
    await accessible(element);
    button(element, "Sign out and go on")!.click();
    equal((await field(element, "username")).value, "somebody@else.example");
  });

  for (const [code, title] of [
    ["INVITATION_EXPIRED", "has expired"],
    ["INVITATION_REVOKED", "was taken back"],
    ["INVITATION_SUPERSEDED", "a newer invitation"],
    ["INVITATION_ACCEPTED", "have accepted"],
    ["NOT_FOUND", "does not work here"],
    ["OTHER_ORGANIZATION", "does not work here"],
  ] as const) {
    it(`says how it ended and leads to sign-in: ${code}`, async () => {
      const element = await mount("portal-invitation", inviting({}, { previewInvitation: refusing(code) }));
      await says(element, title);
      contains(deep(element, ".hint")!.textContent, "Northwind Dental");
      await accessible(element);
      button(element, "Go to sign-in")!.click();
      await field(element, "current-password");
      equal(location.hash, "");
    });
  }

  it("ends where accepting finds it at its end", async () => {
    const element = await mount(
      "portal-invitation",
      inviting({}, { acceptInvitation: refusing("INVITATION_REVOKED") }),
    );
    (await field(element, "new-password")).value = "a long enough phrase";
    submit(element);
    await says(element, "was taken back");
    ok(!element.querySelector("input"));
  });

  it("waits in its final height, and tries again without a connection", async () => {
    const waiting = await mount("portal-invitation", inviting({}, { previewInvitation: pending }));
    await until(() => deep(waiting, ".skeleton"));
    ok(waiting.getBoundingClientRect().height > 400);
    clear();
    let down = true;
    const client = inviting({});
    const { previewInvitation } = client;
    client.previewInvitation = (token) => (down ? refusing("NETWORK")() : previewInvitation(token));
    const element = await mount("portal-invitation", client);
    const retry = await until(() => button(element, "Try again"));
    await accessible(element);
    down = false;
    retry.click();
    await field(element, "new-password");
  });

  it("follows the address to another link", async () => {
    const element = await mount("portal-invitation", inviting({ hasAccount: true }));
    await field(element, "current-password");
    openLink("#portal-invitation=other");
    const before = deep(element, "h2");
    await until(() => deep(element, "h2") !== before || deep(element, ".skeleton"));
    await field(element, "current-password");
  });

  it("leads employees to the dashboard, link and all", async () => {
    const element = await mount("portal-invitation", inviting({ role: "EMPLOYEE" }));
    const link = (await until(() => button(element, "Go to the dashboard"))) as HTMLAnchorElement;
    equal(
      link.getAttribute("href"),
      "https://demo.invalid/dashboard/login?organization=northwind#portal-invitation=secret",
    );
    ok(!element.querySelector("input"));
  });

  it("is shown by the sign-in form alone on a page, which comes back when it is put aside", async () => {
    const element = await mount("portal-login", inviting({}));
    await field(element, "new-password");
    button(element, "Not now")!.click();
    await field(element, "current-password");
    ok(!element.querySelector("input[autocomplete=new-password]"));
    equal(location.hash, "");
  });

  it("says what will appear here where there is no link", async () => {
    closeLink();
    const element = await mount("portal-invitation", inviting({}));
    await says(element, "appears here");
    await accessible(element);
    button(element, "Sign in")!.click();
    await field(element, "current-password");
  });

  it("works with the portal's place in the hash", async () => {
    const element = await mount("portal-dashboard", inviting({}), { routing: "hash" });
    (await field(element, "new-password")).value = "a long enough phrase";
    submit(element);
    await until(() => deep(element, "[part=hero]"));
    equal(element.route.view, "overview");
  });
});
