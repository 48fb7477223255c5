import "../../define/portal-profile.ts";
import type { UpdateMeInput } from "@portico/client";
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

describe("portal-profile", () => {
  afterEach(clear);

  it("saves, says so in a live region, and is accessible", async () => {
    const inputs: UpdateMeInput[] = [];
    const client = clientWith();
    const { updateMe } = client;
    client.updateMe = (input) => (inputs.push(input), updateMe(input));
    const element = await mount("portal-profile", client);
    const phone = (await until(() => deep(element, "#phone"))) as HTMLInputElement;
    await accessible(element);
    phone.value = "+49 30 555 0100";
    const updated = eventOf(document, "portal-profile-updated");
    button(element, "Save")!.click();
    equal((await updated).customer.phone, "+49 30 555 0100");
    equal(inputs, [
      {
        name: "Ada Okafor",
        phone: "+49 30 555 0100",
        address: "Ahornweg 7\n10965 Berlin",
        timeZone: "Europe/Berlin",
        locale: "en-GB",
      },
    ]);
    await until(() =>
      [...element.shadowRoot!.querySelectorAll("[role=status]")].some(
        (region) => region.textContent === "Saved",
      ),
    );
  });

  it("puts the server's refusal beside the field and keeps what was typed", async () => {
    const errors = [{ path: "phone", message: "not a phone number" }];
    const element = await mount(
      "portal-profile",
      clientWith({ updateMe: refusing("INVALID_REQUEST", { errors }) }),
    );
    const phone = (await until(() => deep(element, "#phone"))) as HTMLInputElement;
    phone.value = "abc";
    button(element, "Save")!.click();
    await until(() => phone.getAttribute("aria-invalid") === "true");
    contains(deep(element, "#phone-error")!.textContent, "not accepted");
    equal(phone.value, "abc");
    await until(() => element.shadowRoot!.activeElement === phone);
    await accessible(element);
  });

  it("asks for a name before it asks the server", async () => {
    const element = await mount("portal-profile");
    const name = (await until(() => deep(element, "#name"))) as HTMLInputElement;
    name.value = " ";
    button(element, "Save")!.click();
    await until(() => name.getAttribute("aria-invalid") === "true");
  });
});
