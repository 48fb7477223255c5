import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Locator, Page } from "playwright-core";
import { address, createOrganization, launchBrowser, openConsole, violations } from "./support.ts";
import type { Organization } from "./support.ts";

interface Appointment {
  id: string;
  title: string;
  startsAt: string;
  endsAt: string;
  status: string;
}

let browser: Browser;
let house: Organization;
let customerId: string;
let employeeId: string;
before(async () => {
  browser = await launchBrowser();
  house = await createOrganization();
  await house.call("PATCH", "/dashboard/organization", { timeZone: "Europe/Berlin" });
  const ada = { name: "Ada Okafor", timeZone: "America/New_York" };
  ({ id: customerId } = await house.call<{ id: string }>("POST", "/dashboard/customers", ada));
  const { items } = await house.call<{ items: { id: string }[] }>("GET", "/dashboard/employees");
  employeeId = items[0]!.id;
});
after(() => browser.close());

// Each test has a week of its own, in a winter of Berlin: UTC+1.
const make = (title: string, startsAt: string, minutes = 60, more = {}) =>
  house.call<Appointment>("POST", "/dashboard/appointments", {
    customerId,
    title,
    startsAt: new Date(`${startsAt}:00+01:00`).toISOString(),
    endsAt: new Date(Date.parse(`${startsAt}:00+01:00`) + minutes * 60_000).toISOString(),
    ...more,
  });
const read = ({ id }: Appointment) => house.call<Appointment>("GET", `/dashboard/appointments/${id}`);
const berlin = (instant: string) =>
  new Date(Date.parse(instant) + 3_600_000).toISOString().slice(0, 16).replace("T", " ");
const open = (path: string, options = {}) => openConsole(browser, house, path, options);
const blockOf = (page: Page, title: string): Locator =>
  page.getByRole("gridcell").getByRole("button", { name: new RegExp(`^${title}, Ada`) });

/** Drags with the mouse, so many days and hours, and lets go only if it shall. */
async function drag(
  page: Page,
  from: { x: number; y: number },
  by: { days?: number; hours?: number },
  letGo = true,
) {
  const day = (await page.locator(".body").first().boundingBox())!;
  const x = from.x + (by.days ?? 0) * day.width;
  const y = from.y + ((by.hours ?? 0) / 24) * day.height;
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(x, y, { steps: 6 });
  if (letGo) await page.mouse.up();
}

async function middleOf(block: Locator) {
  const { x, y, width, height } = (await block.boundingBox())!;
  return { x: x + width / 2, y: y + height / 2 };
}

async function until(fits: () => Promise<boolean>, what: string): Promise<void> {
  for (let n = 0; n < 60; n++) {
    if (await fits()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.fail(what);
}

test("the week, the list and an appointment are accessible, and name the customer's zone too", async () => {
  await make("Axe", "2027-01-05T09:30", 45, { employeeId });
  await make("Axe too", "2027-01-05T10:00", 60, { employeeId, status: "REQUESTED" });
  await make("Axe off", "2027-01-06T10:00", 90, { status: "CANCELLED" });
  await make("Axe missed", "2027-01-06T13:00", 30, { status: "NO_SHOW" });
  const page = await open("appointments?day=2027-01-05");
  const label = await blockOf(page, "Axe").locator(".sr").textContent();
  assert.match(label!, /Tue 5 Jan.*, 9:30 – 10:15, 3:30 in New York, Confirmed, .*overlaps another/);
  assert.deepEqual(await violations(page), []);
  await blockOf(page, "Axe").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("9:30 in Berlin · 3:30 in New York · Ends 10:15").waitFor();
  await dialog.getByText("Olive Owner has something else then: Axe too").waitFor();
  assert.deepEqual(await violations(page), []);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "List" }).click();
  await page.getByRole("table", { name: "Appointments" }).waitFor();
  await page.getByText("3:30 in New York").waitFor();
  assert.deepEqual(await violations(page), []);
  await page.context().close();
});

