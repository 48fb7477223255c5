// What the console's tests share: a browser, an organization of one's own, signing in, axe.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";

function given(name: string): string {
  const value = process.env[name];
  assert.ok(value, `${name} is not set: run these tests with \`npm run test:console\``);
  return value;
}

/** Where the Worker answers. */
export const portalUrl = given("PORTAL_URL");

/** Starts the browser that the test runner has found. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: given("CHROME_PATH"),
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });

/** A call of the API as somebody. */
export type Call = <T>(method: string, path: string, body?: object) => Promise<T>;

/** An organization of the test's own, its owner, and the API as that owner. */
export interface Organization {
  slug: string;
  email: string;
  password: string;
  call: Call;
}

const password = "a long enough phrase";

/** Makes an organization, with its owner. */
export async function createOrganization(name = "Test House"): Promise<Organization> {
  const email = `owner-${randomBytes(6).toString("hex")}@example.com`;
  const send = async (path: string, body: object) => {
    const response = await fetch(portalUrl + path, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Requested-With": "portico", Origin: portalUrl },
      body: JSON.stringify(body),
    });
    assert.ok(response.ok, `${path}: ${response.status}`);
    return (await response.json()) as { accessToken: string; organization: { slug: string } };
  };
  const input = { email, password, name: "Olive Owner", organizationName: name };
  const { organization } = await send("/portal/auth/register", input);
  const { slug } = organization;
  const { accessToken } = await send("/dashboard/auth/login", { email, password, organization: slug });
  const call: Call = async <T>(method: string, path: string, body?: object) => {
    const response = await fetch(portalUrl + path, {
      method,
      headers: { Authorization: `Bearer ${accessToken}`, "Content-Type": "application/json" },
      ...(body && { body: JSON.stringify(body) }),
    });
    assert.ok(response.ok, `${method} ${path}: ${response.status} ${await response.clone().text()}`);
    return (response.status === 204 ? undefined : await response.json()) as T;
  };
  return { slug, email, password, call };
}

/** A page on which the organization's owner, or whoever is named, is signed in, at a path below /dashboard. */
export async function openConsole(
  browser: Browser,
  { slug, email }: Pick<Organization, "slug" | "email">,
  path = "",
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    reducedMotion: "reduce",
    viewport: { width: 1280, height: 900 },
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on("pageerror", (error) => assert.fail(`the page threw: ${error.stack}`));
  await page.goto(address(slug, path));
  await page.getByLabel("Email").fill(email);
  await page.getByRole("textbox", { name: /password/i }).fill(password);
  await page.keyboard.press("Enter");
  await page.getByRole("navigation", { name: "Console" }).waitFor();
  return page;
}

/** The address of a page of the console. */
export function address(slug: string, path: string): string {
  const url = new URL(`/dashboard${path && `/${path}`}`, portalUrl);
  url.searchParams.set("organization", slug);
  return url.href;
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds wrong on a page, in light and in dark. */
export async function violations(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    // A list that is asked anew is pale until it is there.
    await page.locator('[aria-busy="true"]').waitFor({ state: "detached" });
    let told = await runAxe(page);
    // Colours follow the scheme some frames later, on a slow machine after axe has looked.
    for (let tries = 0; tries < 3 && told.some((text) => text.startsWith("color-contrast")); tries++) {
      await page.waitForTimeout(200);
      told = await runAxe(page);
    }
    found.push(...told.map((text) => `${colorScheme}: ${text}`));
  }
  return found;
}

async function runAxe(page: Page): Promise<string[]> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50))));
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: {
        run(
          node: Document,
          options: object,
        ): Promise<{ violations: { id: string; nodes: { target: unknown[]; failureSummary: string }[] }[] }>;
      };
    };
    const { violations } = await axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")} ${failureSummary}`),
    );
  });
}
