import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { address, createOrganization, launchBrowser, openConsole, portalUrl, violations } from "./support.ts";
import type { Organization } from "./support.ts";

let browser: Browser;
let house: Organization;
before(async () => {
  browser = await launchBrowser();
  house = await createOrganization();
});
after(() => browser.close());

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const toast = (page: Page, text: string | RegExp) =>
  page.getByRole("status", { name: "Messages" }).getByText(text).waitFor();

/** A customer with something of everything. */
async function makeCustomer(name: string, values: object = {}): Promise<string> {
  const { id: customerId } = await house.call<{ id: string }>("POST", "/dashboard/customers", {
    name,
    ...values,
  });
  const make = (path: string, body: object) =>
    house.call("POST", `/dashboard/${path}`, { customerId, ...body });
  await make("appointments", { title: `Check-up of ${name}`, startsAt: inDays(1), endsAt: inDays(1.02) });
  await make("tasks", { title: `Form of ${name}`, dueAt: inDays(2) });
  await make("notes", { title: `Shared with ${name}`, body: "Hello", visibility: "SHARED" });
  await make("notes", { title: `Secret about ${name}`, body: "Whispered", visibility: "INTERNAL" });
  return customerId;
}

/** The customer accepts an invitation, and is signed in once then. */
async function giveAccount(customerId: string, email: string): Promise<void> {
  await house.call("POST", "/dashboard/invitations", { email, customerId });
  const outbox = await fetch(`${portalUrl}/dev/outbox`, { headers: { Accept: "application/json" } });
  const { items } = (await outbox.json()) as { items: { to: string; text: string }[] };
  const token = /#portal-invitation=([\w.-]+)/.exec(items.find(({ to }) => to === email)!.text)![1];
  const answer = await fetch(`${portalUrl}/portal/invitations/accept`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Requested-With": "portico", Origin: portalUrl },
    body: JSON.stringify({ organization: house.slug, token, name: "Ada", password: house.password }),
  });
  assert.equal(answer.status, 201, await answer.text());
}

const tabs = ["", "/appointments", "/tasks", "/notes", "/account", "/history"];

test("every tab of a customer's page is accessible", async () => {
  const id = await makeCustomer("Ada Okafor", { email: "ada-tabs@example.com", phone: "+49 30 1234567" });
  const page = await openConsole(browser, house, `customers/${id}`);
  for (const tab of tabs) {
    await page.goto(address(house.slug, `customers/${id}${tab}`));
    await page.getByRole("heading", { name: "Ada Okafor", level: 1 }).waitFor();
    await page.locator(".skeleton").waitFor({ state: "detached" });
    assert.deepEqual(await violations(page), [], tab);
  }
  await page.getByText(/^Olive Owner added the customer “Ada Okafor”/).waitFor();
  assert.equal(await page.title(), "Ada Okafor · Test House");
  await page.goto(address(house.slug, "customers/0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b"));
  await page.getByText("This does not exist, or not any more.").waitFor();
  await page.context().close();
});

test("by keyboard alone: a task for a customer, made on their page and done there", async () => {
  const id = await makeCustomer("Keiko Tanabe");
  const page = await openConsole(browser, house, `customers/${id}`);
  await page.getByRole("heading", { name: "Open tasks" }).waitFor();
  const reach = async (name: string) => {
    for (let n = 0; n < 60; n++) {
      const focused = await page.evaluate(() => {
        let active = document.activeElement;
        while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
        const name = active?.getAttribute("aria-label") ?? active?.textContent ?? "";
        return `${active?.closest("nav")?.ariaLabel ?? ""} ${name}`.replace(/\s+/g, " ").trim();
      });
      if (focused === name) return;
      await page.keyboard.press("Tab");
    }
    assert.fail(`the Tab key never led to ${name}`);
  };
  await reach("New task");
  await page.keyboard.press("Enter");
  await page.getByRole("dialog", { name: "New task" }).waitFor();
  await page.keyboard.type("Send the plan");
  await page.keyboard.press("Enter");
  await toast(page, "“Send the plan” is in the customer's portal.");
  await reach("Customer Tasks");
  await page.keyboard.press("Enter");
  await page.getByRole("row").filter({ hasText: "Send the plan" }).waitFor();
  assert.ok(page.url().includes(`/customers/${id}/tasks`));
  await reach("Mark done: Send the plan");
  await page.keyboard.press("Enter");
  await toast(page, "“Send the plan” is done.");
  await page.context().close();
});

test("a note and an appointment are made right there", async () => {
  const id = await makeCustomer("Inês Duarte");
  const page = await openConsole(browser, house, `customers/${id}`);
  await page.getByRole("button", { name: "New note" }).click();
  const dialog = page.getByRole("dialog", { name: "New note" });
  await dialog.getByLabel("Title").fill("Likes mornings");
  await dialog.getByLabel("Text").fill("Before nine.");
  await dialog.getByRole("button", { name: "Save internal note" }).click();
  await page.getByRole("button", { name: /Likes mornings.*Internal/s }).waitFor();
  await page.getByRole("button", { name: "New appointment" }).click();
  const appointment = page.getByRole("dialog");
  await appointment.getByLabel("Title").fill("A long talk");
  await appointment.getByRole("button", { name: /Create|Make/ }).click();
  await appointment.waitFor({ state: "detached" });
  await page.getByRole("button", { name: /A long talk/ }).waitFor();
  await page.context().close();
});

