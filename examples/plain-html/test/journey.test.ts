// One customer's whole way, on the organization's website, with third-party cookies blocked.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { exampleUrl, launchBrowser, newestMail, openContext, openPage, portalUrl } from "./support.ts";

// The practice knows her; she has no account yet.
const email = "chiara.neri@posta.example";
const password = "a long enough phrase";
const task = "Send us your dentist's address in Rome";

let browser: Browser;
before(async () => {
  browser = await launchBrowser();
});
after(() => browser.close());

test("register, see one's data, complete a task, edit the profile, reload, sign out", async () => {
  const context = await openContext(browser);
  const page = await openPage(context);
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    // A first visit has no session to restore: the browser reports that 401 by itself.
    if (message.type() === "error" && !message.location().url.endsWith("/portal/auth/refresh"))
      complaints.push(message.text());
  });
  page.setDefaultTimeout(20_000);

  // The way there is the website's own.
  await page.goto(exampleUrl);
  await page.getByRole("link", { name: "My portal" }).first().click();
  assert.notEqual(new URL(page.url()).hostname, new URL(portalUrl).hostname, "the embed is third-party");

  // Register, and prove the address.
  await page
    .getByRole("button", { name: "Create an account" })
    .or(page.getByRole("link", { name: "Create an account" }))
    .click();
  await page.getByLabel("Name").fill("Chiara Neri");
  await page.getByLabel("Email").fill(email);
  await page.getByRole("textbox", { name: "Password" }).fill(password);
  await page.getByRole("button", { name: "Create an account" }).click();
  await page.getByRole("heading", { name: "Check your email" }).waitFor();
  const code = /\b\d{6}\b/.exec((await newestMail(email)).text)?.[0];
  assert.ok(code, "the mail has a six-digit code");
  await page.getByLabel("Code").fill(code);
  await page.getByRole("button", { name: "Confirm" }).click();

  // What the practice had for her is there, and nothing that is not hers to see.
  await page.getByRole("heading", { name: /^Good (morning|afternoon|evening), Chiara/ }).waitFor();
  await page.getByText("For your dentist at home").first().waitFor();

  // A task, done in place.
  const done = page.waitForResponse((response) => /\/portal\/tasks\/[^/]+\/complete$/.test(response.url()));
  await page
    .getByRole("checkbox", { name: task })
    .or(page.getByRole("button", { name: `Mark “${task}” as done` }))
    .first()
    .click();
  assert.equal((await done).status(), 200);

  // The profile.
  await page.getByRole("button", { name: "Account of Chiara Neri" }).click();
  await page
    .getByRole("menuitem", { name: "Profile" })
    .or(page.getByRole("button", { name: "Profile" }))
    .or(page.getByRole("link", { name: "Profile" }))
    .first()
    .click();
  await page.getByLabel("Phone").fill("+39 06 5550 0199");
  const saved = page.waitForResponse((response) => response.request().method() === "PUT");
  await page.getByRole("button", { name: "Save" }).click();
  assert.equal((await saved).status(), 200);

  // Still signed in after a reload, and everything was kept.
  await page.reload();
  await page.getByRole("heading", { name: /^Good (morning|afternoon|evening), Chiara/ }).waitFor();
  assert.equal(await page.getByText(task).count(), 0, "the task is no longer open");
  const cookies = await context.cookies(portalUrl);
  assert.ok(cookies.length > 0, "a session cookie exists");
  for (const cookie of cookies)
    assert.ok(cookie.httpOnly && cookie.secure && cookie.partitionKey, cookie.name);

  // Signing out ends it, here and after the next reload.
  await page.getByRole("button", { name: "Account of Chiara Neri" }).click();
  await page
    .getByRole("menuitem", { name: "Sign out" })
    .or(page.getByRole("button", { name: "Sign out" }))
    .first()
    .click();
  await page.getByRole("button", { name: "Sign in", exact: true }).waitFor();
  await page.reload();
  await page.getByRole("button", { name: "Sign in", exact: true }).waitFor();
  assert.deepEqual(complaints, []);
  await context.close();
});