test("a block is dragged to another time and day, and undo brings it back", async () => {
  const record = await make("Dragged", "2027-01-12T10:00");
  const page = await open("appointments?day=2027-01-12");
  const block = blockOf(page, "Dragged");
  await drag(page, await middleOf(block), { days: 2, hours: 1.5 });
  await page.getByText("“Dragged” is now Thu 14 Jan").waitFor();
  assert.equal(berlin((await read(record)).startsAt), "2027-01-14 11:30");
  assert.equal(berlin((await read(record)).endsAt), "2027-01-14 12:30");
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("It is as it was before.").waitFor();
  assert.equal((await read(record)).startsAt, record.startsAt);
  assert.equal(await page.getByRole("dialog").count(), 0, "a drag is no click");

  const { x, y, width, height } = (await block.boundingBox())!;
  await drag(page, { x: x + width / 2, y: y + height - 3 }, { hours: 0.5 });
  await page.getByText("10:00 – 11:30").first().waitFor();
  await until(async () => berlin((await read(record)).endsAt) === "2027-01-12 11:30", "longer");

  await drag(page, await middleOf(block), { hours: 2 }, false);
  await page.locator(".ghost").waitFor();
  await page.keyboard.press("Escape");
  await page.mouse.up();
  await page.locator(".ghost").waitFor({ state: "detached" });
  assert.equal((await read(record)).startsAt, record.startsAt, "Escape leaves it");
  await page.context().close();
});

test("a move that is refused goes back, and says why", async () => {
  const record = await make("Refused", "2027-01-19T10:00");
  const page = await open("appointments?day=2027-01-19");
  const problem = { type: "about:blank", title: "No", status: 403, code: "FORBIDDEN", detail: "No." };
  await page.route("**/dashboard/appointments/*", (route) =>
    route.request().method() === "PATCH"
      ? route.fulfill({ status: 403, contentType: "application/problem+json", json: problem })
      : route.continue(),
  );
  const before = (await blockOf(page, "Refused").boundingBox())!;
  await drag(page, await middleOf(blockOf(page, "Refused")), { days: 1 });
  await page.getByText("“Refused” stays as it was. Your role does not allow this.").waitFor();
  assert.deepEqual(await blockOf(page, "Refused").boundingBox(), before);
  assert.equal((await read(record)).startsAt, record.startsAt);
  await page.context().close();
});

test("by keyboard alone: walked to, moved, made longer, put back, and made where it is free", async () => {
  const record = await make("By key", "2027-01-26T10:00");
  const page = await open("appointments?day=2027-01-26");
  const block = blockOf(page, "By key");
  await block.waitFor();
  await page.locator('console-week [tabindex="0"]').focus();
  // The keyboard starts on Monday morning; the next day, and down to the appointment.
  await page.keyboard.press("ArrowRight");
  for (let n = 0; n < 4 && !(await block.evaluate((node) => node.matches(":focus"))); n++)
    await page.keyboard.press("ArrowDown");
  await page.keyboard.press("m");
  await page.getByText(/“By key” is picked up, Tue 26 Jan/).waitFor({ state: "attached" });
  for (const key of ["ArrowRight", "ArrowDown", "ArrowDown", "Shift+ArrowDown"])
    await page.keyboard.press(key);
  await page.getByText("Wed 27 Jan, 10:30 – 11:45").first().waitFor({ state: "attached" });
  await page.keyboard.press("Enter");
  await until(async () => berlin((await read(record)).endsAt) === "2027-01-27 11:45", "moved");
  assert.equal(berlin((await read(record)).startsAt), "2027-01-27 10:30");
  await until(() => block.evaluate((node) => node.matches(":focus")), "the focus stays on it");

  await page.keyboard.press("Space");
  await page.keyboard.press("PageDown");
  await page.getByRole("heading", { name: /1 – 7 February 2027/ }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("heading", { name: /25 – 31 January 2027/ }).waitFor();
  await until(() => block.evaluate((node) => node.matches(":focus")), "back on it");
  assert.equal(berlin((await read(record)).startsAt), "2027-01-27 10:30", "put back");

  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "New appointment" });
  assert.equal(await dialog.getByLabel("Day").inputValue(), "2027-01-27");
  assert.equal(await dialog.getByLabel("Start").inputValue(), "12:00");
  await page.keyboard.type("ada");
  await dialog.getByRole("option", { name: /Ada Okafor/ }).waitFor();
  await page.keyboard.press("Enter");
  await dialog.getByText("12:00 in Berlin · 6:00 in New York").waitFor();
  await dialog.getByLabel("Title").fill("Made by key");
  await page.keyboard.press("Enter");
  await page.getByText("“Made by key” is made.").waitFor();
  await blockOf(page, "Made by key").waitFor();
  await page.context().close();
});

