// An organization's own words: typed in the console, seen beside it, said by the portal.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { createOrganization, launchBrowser, openConsole, violations } from "./support.ts";
import type { Organization } from "./support.ts";

let browser: Browser;
let house: Organization;
let page: Page;
before(async () => {
  [browser, house] = await Promise.all([launchBrowser(), createOrganization()]);
  page = await openConsole(browser, house, "embed");
});
after(() => browser.close());

const terms = async () => (await house.call<{ terms: object }>("GET", "/dashboard/organization")).terms;
const formOf = (name = "Your words") => page.getByRole("region", { name });
const tabs = () => page.locator("console-portal-preview portal-dashboard .tab .label");

test("own words are seen as they are typed, saved for every language at once, and taken back", async () => {
  const form = formOf();
  const language = form.getByLabel("Language of the portal");
  const appointments = form.getByLabel("Appointments");
  assert.equal(await language.inputValue(), "en");
  assert.equal(await appointments.getAttribute("placeholder"), "Appointments");
  await appointments.fill(" Sessions ");
  await tabs().filter({ hasText: "Sessions" }).waitFor();
  // Another language, by the keyboard: what is typed in the first one stays.
  await language.focus();
  await language.selectOption("de");
  await page.getByPlaceholder("Termine").waitFor();
  await tabs().filter({ hasText: "Termine" }).waitFor();
  await form.getByLabel("Tasks").fill("Hausaufgaben");
  await tabs().filter({ hasText: "Hausaufgaben" }).waitFor();
  assert.deepEqual(await terms(), {}, "nothing is saved yet");
  assert.deepEqual(await violations(page), []);
  await page.keyboard.press("Enter");
  await page.getByText("Saved.").waitFor();
  const saved = { en: { appointments: "Sessions" }, de: { tasks: "Hausaufgaben" } };
  assert.deepEqual(await terms(), saved);

  await form.getByRole("button", { name: "Use Portico’s words" }).click();
  await page.getByText("German: Portico’s words are back.").waitFor();
  assert.deepEqual(await terms(), { en: saved.en });
  await tabs().filter({ hasText: "Aufgaben" }).waitFor();
  const undone = page.waitForResponse((answer) => answer.request().method() === "PATCH");
  await page.getByRole("button", { name: "Undo" }).click();
  await tabs().filter({ hasText: "Hausaufgaben" }).waitFor();
  await undone;
  assert.deepEqual(await terms(), saved);
  // The console's own words are what they were.
  await page.getByRole("navigation", { name: "Console" }).getByText("Appointments").waitFor();
});

test("what is no word is told at its field, in the language that it is in, and stays as typed", async () => {
  const form = formOf();
  const before = await terms();
  const language = form.getByLabel("Language of the portal");
  await language.selectOption("en");
  await form.getByLabel("Notes").fill("1 < 2");
  await language.selectOption("ar");
  await form.getByLabel("Notes").fill("الرسائل");
  await form.getByRole("button", { name: "Save" }).click();
  const notes = form.getByLabel("Notes");
  await form.getByText("Use a letter at least, and no < or >.").waitFor();
  assert.equal(await language.inputValue(), "en");
  assert.equal(await notes.inputValue(), "1 < 2");
  assert.equal(await notes.getAttribute("aria-invalid"), "true");
  assert.ok(await notes.evaluate((field) => field.matches(":focus")), "the hand is there");
  assert.deepEqual(await violations(page), []);
  assert.deepEqual(await terms(), before);
  await notes.fill("");
  const saved = page.waitForResponse((answer) => answer.request().method() === "PATCH");
  await page.keyboard.press("Enter");
  assert.equal((await saved).status(), 200);
  assert.deepEqual(await terms(), { ...before, ar: { notes: "الرسائل" } });

  // Whoever was first is not overwritten; and in German it is German.
  await page.evaluate(() => (document.documentElement.lang = "de"));
  const german = formOf("Ihre Wörter");
  await german.getByLabel("Termine").fill("Trainings");
  await house.call("PATCH", "/dashboard/organization", { terms: { en: { appointments: "Lessons" } } });
  await german.getByRole("button", { name: "Speichern" }).click();
  await german.getByRole("button", { name: "Jetzigen Stand zeigen" }).waitFor();
  assert.equal(await german.getByLabel("Termine").inputValue(), "Trainings");
  assert.deepEqual(await violations(page), []);
});
