// The whole story, by mouse and by keyboard alone: from signing up to a task that a customer has done, on the
// organization's own website.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { after, before, test } from "node:test";
import type { Browser, Locator, Page } from "playwright-core";
import { launchBrowser, portalUrl, violations } from "./support.ts";
import { startWebsite } from "./support-website.ts";

let browser: Browser;
before(async () => {
  browser = await launchBrowser();
});
after(() => browser.close());

/** How somebody works: whichever way, the same things. */
interface Hand {
  /** Goes to a control and uses it. */
  press: (control: Locator) => Promise<void>;
  /** Goes to a field and writes into it. */
  write: (field: Locator, text: string) => Promise<void>;
}

const mouse: Hand = {
  press: (control) => control.click(),
  write: (field, text) => field.fill(text),
};

/** Only keys: Tab until it has the focus, as people without a mouse do. */
const keyboard: Hand = {
  async press(control) {
    await reach(control);
    const isField = await control.evaluate((node) => node.matches("input[type=checkbox], input[type=radio]"));
    await control.page().keyboard.press(isField ? "Space" : "Enter");
  },
  async write(field, text) {
    await reach(field);
    await field.page().keyboard.press("ControlOrMeta+a");
    await field.page().keyboard.type(text);
  },
};

const hasFocus = (node: Element) => {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active === node;
};

async function reach(control: Locator): Promise<void> {
  await control.waitFor();
  for (let steps = 0; steps < 120; steps++) {
    if (await control.evaluate(hasFocus)) return;
    await control.page().keyboard.press("Tab");
  }
  assert.fail(`Tab never leads to ${control}`);
}

async function newPage(): Promise<Page> {
  const context = await browser.newContext({
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    reducedMotion: "reduce",
    viewport: { width: 1280, height: 1000 },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on("pageerror", (error) => assert.fail(`the page threw: ${error.stack}`));
  return page;
}

const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { name }).waitFor();
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const link = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Console" }).getByRole("link", { name, exact: true });

async function linkIn(email: string): Promise<string> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const outbox = await fetch(`${portalUrl}/dev/outbox`, { headers: { Accept: "application/json" } });
    const { items } = (await outbox.json()) as { items: { to: string; text: string }[] };
    const found = /^\s*(http\S+#portal-invitation=\S+)$/m.exec(
      items.find(({ to }) => to === email)?.text ?? "",
    );
    if (found) return found[1]!;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.fail(`no invitation reached ${email}`);
}

/** From nothing to an invitation that is on its way, and the page on which the portal then is. */
async function goLive(
  page: Page,
  hand: Hand,
  website: Awaited<ReturnType<typeof startWebsite>>,
  customer: string,
) {
  await page.goto(`${portalUrl}/dashboard`);
  await hand.press(page.getByRole("link", { name: "Create an organization" }));
  await hand.write(page.getByLabel("Name of your organization"), "Story House");
  await hand.write(page.getByLabel("Your name"), "Olive Owner");
  await hand.write(page.getByLabel("Email"), `owner-${randomBytes(6).toString("hex")}@example.com`);
  await hand.write(page.getByRole("textbox", { name: /password/i }), "a long enough phrase");
  await page.keyboard.press("Enter");

  await heading(page, "How shall it look?");
  await hand.press(button(page, "Save and continue"));
  await heading(page, "Who is your first customer?");
  await hand.write(page.getByLabel("Name"), "Ada Okafor");
  await hand.write(page.getByLabel("Email"), customer);
  await hand.press(button(page, "Save and continue"));
  await heading(page, "On which page will it be?");
  website.show({ body: "<!doctype html><html lang=en><title>Our page</title><h1>Our page</h1></html>" });
  await hand.write(page.getByLabel("Address of the page"), website.url);
  await hand.press(button(page, "Save and continue"));
  await heading(page, "Put two lines into that page");
  const lines = await page.getByRole("region", { name: "Code for HTML" }).innerText();
  website.show({
    body: `<!doctype html><html lang=en><meta name=viewport content="width=device-width"><title>Our page</title><body><main><h1>Our page</h1>${lines}</main></body></html>`,
  });
  await hand.press(button(page, "Check my page"));
  await page.getByText("The portal is on this page").waitFor();
  await hand.press(button(page, "Continue"));
  await heading(page, "Invite a customer");
  await hand.write(page.getByRole("combobox"), "Ada");
  const option = page.getByRole("option", { name: /Ada Okafor/ });
  await option.waitFor();
  if (hand === mouse) await option.click();
  else await page.keyboard.press("Enter");
  await hand.press(button(page, "Send the invitation"));
  await heading(page, "Your portal is live");
}