test("an overlap warns before and after, and forbids nothing", async () => {
  await make("First", "2027-02-02T10:00", 60, { employeeId });
  const page = await open("appointments?day=2027-02-02");
  await blockOf(page, "First").waitFor();
  const { x, y, width } = (await blockOf(page, "First").boundingBox())!;
  const day = (await page.locator(".body").first().boundingBox())!;
  await page.mouse.click(x + width / 2, y - day.height / 24 + 4);
  const dialog = page.getByRole("dialog", { name: "New appointment" });
  assert.equal(await dialog.getByLabel("Start").inputValue(), "09:00");
  await dialog.getByRole("combobox", { name: /Customer/ }).fill("ada");
  await dialog.getByRole("option", { name: /Ada Okafor/ }).click();
  await dialog.getByLabel("Title").fill("Second");
  await dialog.getByLabel("Employee").selectOption({ label: "Olive Owner" });
  assert.equal(await dialog.getByText(/something else then/).count(), 0);
  await dialog.getByLabel("Length").selectOption("90");
  await dialog.getByText("Olive Owner has something else then: First").waitFor();
  await dialog.getByRole("button", { name: "Create appointment" }).click();
  await page.getByText("Olive Owner has another appointment at that time.").waitFor();
  await until(
    async () => /overlaps another/.test((await blockOf(page, "First").textContent())!),
    "both are marked",
  );
  await page.context().close();
});

test("an appointment's address opens it over its week, and its state is changed there", async () => {
  const record = await make("Linked", "2027-02-09T10:00", 60, { status: "REQUESTED" });
  const page = await open(`appointments/${record.id}`);
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Confirm", exact: true }).click();
  await page.getByText("“Linked” is confirmed.").waitFor();
  assert.equal((await read(record)).status, "CONFIRMED");
  assert.equal(new URL(page.url()).pathname, "/dashboard/appointments");
  assert.equal(new URL(page.url()).searchParams.get("day"), "2027-02-09");
  await blockOf(page, "Linked").waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("It is as it was before.").waitFor();
  assert.equal((await read(record)).status, "REQUESTED");
  await blockOf(page, "Linked").click();
  await dialog.getByRole("button", { name: "Delete" }).click();
  await page
    .getByRole("dialog", { name: "Delete this appointment?" })
    .getByRole("button", { name: "Delete" })
    .click();
  await page.getByText("“Linked” is deleted.").waitFor();
  await blockOf(page, "Linked").waitFor({ state: "detached" });
  await page.goto(address(house.slug, "appointments/019a0000-0000-7000-8000-000000000000"));
  await page.getByText("This appointment does not exist, or not any more.").waitFor();
  await page.context().close();
});

test("in the list, soonest first, what comes next is one click and can be undone", async () => {
  const later = await make("Listed later", "2027-02-17T10:00", 30, { status: "REQUESTED" });
  await make("Listed first", "2027-02-16T10:00", 30);
  const page = await open("appointments?view=list&day=2027-02-16");
  const titles = page.getByRole("table").getByRole("button", { name: /^Listed/ });
  await titles.first().waitFor();
  assert.deepEqual(await titles.allTextContents(), ["Listed first", "Listed later"]);
  await page.getByRole("button", { name: "Confirm: Listed later, Ada Okafor" }).click();
  await page.getByText("“Listed later” is confirmed.").waitFor();
  assert.equal((await read(later)).status, "CONFIRMED");
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("It is as it was before.").waitFor();
  await page.getByLabel("Status").selectOption("REQUESTED");
  await page.getByRole("button", { name: "Listed first", exact: true }).waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Listed later", exact: true }).waitFor();
  assert.equal(new URL(page.url()).searchParams.get("status"), "REQUESTED");
  await page.context().close();
});

test("a phone shows a day, and the others of its week as tabs", async () => {
  await make("On Tuesday", "2027-02-23T10:00");
  await make("On Wednesday", "2027-02-24T10:00");
  const page = await open("appointments?day=2027-02-23");
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole("navigation", { name: "Days" }).waitFor();
  await blockOf(page, "On Tuesday").waitFor();
  assert.equal(await blockOf(page, "On Wednesday").count(), 0);
  assert.deepEqual(await violations(page), []);
  await page.getByRole("link", { name: "Wednesday 24 February, 1 appointment" }).click();
  await blockOf(page, "On Wednesday").waitFor();
  assert.equal(new URL(page.url()).searchParams.get("day"), "2027-02-24");
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.equal(wide, 0, "nothing scrolls sideways");
  await page.context().close();
});
