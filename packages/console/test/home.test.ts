import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { createOrganization, launchBrowser, openConsole, portalUrl, violations } from "./support.ts";
import type { Organization } from "./support.ts";
import { join } from "./support-people.ts";

let browser: Browser;
let house: Organization;
before(async () => {
  [browser, house] = await Promise.all([launchBrowser(), createOrganization()]);
});
after(() => browser.close());

test("where nothing is yet, it says what will be and what to do", async () => {
  const page = await openConsole(browser, house);
  await page.getByRole("heading", { level: 1, name: /^Good (morning|afternoon|evening), Olive$/ }).waitFor();
  for (const text of [
    "No appointments today",
    "Nothing is overdue",
    "No invitation is waiting",
    "Quiet so far",
  ])
    await page.getByText(text).waitFor();
  await page.getByText("0 of 5 steps").waitFor();
  assert.deepEqual(await violations(page), []);
  await page.context().close();
});

test("today, what is late, who waits, and what customers did; each leads to its page", async () => {
  const make = (path: string, body: object) => house.call<{ id: string }>("POST", `/dashboard/${path}`, body);
  const ada = await make("customers", { name: "Ada Okafor" });
  const startsAt = new Date(Math.floor(Date.now() / 60_000) * 60_000).toISOString();
  const endsAt = new Date(Date.parse(startsAt) + 60_000).toISOString();
  const visit = await make("appointments", { customerId: ada.id, title: "Check-up", startsAt, endsAt });
  const dueAt = new Date(Date.now() - 3 * 86_400_000).toISOString();
  const task = await make("tasks", { customerId: ada.id, title: "Pay the invoice", dueAt });
  await make("tasks", { customerId: ada.id, title: "Send the form", dueAt });
  await make("invitations", { email: "grace@example.com", name: "Grace Lim" });
  const { accessToken } = await join(house, { name: "Ada Okafor", customerId: ada.id });
  const done = await fetch(`${portalUrl}/portal/tasks/${task.id}/complete`, {
    method: "POST",
    headers: { Authorization: `Bearer ${accessToken}`, Origin: portalUrl },
  });
  assert.equal(done.status, 200, await done.clone().text());

  const page = await openConsole(browser, house);
  const today = page.getByRole("region", { name: /Today/ });
  const row = today.getByRole("link", { name: /Ada Okafor\s+Check-up/ });
  assert.match((await row.getAttribute("href"))!, new RegExp(`/dashboard/appointments/${visit.id}\\?`));
  const late = page.getByRole("region", { name: /Overdue/ }).getByRole("link", { name: /Send the form/ });
  assert.match((await late.getAttribute("href"))!, new RegExp(`/customers/${ada.id}/tasks`));
  await page.getByText("due 3 days ago").waitFor();
  await page
    .getByRole("region", { name: /waiting/ })
    .getByText("Grace Lim")
    .waitFor();
  const lately = page.getByRole("region", { name: "What customers did" });
  await lately.getByText("Ada Okafor completed “Pay the invoice”").waitFor();
  await lately.getByText("Ada Okafor accepted the invitation").waitFor();
  assert.deepEqual(await violations(page), []);
  await page.context().close();
});

test("whoever only works here is not asked to set up", async () => {
  const { email } = await join(house, { name: "Sam Whitaker", role: "EMPLOYEE" });
  const page = await openConsole(browser, { slug: house.slug, email });
  await page.getByRole("heading", { level: 1, name: /Sam/ }).waitFor();
  await page.getByText("What customers did").waitFor();
  assert.equal(await page.getByText("Get your portal live").count(), 0);
  await page.context().close();
});