for (const [name, hand] of Object.entries({ mouse, keyboard })) {
  test(`by ${name}: signed up, shown on one's own page, a customer invited, met, asked, and heard of`, async (t) => {
    const website = await startWebsite();
    t.after(website.close);
    const email = `ada-${randomBytes(6).toString("hex")}@example.com`;
    const owner = await newPage();
    await goLive(owner, hand, website, email);

    // The invitation, on the organization's own page.
    const customer = await newPage();
    const invitation = await linkIn(email);
    assert.ok(invitation.startsWith(`${website.url}#`), invitation);
    await customer.goto(invitation);
    await heading(customer, "Welcome to Story House");
    assert.deepEqual(await violations(customer), []);
    await hand.write(customer.getByRole("textbox", { name: /password/i }), "another long phrase");
    await hand.press(button(customer, "Accept the invitation"));
    await heading(customer, /^Good (morning|afternoon|evening), Ada/);

    // An appointment, made in the week view, is on the customer's screen after a reload.
    await hand.press(link(owner, "Appointments"));
    await heading(owner, "Appointments");
    if (hand === mouse) {
      await button(owner, "Later").click();
      await owner.waitForURL(/day=/);
      const day = (await owner.locator(".body").nth(2).boundingBox())!;
      await owner.mouse.click(day.x + day.width / 2, day.y + (day.height * 10.25) / 24);
    } else {
      await reach(owner.locator('console-week [tabindex="0"]'));
      await owner.keyboard.press("PageDown");
      await owner.waitForURL(/day=/);
      await owner.keyboard.press("ArrowRight");
      await owner.keyboard.press("Enter");
    }
    const made = owner.getByRole("dialog", { name: "New appointment" });
    await hand.write(made.getByRole("combobox", { name: /Customer/ }), "ada");
    await made.getByRole("option", { name: /Ada Okafor/ }).waitFor();
    if (hand === mouse) await made.getByRole("option", { name: /Ada Okafor/ }).click();
    else await owner.keyboard.press("Enter");
    await hand.write(made.getByLabel("Title"), "First visit");
    await hand.press(made.getByRole("button", { name: "Create appointment" }));
    await owner.getByText("“First visit” is made.").waitFor();
    await customer.reload();
    await customer.getByText("First visit").first().waitFor();

    // A task, and the customer does it.
    await hand.press(link(owner, "Tasks"));
    await hand.press(button(owner, "New task"));
    const asked = owner.getByRole("dialog", { name: "New task" });
    await hand.write(asked.getByRole("combobox", { name: /Customer/ }), "ada");
    await asked.getByRole("option", { name: /Ada Okafor/ }).waitFor();
    if (hand === mouse) await asked.getByRole("option", { name: /Ada Okafor/ }).click();
    else await owner.keyboard.press("Enter");
    await hand.write(asked.getByLabel("What is to be done"), "Bring the form");
    await owner.keyboard.press("Enter");
    await asked.waitFor({ state: "detached" });
    await customer.reload();
    await hand.press(customer.getByRole("checkbox", { name: /Bring the form/ }));
    await customer
      .getByText(/Bring the form.* is done/)
      .first()
      .waitFor({ state: "attached" });

    // The employee sees it, and the audit log names it.
    await hand.press(link(owner, "Home"));
    await owner
      .getByText(/Ada Okafor .*Bring the form/)
      .first()
      .waitFor();
    await hand.press(link(owner, "Audit log"));
    await heading(owner, "Audit log");
    await owner
      .getByText(/Ada Okafor .*Bring the form/)
      .first()
      .waitFor();
    assert.deepEqual(await violations(owner), []);
    for (const page of [owner, customer]) await page.context().close();
  });
}
