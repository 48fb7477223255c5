// What the example's tests share: the addresses, a browser that blocks third-party cookies, the mail.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from "playwright-core";

function given(name: string): string {
  const value = process.env[name];
  assert.ok(value, `${name} is not set: run these tests with \`npm run test:examples\``);
  return value;
}

/** Where the Worker answers; a different site than the example's. */
export const portalUrl = given("PORTAL_URL");
/** Where the example website is served. */
export const exampleUrl = given("EXAMPLE_URL");

/** The example's pages. */
export const pages = ["index", "treatments", "team", "contact", "imprint", "portal"].map(
  (name) => `${name}.html`,
);

/** Starts the browser that the test runner has found. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: given("CHROME_PATH"),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--test-third-party-cookie-phaseout",
    ],
  });
}

/** A fresh profile whose pages refuse third-party cookies: `third-party-cookies.test.ts` proves that they do. */
export async function openContext(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  return browser.newContext({ locale: "en-GB", timezoneId: "Europe/Berlin", ...options });
}

/** A page of that context. The flag alone does not reach every headless Chromium, the protocol does. */
export async function openPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.setCookieControls", {
    enableThirdPartyCookieRestriction: true,
    disableThirdPartyCookieMetadata: true,
    disableThirdPartyCookieHeuristics: true,
  } as never);
  return page;
}

interface Mail {
  to: string;
  subject: string;
  text: string;
}

/** The newest local mail to an address. */
export async function newestMail(to: string): Promise<Mail> {
  for (let attempt = 0; attempt < 50; attempt++) {
    const response = await fetch(`${portalUrl}/dev/outbox`, { headers: { accept: "application/json" } });
    const { items } = (await response.json()) as { items: Mail[] };
    const mail = items.find((item) => item.to === to);
    if (mail) return mail;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.fail(`no mail to ${to}`);
}

/** Signs in on the example's portal page, as its customer would. */
export async function signIn(page: Page, email = "ada@northwind.example", password = "portico-demo-1") {
  await page.goto(`${exampleUrl}/portal.html`);
  await page.getByLabel("Email").fill(email);
  await page.getByRole("textbox", { name: "Password" }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByRole("heading", { name: /^Good (morning|afternoon|evening)/ }).waitFor();
}

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds wrong, best practices included. */
export async function violations(page: Page): Promise<string[]> {
  // Through the protocol: the page's own Content Security Policy would refuse the script.
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: {
        run(): Promise<{
          violations: { id: string; nodes: { target: unknown; failureSummary?: string }[] }[];
        }>;
      };
    };
    const result = await axe.run();
    return result.violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${JSON.stringify(node.target)} ${node.failureSummary ?? ""}`),
    );
  });
}
