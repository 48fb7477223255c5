// An invited customer's way into their account, and back in without the password, on the organization's website,
// with third-party cookies blocked.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { codeIn, invite, linkIn } from "./employee.ts";
import {
  exampleUrl,
  launchBrowser,
  newestMail,
  openContext,
  openPage,
  portalUrl,
  violations,
} from "./support.ts";

// The practice knows him, and a note there says that he wants to be invited.
const email = "ben.castillo@mail.example";
const password = "a long enough phrase";
const appointment = "Wisdom tooth consultation";

let browser: Browser;
before(async () => {
  browser = await launchBrowser();
});
after(() => browser.close());

const home = (page: Page) =>
  page.getByRole("heading", { name: /^Good (morning|afternoon|evening), Ben/ }).waitFor();
const secret = (page: Page) => page.getByRole("textbox", { name: /password/i });

async function signOut(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Account of Ben Castillo" }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("button", { name: "Sign in", exact: true }).waitFor();
}

async function openProfile(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Account of Ben Castillo" }).click();
  await page.getByRole("button", { name: "Profile" }).click();
  await page.getByRole("heading", { name: "Where you are signed in" }).waitFor();
}

/** Asks for the mail of a forgotten password, and waits for one that is not `before`. */
async function forget(page: Page, before?: string): Promise<string> {
  await page.getByLabel("Email").fill(email);
  await page.getByRole("button", { name: "Forgot your password?" }).click();
  await page.getByRole("button", { name: "Send the mail" }).click();
  await page.getByRole("heading", { name: "Check your email" }).waitFor();
  for (let attempt = 0; attempt < 50; attempt++) {
    const { text } = await newestMail(email);
    if (text !== before) return text;
    await page.waitForTimeout(100);
  }
  assert.fail("no new mail");
}

test("invited, in, out, in again by a code and by a link, and who else is signed in", async () => {
  const link = await invite("milo@northwind.example", { email });
  assert.ok(link.startsWith(`${exampleUrl}/portal.html#portal-invitation=`), link);

  const context = await openContext(browser);
  const page = await openPage(context);
  page.setDefaultTimeout(20_000);
  // A scanner of mails opens it, and again; nothing comes of that.
  for (const method of ["GET", "HEAD", "GET"]) assert.equal((await fetch(link, { method })).status, 200);
  await page.goto(link);
  await page.getByRole("heading", { name: "Welcome to Northwind Dental" }).waitFor();
  await page.reload();
  await page.getByText("Milo Ferrari of Northwind Dental invites you").waitFor();
  assert.deepEqual(await violations(page), []);
  assert.equal(await page.getByLabel("Email").inputValue(), email);
  assert.equal(await page.getByLabel("Name").inputValue(), "Ben Castillo");
  await secret(page).fill(password);
  await page.getByRole("button", { name: "Accept the invitation" }).click();

  // His appointment is there, and the secret is no longer in the address.
  await home(page);
  await page.getByText(appointment).first().waitFor();
  assert.equal(page.url(), `${exampleUrl}/portal.html`);
  for (const cookie of await context.cookies(portalUrl))
    assert.ok(cookie.httpOnly && cookie.secure && cookie.partitionKey, cookie.name);
  await page.reload();
  await home(page);

  // Out, and back in by the code of the mail.
  await signOut(page);
  const first = await forget(page);
  await page.getByLabel("Code").fill(codeIn(first));
  await secret(page).fill("another long phrase");
  await page.getByRole("button", { name: "Set the new password" }).click();
  await home(page);

  // A second browser signs in by the new password; the first one sees it, and ends it.
  const elsewhere = await openPage(await openContext(browser));
  elsewhere.setDefaultTimeout(20_000);
  await elsewhere.goto(`${exampleUrl}/portal.html`);
  await elsewhere.getByLabel("Email").fill(email);
  await secret(elsewhere).fill("another long phrase");
  await elsewhere.getByRole("button", { name: "Sign in", exact: true }).click();
  await home(elsewhere);
  await openProfile(page);
  await page.getByText("This device", { exact: true }).waitFor();
  assert.deepEqual(await violations(page), []);
  await page.getByRole("button", { name: "Sign out everywhere else" }).click();
  await page
    .getByRole("group", { name: /every device but this one/ })
    .getByText("Sign out", { exact: true })
    .click();
  await page.getByText("on this device alone").waitFor();
  await elsewhere.reload();
  await elsewhere.getByRole("button", { name: "Sign in", exact: true }).waitFor();

  // Out again, and back in by the link of another mail.
  await signOut(page);
  const second = await forget(page, first);
  await page.goto(linkIn(second));
  await page.getByRole("heading", { name: "Choose a new password" }).waitFor();
  await secret(page).fill(password);
  await page.getByRole("button", { name: "Set the new password" }).click();
  await home(page);
  assert.equal(page.url(), `${exampleUrl}/portal.html`);

  // The invitation has done its work.
  await page.goto(link);
  await page.getByRole("heading", { name: "You have accepted this invitation" }).waitFor();
  await page.getByRole("button", { name: "Continue" }).click();
  await home(page);
  await context.close();
});

test("another password and another address, changed in the profile", async () => {
  const context = await openContext(browser);
  const page = await openPage(context);
  page.setDefaultTimeout(20_000);
  await page.goto(`${exampleUrl}/portal.html`);
  await page.getByLabel("Email").fill(email);
  await secret(page).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await home(page);
  await openProfile(page);

  await page.getByRole("button", { name: "Change: Password" }).click();
  await page.getByLabel("Current password").fill("not this one");
  await page.getByLabel("New password").fill("a third long phrase");
  await page.getByRole("button", { name: "Set the new password" }).click();
  await page.getByText("This is not your password").waitFor();
  await page.getByLabel("Current password").fill(password);
  await page.getByRole("button", { name: "Set the new password" }).click();
  await page.getByText("Your password is changed").first().waitFor();

  const next = "ben@castillo.example";
  await page.getByRole("button", { name: "Change: Email" }).click();
  await page.getByLabel("New email").fill(next);
  await page.getByLabel("Current password").fill("a third long phrase");
  await page.getByRole("button", { name: "Send the code" }).click();
  await page.getByLabel("Code").fill(codeIn((await newestMail(next)).text));
  await page.getByRole("button", { name: "Confirm the address" }).click();
  await page.getByText(`Your address is ${next} now.`).first().waitFor();

  // The address is his for signing in, and where the practice writes to him.
  await signOut(page);
  await page.getByLabel("Email").fill(next);
  await secret(page).fill("a third long phrase");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await home(page);
  await context.close();
});
