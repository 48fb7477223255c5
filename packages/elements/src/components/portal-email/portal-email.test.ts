import "../../define/portal-dashboard.ts";
import "../../define/portal-login.ts";
import { closeLink, field, openLink } from "../../../test/forms.ts";
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
import { removeLink } from "../../lib/used-link.ts";

const says = (element: Element, words: string) =>
  until(() => deep(element, "h2")?.textContent?.includes(words), `“${words}”`);

describe("the link that confirms an address", () => {
  beforeEach(() => openLink("#portal-email=secret"));
  afterEach(() => {
    removeLink();
    closeLink();
    clear();
  });

  it("changes nothing before the click, says that it is done, and leaves the address clean", async () => {
    const tokens: string[] = [];
    const client = clientWith({ confirmEmailLink: async (token) => void tokens.push(token) });
    const element = await mount("portal-dashboard", client);
    await says(element, "Confirm your new address");
    await accessible(element);
    equal(tokens, []);
    const changed = eventOf(document, "portal-email-changed");
    button(element, "Confirm the address")!.click();
    equal((await changed).email, null);
    await says(element, "is confirmed");
    equal([tokens, location.hash], [["secret"], ""]);
    await accessible(element);
    button(element, "Continue")!.click();
    await until(() => deep(element, "[part=hero]"));
  });

  for (const [code, title] of [
    ["INVALID_LINK", "does not work any more"],
    ["CONFLICT", "belongs to another account"],
  ] as const) {
    it(`says why it could not be, and goes on: ${code}`, async () => {
      const element = await mount(
        "portal-login",
        clientWith({ confirmEmailLink: refusing(code) }, { signedOut: true }),
      );
      (await until(() => button(element, "Confirm the address"))).click();
      await says(element, title);
      await accessible(element);
      button(element, "Continue")!.click();
      await field(element, "current-password");
      equal(location.hash, "");
    });
  }

  it("stays, link and all, without a connection", async () => {
    const element = await mount("portal-dashboard", clientWith({ confirmEmailLink: refusing("NETWORK") }));
    (await until(() => button(element, "Confirm the address"))).click();
    contains((await until(() => deep(element, ".problem"))).textContent, "no connection");
    equal(location.hash, "#portal-email=secret");
    button(element, "Not now")!.click();
    await until(() => deep(element, "[part=hero]"));
  });
});
