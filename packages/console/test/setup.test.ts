// The first run: from nothing to the portal on one's own page.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { address, createOrganization, launchBrowser, openConsole, portalUrl, violations } from "./support.ts";
import { startWebsite } from "./support-website.ts";
import type { Website } from "./support-website.ts";

let browser: Browser;
let website: Website;
before(async () => {
  [browser, website] = await Promise.all([launchBrowser(), startWebsite()]);
});
after(async () => {
  website.close();
  await browser.close();
});

async function newPage(): Promise<Page> {
  const context = await browser.newContext({
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on("pageerror", (error) => assert.fail(`the page threw: ${error.stack}`));
  return page;
}

const heading = (page: Page, name: string) => page.getByRole("heading", { name, level: 2 }).waitFor();

test("a new owner is led from nothing to the portal on their own page, and comes back in between", async () => {
  const page = await newPage();
  await page.goto(`${portalUrl}/dashboard`);
  await page.getByRole("link", { name: "Create an organization" }).click();
  // By keyboard alone.
  await page.getByLabel("Name of your organization").focus();
  await page.keyboard.type("Blue Gym");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Olive Owner");
  await page.keyboard.press("Tab");
  await page.keyboard.type(`owner-${randomBytes(6).toString("hex")}@example.com`);
  await page.keyboard.press("Tab");
  await page.keyboard.type("short");
  await page.keyboard.press("Enter");
  await page.locator("#password-error").waitFor();
  assert.deepEqual(await violations(page), []);
  await page.keyboard.type(", but now it is long");
  await page.keyboard.press("Enter");

  await heading(page, "How shall it look?");
  assert.match(page.url(), /\/dashboard\/setup\?organization=blue-gym/);
  assert.equal(await page.getByLabel("Time zone").inputValue(), "Europe/Berlin", "where the owner is");
  await page.getByRole("textbox", { name: "Accent colour", exact: true }).fill("#ffd400");
  await page.getByText(/Text in your own colour would have 1\.4:1 here/).waitFor();
  assert.deepEqual(await violations(page), []);
  await page.getByRole("button", { name: "Save and continue" }).click();

  await heading(page, "Who is your first customer?");
  await page.getByLabel("Name").fill("Ada Okafor");
  await page.getByLabel("Email").fill(`ada-${randomBytes(4).toString("hex")}@example.com`);
  await page.getByText("With a first appointment").click();
  await page.getByLabel("What for").fill("First visit");
  await page.getByLabel("Day").fill("2020-01-01");
  assert.deepEqual(await violations(page), []);
  await page.keyboard.press("Enter");
  await page.getByText("Choose a day and a time that are still to come.").waitFor();
  await page.getByLabel("Day").fill("2099-01-05");
  await page.keyboard.press("Enter");

  await heading(page, "On which page will it be?");
  // Left here, and come back to by the home page.
  await page.goto(new URL("/dashboard", portalUrl).href);
  await page.getByText("2 of 5 steps").waitFor();
  await page.getByRole("link", { name: "Continue" }).click();
  await heading(page, "On which page will it be?");
  await page.getByLabel("Address of the page").fill("not an address");
  await page.keyboard.press("Enter");
  await page.getByText(/Write the address of a page/).waitFor();
  assert.deepEqual(await violations(page), []);
  website.show({ body: "<!doctype html><title>Portal</title><h1>Your portal</h1>" });
  await page.getByLabel("Address of the page").fill(website.url);
  await page.keyboard.press("Enter");

  await heading(page, "Put two lines into that page");
  await page.getByRole("button", { name: "Check my page" }).click();
  await page.getByText("The page answers, but the first line is not in it").waitFor();
  assert.deepEqual(await violations(page), []);
  const lines = await page.getByRole("region", { name: "Code for HTML" }).innerText();
  assert.equal(lines.trim().split("\n").length, 2);
  website.show({ body: `<!doctype html><title>Portal</title><body>${lines}</body>` });
  await page.getByRole("button", { name: "Check my page" }).click();
  await page.getByText("The portal is on this page").waitFor();
  await page.getByRole("button", { name: "Continue" }).click();

  await heading(page, "Invite a customer");
  assert.equal(await page.getByLabel("Name").inputValue(), "", "of another visit to the page");
  await page.getByRole("combobox").fill("Ada");
  await page.getByRole("option", { name: /Ada Okafor/ }).click();
  assert.match(await page.getByLabel("Email").inputValue(), /^ada-/);
  assert.deepEqual(await violations(page), []);
  await page.getByRole("button", { name: "Send the invitation" }).click();
  await heading(page, "Your portal is live");
  assert.deepEqual(await violations(page), []);
  await page.getByRole("link", { name: "Go to the home page" }).click();
  await page.getByRole("heading", { level: 1, name: /Olive/ }).waitFor();
  await page.getByText("Invitations waiting").waitFor();
  assert.equal(await page.getByText("Get your portal live").count(), 0);

  // What the customer finds on that page.
  await page.goto(website.url);
  await page.getByRole("heading", { name: "Welcome back" }).waitFor();
  await page.context().close();
});

test("the first steps are put away, and fetched back", async () => {
  const house = await createOrganization();
  const page = await openConsole(browser, house, "setup");
  await page.goto(`${address(house.slug, "setup")}&step=website`);
  await heading(page, "On which page will it be?");
  await page.getByRole("button", { name: "I will do this later" }).click();
  await page.getByText("The first steps are put away.", { exact: false }).waitFor();
  await page.getByText("No appointments today").waitFor();
  assert.equal(await page.getByText("Get your portal live").count(), 0);
  await page.getByRole("button", { name: "Undo" }).click();
  await heading(page, "How shall it look?");
  await page.goto(address(house.slug, ""));
  await page.getByText("0 of 5 steps").waitFor();
  await page.context().close();
});
