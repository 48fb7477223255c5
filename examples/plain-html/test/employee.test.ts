// Employees at the deployment's own address: signing in, invited, without the password, and on the wrong side.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { codeIn, invite } from "./employee.ts";
import { launchBrowser, newestMail, openContext, openPage, portalUrl, violations } from "./support.ts";

let browser: Browser;
before(async () => {
  browser = await launchBrowser();
});
after(() => browser.close());

const login = `${portalUrl}/dashboard/login?organization=northwind`;
const secret = (page: Page) => page.getByRole("textbox", { name: /password/i });

const greeting = (page: Page, name: string) =>
  page.getByRole("heading", { level: 1, name: new RegExp(`^Good (morning|afternoon|evening), ${name}$`) });

async function signIn(page: Page, email: string, password = "portico-demo-1"): Promise<void> {
  await page.getByLabel("Email").fill(email);
  await secret(page).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

test("the pages are pages for a browser that navigates, and nothing else", async () => {
  const context = await openContext(browser);
  const page = await openPage(context);
  for (const path of ["/dashboard", "/dashboard/login", "/dashboard/account"]) {
    const response = await page.goto(portalUrl + path);
    const headers = response!.headers();
    assert.equal(response!.status(), 200, path);
    assert.match(headers["content-type"] ?? "", /^text\/html/);
    assert.match(headers.vary ?? "", /Sec-Fetch-Mode/);
    assert.match(headers["content-security-policy"] ?? "", /script-src 'self'.*frame-ancestors 'none'/);
    const other = await fetch(portalUrl + path);
    assert.equal(other.status, 404, path);
    assert.match(other.headers.get("vary") ?? "", /Sec-Fetch-Mode/);
  }
  await context.close();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`an employee signs in, to the home page, and sees their account: ${colorScheme}`, async () => {
    const context = await openContext(browser, { colorScheme, reducedMotion: "reduce" });
    const page = await openPage(context);
    page.setDefaultTimeout(20_000);
    await page.goto(login);
    await page.getByLabel("Email").waitFor();
    assert.deepEqual(await violations(page), []);
    assert.equal(await page.getByText("Create an account").count(), 0, "nobody registers as an employee");
    await signIn(page, "noor@northwind.example");
    await greeting(page, "Noor").waitFor();
    assert.match(page.url(), /\/dashboard\?organization=northwind$/);
    await page.getByRole("link", { name: "Your account: Noor Aziz" }).click();
    await page.getByText("Administrator at Northwind Dental").waitFor();
    await page.getByText("This device", { exact: true }).waitFor();
    assert.deepEqual(await violations(page), []);
    assert.match(page.url(), /\/dashboard\/account\?organization=northwind$/);
    // Still signed in at the next visit; the organization is remembered.
    await page.goto(`${portalUrl}/dashboard`);
    await greeting(page, "Noor").waitFor();
    await page.getByRole("button", { name: "Sign out", exact: true }).click();
    await page.getByRole("button", { name: "Sign in", exact: true }).waitFor();
    await context.close();
  });
}

test("an invited employee makes an account, and comes back in by a code", async () => {
  const email = "pia.holm@northwind.example";
  const link = await invite("lena@northwind.example", { email, name: "Pia Holm", role: "EMPLOYEE" });
  assert.ok(link.startsWith(`${login}#portal-invitation=`), link);
  const context = await openContext(browser);
  const page = await openPage(context);
  page.setDefaultTimeout(20_000);
  await page.goto(link);
  await page
    .getByText("Dr. Lena Brandt invites you to the team of Northwind Dental, as an employee.")
    .waitFor();
  assert.deepEqual(await violations(page), []);
  await secret(page).fill("a long enough phrase");
  await page.getByRole("button", { name: "Accept the invitation" }).click();
  await greeting(page, "Pia").waitFor();
  assert.equal(new URL(page.url()).hash, "");

  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await page.getByLabel("Email").fill(email);
  await page.getByRole("button", { name: "Forgot your password?" }).click();
  await page.getByRole("button", { name: "Send the mail" }).click();
  await page.getByLabel("Code").waitFor();
  let text = "";
  for (let attempt = 0; attempt < 50 && !/\b\d{6}\b/.test(text); attempt++) {
    ({ text } = await newestMail(email));
    await page.waitForTimeout(100);
  }
  await page.getByLabel("Code").fill(codeIn(text));
  await secret(page).fill("another long phrase");
  await page.getByRole("button", { name: "Set the new password" }).click();
  await greeting(page, "Pia").waitFor();
  await context.close();
});

test("each side says where the other one signs in", async () => {
  const context = await openContext(browser);
  const page = await openPage(context);
  page.setDefaultTimeout(20_000);
  await page.goto(`${portalUrl}/portal/login?organization=northwind`);
  await signIn(page, "sam@northwind.example");
  await page.getByRole("link", { name: "Go to the dashboard" }).click();
  await page.waitForURL(login);
  await signIn(page, "ada@northwind.example");
  await page.getByRole("link", { name: "Go to the portal" }).click();
  await page.waitForURL(`${portalUrl}/portal/login?organization=northwind`);
  await context.close();
});