test("the preview shows exactly what the customer has, changes nothing, and ends", async () => {
  const id = await makeCustomer("Ben Castillo");
  await makeCustomer("Chiara Neri");
  const page = await openConsole(browser, house, `customers/${id}`);
  await page.getByRole("link", { name: "See what Ben Castillo sees" }).click();
  await page.getByRole("heading", { name: "You see what Ben Castillo sees." }).waitFor();
  const portal = page.getByRole("region", { name: "Ben Castillo's portal" });
  await portal.getByText("Check-up of Ben Castillo").waitFor();
  await portal.getByText("Shared with Ben Castillo").waitFor();
  await portal.getByText("Form of Ben Castillo").waitFor();
  assert.doesNotMatch(await portal.innerText(), /Secret|Chiara/);
  assert.deepEqual(await violations(page), []);
  await portal.getByRole("button", { name: "Notes", exact: true }).click();
  await portal.getByText("Shared with Ben Castillo").waitFor();
  assert.doesNotMatch(await portal.innerText(), /Secret|Chiara/);

  await portal.getByRole("button", { name: /^Tasks/ }).click();
  await portal.getByRole("checkbox", { name: /Form of Ben Castillo/ }).click();
  await toast(page, "You are only looking: nothing was changed.");
  const { items } = await house.call<{ items: { status: string }[] }>(
    "GET",
    `/dashboard/tasks?customerId=${id}`,
  );
  assert.deepEqual(
    items.map(({ status }) => status),
    ["OPEN"],
  );
  await portal.getByRole("button", { name: /Ben Castillo/ }).click();
  await portal.getByRole("button", { name: "Sign out" }).click();
  await toast(page, "You are only looking.");
  await portal.getByRole("checkbox", { name: /Form of Ben Castillo/ }).waitFor();

  // Its token is refused: as it is after five minutes, or when the employee's own session has ended.
  await page.route("**/portal/notes**", (route) =>
    route.fulfill({ status: 401, json: { code: "UNAUTHENTICATED", status: 401 } }),
  );
  await portal.getByRole("button", { name: "Notes", exact: true }).click();
  await page.getByText("The look at the portal is over").waitFor();
  await page.unroute("**/portal/notes**");
  await page.getByRole("button", { name: "Look again" }).click();
  await portal.getByText("Check-up of Ben Castillo").waitFor();
  await page.getByRole("link", { name: "Back to Ben Castillo" }).click();
  await page.getByRole("heading", { name: "Ben Castillo", level: 1 }).waitFor();

  await page.getByRole("link", { name: "History" }).click();
  await page.getByText("Olive Owner looked at the portal as Ben Castillo sees it").first().waitFor();
  await page.context().close();
});

test("an invitation is sent, sent again and taken back", async () => {
  const id = await makeCustomer("Farid Haddad");
  const page = await openConsole(browser, house, `customers/${id}/account`);
  await page.getByRole("button", { name: "Invite", exact: true }).last().click();
  const dialog = page.getByRole("dialog", { name: "Invite Farid Haddad" });
  await dialog.getByLabel("Email").fill("farid@example.com");
  assert.deepEqual(await violations(page), []);
  await dialog.getByRole("button", { name: "Send invitation" }).click();
  await toast(page, "The invitation is on its way to farid@example.com.");
  await page.getByText("Waiting to be accepted").waitFor();
  await page.getByRole("link", { name: "farid@example.com" }).waitFor();
  await page.getByRole("button", { name: "Resend invitation" }).last().click();
  await toast(page, "The invitation is on its way again.");
  await page.getByRole("button", { name: "Revoke invitation" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Revoke invitation" }).click();
  await toast(page, "The invitation is revoked.");
  await page.getByText("Revoked.", { exact: true }).waitFor();
  await page.context().close();
});

test("an account is signed out, disabled and enabled", async () => {
  const id = await makeCustomer("Grace Lim");
  await giveAccount(id, `grace-${house.slug}@example.com`);
  const page = await openConsole(browser, house, `customers/${id}/account`);
  await page.getByRole("button", { name: /^Sign out (?!everywhere)/ }).waitFor();
  assert.deepEqual(await violations(page), []);
  await page.getByRole("button", { name: /^Sign out (?!everywhere)/ }).click();
  await toast(page, /is signed out\./);
  await page.getByText("Not signed in anywhere").waitFor();
  await page.getByRole("button", { name: "Disable account" }).click();
  const asks = page.getByRole("dialog", { name: "Disable Grace Lim's account?" });
  assert.deepEqual(await violations(page), []);
  await asks.getByRole("button", { name: "Disable account" }).click();
  await toast(page, "Grace Lim cannot sign in any more.");
  await page.getByText("Disabled since").waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await toast(page, "Grace Lim can sign in again.");
  await page.getByRole("button", { name: "Disable account" }).waitFor();
  await page.context().close();
});

test("a customer is edited, and deleted after saying what goes too", async () => {
  const id = await makeCustomer("Henrik Lindqvist");
  const page = await openConsole(browser, house, `customers/${id}`);
  await page.getByRole("button", { name: "Edit" }).click();
  const dialog = page.getByRole("dialog", { name: "Edit customer" });
  assert.deepEqual(await violations(page), []);
  await dialog.getByLabel("Phone").fill("+46 8 123 45 67");
  await page.keyboard.press("Enter");
  await toast(page, "Henrik Lindqvist is saved.");
  await page.getByRole("link", { name: "+46 8 123 45 67" }).waitFor();
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("button", { name: "Delete customer" }).click();
  const asks = page.getByRole("dialog", { name: "Delete Henrik Lindqvist?" });
  await asks.getByText(/appointments, tasks, notes and invitations/).waitFor();
  assert.deepEqual(await violations(page), []);
  await asks.getByRole("button", { name: "Delete customer" }).click();
  await toast(page, "Henrik Lindqvist is deleted.");
  await page.getByRole("heading", { name: "Customers", level: 1 }).waitFor();
  await assert.rejects(house.call("GET", `/dashboard/customers/${id}`), /404/);
  await page.context().close();
});
