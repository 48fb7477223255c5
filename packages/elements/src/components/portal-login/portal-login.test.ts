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

  it("is not dressed by the page's own rules, however loud", async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      :root { font-size: 62.5%; }
      portal-login, portal-login * { all: revert !important; letter-spacing: 1em !important; float: left !important; }
      label::before, input::before, button::after { content: "!" !important; }
      input { border: 9px dotted red !important; width: 10px !important; }
    `);
    document.adoptedStyleSheets = [sheet];
    const element = await mount("portal-login", clientWith({}, signedOut));
    const input = await field(element, "username");
    const style = getComputedStyle(input);
    equal([style.borderTopStyle, style.letterSpacing, style.float], ["solid", "normal", "none"]);
    equal(getComputedStyle(input.labels![0]!, "::before").content, "none", "nothing before a label");
    const { width, height } = input.getBoundingClientRect();
    ok(width > 200 && height > 43, `as large as ever: ${width} × ${height}`);
    document.adoptedStyleSheets = [];
  });

  it("shows the initial where the logo is refused", async () => {
    const client = clientWith({}, signedOut);
    const config = await client.getPortalConfig();
    config.organization.branding = {
      ...config.organization.branding,
      logoUrl: `${location.origin}/no-logo.png`,
    };
    client.getPortalConfig = () => Promise.resolve(config);
    const element = await mount("portal-login", client);
    await until(() => deep(element, ".logo")?.textContent === "N", "the initial");
    equal(deep(element, ".logo img"), undefined);
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
