import "../../define/portal-register.ts";
import type { RegisterInput } from "@portico/client";
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
  refusing,
  until,
} from "../../../test/helpers.ts";

const signedOut = { signedOut: true };
const field = (element: Element, autocomplete: string) =>
  until(() => element.querySelector<HTMLInputElement>(`input[autocomplete=${autocomplete}]`), autocomplete);
const submit = (element: Element) => element.querySelector<HTMLButtonElement>("button[type=submit]")!.click();

async function fill(element: Element): Promise<void> {
  (await field(element, "name")).value = "Ada Okafor";
  (await field(element, "username")).value = "ada@example.com";
  (await field(element, "new-password")).value = "a long sentence";
  submit(element);
}

describe("portal-register", () => {
  afterEach(clear);

  it("asks for name, email and password, then for the code, and signs in", async () => {
    const inputs: RegisterInput[] = [];
    const client = clientWith({}, signedOut);
    const { register } = client;
    client.register = (input) => (inputs.push(input), register(input));
    const element = await mount("portal-register", client);
    await field(element, "name");
    await accessible(element);
    await fill(element);
    const code = await field(element, "one-time-code");
    equal(inputs, [{ name: "Ada Okafor", email: "ada@example.com", password: "a long sentence" }]);
    equal(code.value, "", "a fresh input");
    contains(element.shadowRoot!.textContent, "ada@example.com");
    await accessible(element);
    button(element, "Send it again")!.click();
    await until(() => inputs.length === 2);
    code.value = "493 817";
    const login = eventOf(document, "portal-login");
    submit(element);
    equal((await login).customer.name, "Ada Okafor");
  });

  it("says that a code is wrong and keeps it, and goes back with what was typed", async () => {
    const element = await mount(
      "portal-register",
      clientWith({ verifyRegistration: refusing("INVALID_CODE") }, signedOut),
    );
    await fill(element);
    (await field(element, "one-time-code")).value = "123456";
    submit(element);
    await until(() => deep(element, ".problem"));
    contains(deep(element, ".problem")!.textContent, "wrong or has expired");
    equal((await field(element, "one-time-code")).value, "123456");
    button(element, "Use another email")!.click();
    const email = await field(element, "username");
    await until(() => email.value === "ada@example.com");
  });

  it("says beside the field that a password is too short, before it asks the server", async () => {
    const element = await mount("portal-register", clientWith({ register: refusing("INTERNAL") }, signedOut));
    (await field(element, "name")).value = "Ada";
    (await field(element, "username")).value = "ada@example.com";
    const password = await field(element, "new-password");
    const note = () => document.getElementById(password.getAttribute("aria-describedby")!)!.textContent;
    contains(note(), "At least 8");
    password.value = "short";
    submit(element);
    await until(() => password.getAttribute("aria-invalid") === "true");
    contains(note(), "Use at least 8");
  });

  it("says who is signed in already", async () => {
    const element = await mount("portal-register");
    await until(() => element.shadowRoot!.textContent!.includes("Signed in as Ada Okafor"));
    await accessible(element);
  });

  it("is tried without a server by somebody who has no account yet", async () => {
    const element = document.createElement("portal-register");
    element.setAttribute("demo", "");
    document.querySelector("#page")!.append(element);
    await field(element, "new-password");
  });

  it("puts what the server refuses beside its field", async () => {
    const errors = [{ path: "email", message: "no" }];
    const client = clientWith({ register: refusing("INVALID_REQUEST", { errors }) }, signedOut);
    const element = await mount("portal-register", client);
    await fill(element);
    const email = await field(element, "username");
    await until(() => email.getAttribute("aria-invalid") === "true");
  });
});
