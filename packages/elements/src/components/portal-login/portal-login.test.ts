import "../../define/portal-login.ts";
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
  pending,
  refusing,
  until,
} from "../../../test/helpers.ts";

const signedOut = { signedOut: true };
const field = (element: Element, autocomplete: string) =>
  until(() => element.querySelector<HTMLInputElement>(`input[autocomplete=${autocomplete}]`));
const submit = (element: Element) => element.querySelector<HTMLButtonElement>("button[type=submit]")!.click();

async function fill(element: Element): Promise<void> {
  (await field(element, "username")).value = "ada@northwind.example";
  (await field(element, "current-password")).value = "portico-demo-1";
}

describe("portal-login", () => {
  afterEach(clear);

  it("has its inputs in the light DOM, labelled, in one form, and is accessible", async () => {
    const element = await mount("portal-login", clientWith({}, signedOut));
    const [email, password] = [await field(element, "username"), await field(element, "current-password")];
    equal([email.labels![0]!.textContent, password.labels![0]!.textContent], ["Email", "Password"]);
    ok(email.form && email.form === password.form, "one form");
    equal(email.getRootNode() === document, true, "in the page's own tree");
    ok(email.getBoundingClientRect().height >= 44, "a target of 44 px");
    await accessible(element);
  });

  it("is not dressed by the page's own rules", async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("input { border: 9px dotted red; background: red; } label { color: red; }");
    document.adoptedStyleSheets = [sheet];
    const element = await mount("portal-login", clientWith({}, signedOut));
    const style = getComputedStyle(await field(element, "username"));
    equal([style.borderTopWidth, style.borderTopStyle], ["1px", "solid"]);
    document.adoptedStyleSheets = [];
  });

  it("signs in, says so, and takes its inputs away", async () => {
    const element = await mount("portal-login", clientWith({}, signedOut));
    await fill(element);
    const login = eventOf(document, "portal-login");
    submit(element);
    const { user, customer, organization } = await login;
    equal(
      [user.email, customer.name, organization.slug],
      ["ada@northwind.example", "Ada Okafor", "northwind"],
    );
    await until(() => !element.querySelector("input"));
    contains(element.shadowRoot!.textContent, "Signed in as Ada Okafor");
  });

  it("says in its own words that they do not match, and keeps what was typed", async () => {
    const element = await mount(
      "portal-login",
      clientWith({ login: refusing("INVALID_CREDENTIALS") }, signedOut),
    );
    await fill(element);
    const failed = eventOf(element, "portal-error");
    submit(element);
    equal((await failed).error.code, "INVALID_CREDENTIALS");
    await element.updateComplete;
    contains(deep(element, "[role=alert]")!.textContent, "do not match");
    equal((await field(element, "username")).value, "ada@northwind.example");
    await accessible(element);
  });

  it("marks what is missing beside the field, and focuses it", async () => {
    const element = await mount("portal-login", clientWith({}, signedOut));
    const email = await field(element, "username");
    submit(element);
    await until(() => email.getAttribute("aria-invalid") === "true");
    contains(document.getElementById(email.getAttribute("aria-describedby")!)!.textContent, "Fill this in");
    await until(() => document.activeElement === email);
    await accessible(element);
  });

  it("shows the password when asked", async () => {
    const element = await mount("portal-login", clientWith({}, signedOut));
    const password = await field(element, "current-password");
    button(element, "Show password")!.click();
    await element.updateComplete;
    equal(password.type, "text");
  });

  it("makes an account in its own place where registration is open", async () => {
    const element = await mount("portal-login", clientWith({}, signedOut));
    (await until(() => button(element, "Create an account"))).click();
    await field(element, "new-password");
    ok(!element.querySelector("input[autocomplete=current-password]"));
    (await until(() => button(element, "Sign in"))).click();
    await field(element, "current-password");
    ok(!element.querySelector("input[autocomplete=new-password]"));
  });

  it("tells the page of an organization that does not exist", async () => {
    const element = document.createElement("portal-login");
    const failed = eventOf(document, "portal-error");
    element.client = clientWith({ getPortalConfig: refusing("NOT_FOUND") }, signedOut);
    document.querySelector("#page")!.append(element);
    equal((await failed).error.code, "NOT_FOUND");
    contains((await until(() => deep(element, "[part=error]"))).textContent, "organization");
    ok(!button(element, "Try again"));
  });

  it("reserves its height while it waits, and says what failed", async () => {
    const element = await mount("portal-login", clientWith({ restoreSession: pending }));
    ok(element.getBoundingClientRect().height > 400, "space is reserved");
    clear();
    const other = await mount(
      "portal-login",
      clientWith({ getPortalConfig: refusing("NETWORK") }, signedOut),
    );
    contains((await until(() => deep(other, "[part=error]"))).textContent, "no connection");
  });
});
