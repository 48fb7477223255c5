// The whole portal under the policy of docs/src/content/docs/guides/csp.md, Trusted Types included: not one violation is reported.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { codeIn, invite } from "../../plain-html/test/employee.ts";
import {
  exampleUrl,
  launchBrowser,
  newestMail,
  openContext,
  openPage,
} from "../../plain-html/test/support.ts";

const site = `${exampleUrl}/strict-csp/`;
const password = "a long enough phrase";

let browser: Browser;
before(async () => {
  browser = await launchBrowser();
});
after(() => browser.close());

interface Report {
  "csp-report": { "effective-directive": string; "blocked-uri": string; "source-file"?: string };
}

/** What browsers have reported to the site so far. */
const reports = async () => (await (await fetch(`${exampleUrl}/csp-reports`)).json()) as Report[];

/** A page that tells of each violation as the browser fires its event, from shadow roots too. */
async function openWatched(): Promise<{ page: Page; violations: string[] }> {
  const context = await openContext(browser, { acceptDownloads: true });
  const page = await openPage(context);
  page.setDefaultTimeout(20_000);
  const violations: string[] = [];
  await page.exposeFunction("tellViolation", (violation: string) => violations.push(violation));
  await page.addInitScript(() =>
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sourceFile }) =>
      (globalThis as unknown as { tellViolation(text: string): void }).tellViolation(
        `${effectiveDirective} ${blockedURI} ${sourceFile}`,
      ),
    ),
  );
  return { page, violations };
}

const home = (page: Page, name: string) =>
  page.getByRole("heading", { name: new RegExp(`^Good (morning|afternoon|evening), ${name}`) }).waitFor();
const secret = (page: Page) => page.getByRole("textbox", { name: /password/i });
const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: true }).click();
const openTab = (page: Page, name: string | RegExp) =>
  page.getByRole("navigation", { name: "Portal" }).getByRole("button", { name }).click();

async function signIn(page: Page, email: string): Promise<void> {
  await page.getByLabel("Email").fill(email);
  await secret(page).fill("portico-demo-1");
  await press(page, "Sign in");
}

async function signOut(page: Page, name: string): Promise<void> {
  await press(page, `Account of ${name}`);
  await press(page, "Sign out");
  await page.getByRole("button", { name: "Sign in", exact: true }).waitFor();
}

/** An invitation's link on this page, then back in without the password. */
async function accountJourney(page: Page): Promise<void> {
  const email = "yara@haddow.example";
  const link = await invite("ruth@tidewater.example", { email }, "tidewater");
  await page.goto(site + new URL(link).hash);
  await page.getByRole("heading", { name: "Welcome to Tidewater Legal" }).waitFor();
  await secret(page).fill(password);
  await press(page, "Accept the invitation");
  await home(page, "Yara");
  await signOut(page, "Yara Haddow");
  await page.getByLabel("Email").fill(email);
  await press(page, "Forgot your password?");
  await press(page, "Send the mail");
  await page.getByRole("heading", { name: "Check your email" }).waitFor();
  await page.getByLabel("Code").fill(codeIn((await newestMail(email)).text));
  await secret(page).fill("another long phrase");
  await press(page, "Set the new password");
  await home(page, "Yara");
  await signOut(page, "Yara Haddow");
}

/** Registering, where an organization lets people: the same page, another organization. */
async function registerJourney(page: Page): Promise<void> {
  const email = "under-a-policy@mail.example";
  await page
    .locator("portal-dashboard")
    .evaluate((element) => element.setAttribute("organization", "northwind"));
  await press(page, "Create an account");
  await page.getByLabel("Name").fill("Paula Policy");
  await page.getByLabel("Email").fill(email);
  await secret(page).fill(password);
  await press(page, "Create an account");
  await page.getByRole("heading", { name: "Check your email" }).waitFor();
  await page.getByLabel("Code").fill(codeIn((await newestMail(email)).text));
  await press(page, "Confirm");
  await home(page, "Paula");
  await signOut(page, "Paula Policy");
}

/** What a customer does: a calendar file, an appointment, a task there and back, a note, the profile, a language. */
async function customerJourney(page: Page): Promise<void> {
  await page.goto(site);
  await signIn(page, "mara@tidewater.example");
  await home(page, "Mara");
  const downloading = page.waitForEvent("download");
  await press(page, "Add to calendar");
  assert.match(await readFile(await (await downloading).path(), "utf8"), /^BEGIN:VCALENDAR/);

  await openTab(page, "Consultations");
  await page.getByRole("button", { name: /Lease review/ }).click();
  await page.getByRole("dialog").getByText("Ruth Calloway").waitFor();
  await press(page, "Close");

  await openTab(page, /To-dos/);
  const task = page.getByRole("checkbox", { name: "Send the signed lease" });
  for (const path of ["complete", "reopen"]) {
    const answered = page.waitForResponse((response) => response.url().endsWith(`/${path}`));
    await task.click();
    assert.equal((await answered).status(), 200);
  }

  await openTab(page, "Memos");
  await page.getByRole("heading", { name: "Memos" }).waitFor();
  await page.getByRole("button", { name: /^What we agreed/ }).click();
  await page.locator("strong", { hasText: "by letter" }).waitFor();

  await press(page, "Account of Mara Voss");
  await press(page, "Profile");
  const saved = page.waitForResponse((response) => response.request().method() === "PUT");
  await page.getByLabel("Phone").fill("+1 212 555 0111");
  await press(page, "Save");
  assert.equal((await saved).status(), 200);

  await page.evaluate(() => (document.documentElement.lang = "de"));
  await page.getByRole("button", { name: "Besprechungen" }).waitFor();
  await page.evaluate(() => (document.documentElement.lang = "en"));
  await signOut(page, "Mara Voss");
}

test("the whole journey runs under the policy, and nothing is reported", async () => {
  const earlier = (await reports()).length;
  const { page, violations } = await openWatched();
  const response = await page.goto(site);
  const origin = new URL(await page.locator("script").getAttribute("src").then(String)).origin;
  assert.equal(
    response?.headers()["content-security-policy"],
    [
      "default-src 'none'",
      `script-src ${origin}`,
      "style-src 'self'",
      `connect-src ${origin}`,
      "require-trusted-types-for 'script'",
      "trusted-types lit-html",
      "report-uri /csp-reports",
    ].join("; "),
  );
  await customerJourney(page);
  await accountJourney(page);
  await registerJourney(page);

  // Two violations of this test's own prove that both ways of telling work, and that there was nothing before them.
  await page.evaluate(() => {
    document.body.setAttribute("style", "color: red");
    try {
      document.createElement("div").innerHTML = "markup";
    } catch {
      // Trusted Types refuse it.
    }
  });
  const told = async () =>
    (await reports()).slice(earlier).map(({ "csp-report": report }) => report["effective-directive"]);
  const isWaiting = async () => violations.length < 2 || (await told()).length < 2;
  for (let attempt = 0; attempt < 50 && (await isWaiting()); attempt++) await page.waitForTimeout(100);
  const directives = ["require-trusted-types-for", "style-src-attr"];
  assert.deepEqual((await told()).sort(), directives);
  assert.deepEqual(violations.map((violation) => violation.split(" ")[0]).sort(), directives);
  await page.context().close();
});
