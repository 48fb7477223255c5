// The portal on the organization's own website: what a check says, and what is set.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { createOrganization, launchBrowser, openConsole, portalUrl, violations } from "./support.ts";
import type { Organization } from "./support.ts";
import { startWebsite } from "./support-website.ts";
import type { Answer, Website } from "./support-website.ts";

let browser: Browser;
let house: Organization;
let website: Website;
before(async () => {
  [browser, website, house] = await Promise.all([launchBrowser(), startWebsite(), createOrganization()]);
  await house.call("PATCH", "/dashboard/organization", {
    allowedOrigins: [website.origin],
    portalUrl: website.url,
  });
});
after(async () => {
  website.close();
  await browser.close();
});

const script = `<script type="module" src="${portalUrl}/embed/portico.js"></script>`;
const element = (slug: string) => `<portal-dashboard organization="${slug}"></portal-dashboard>`;

test("a check says what is there and what to do", async () => {
  const page = await openConsole(browser, house, "embed");
  const answers: [answer: Answer, title: string, hint: RegExp][] = [
    [{ body: "<p>Hello</p>" }, "The page answers, but the first line is not in it", /Paste both lines/],
    [{ body: script }, "The first line is there, the second is missing", /<portal-dashboard>/],
    [
      { body: script + element("somebody-else") },
      "The portal of another organization is there",
      new RegExp(`“${house.slug}”`),
    ],
    [
      {
        body: script + element(house.slug),
        headers: { "Content-Security-Policy": "script-src 'self'" },
      },
      "The page does not let the portal in",
      /Whoever looks after the website/,
    ],
    [{ body: "", status: 503 }, "The page does not answer", /error 503/],
    [{ body: "{}", headers: { "Content-Type": "application/json" } }, "This address is not a page", /file/],
    [{ body: script + element(house.slug) }, "The portal is on this page", /can sign in there/],
  ];
  const check = page.getByRole("button", { name: `Check: ${website.url}` });
  for (const [answer, title, hint] of answers) {
    website.show(answer);
    await check.click();
    await page.getByText(title).waitFor();
    await page.getByText(hint).first().waitFor();
    if (title.includes("let the portal in")) {
      const policy = page.getByRole("region", { name: "What the policy has to allow" });
      assert.match(await policy.innerText(), new RegExp(`script-src 'self' ${portalUrl}`));
    }
  }
  assert.deepEqual(await violations(page), []);
  await page.context().close();
});

test("a website is added as people write it, and removed after a question", async () => {
  const page = await openConsole(browser, house, "embed");
  const input = page.getByLabel("Address of the website");
  for (const [typed, told] of [
    ["http://www.example.com", "Write an address like"],
    [website.origin, "is in the list already"],
  ] as const) {
    await input.fill(typed);
    await page.keyboard.press("Enter");
    await page.getByText(told).waitFor();
  }
  await input.fill("www.example.com/our/portal");
  await page.keyboard.press("Enter");
  await page.getByText("https://www.example.com may show the portal now.").waitFor();
  await page.getByRole("button", { name: "Remove https://www.example.com" }).click();
  const dialog = page.getByRole("dialog", { name: "Remove https://www.example.com?" });
  await dialog.waitFor();
  assert.deepEqual(await violations(page), []);
  await dialog.getByRole("button", { name: "Remove" }).click();
  await page.getByText("https://www.example.com may not show the portal any more.").waitFor();
  const { allowedOrigins } = await house.call<{ allowedOrigins: string[] }>("GET", "/dashboard/organization");
  assert.deepEqual(allowedOrigins, [website.origin]);
  await page.context().close();
});

test("who may make an account is chosen at once, and taken back", async () => {
  const page = await openConsole(browser, house, "embed");
  const mode = async () =>
    (await house.call<{ registration: string }>("GET", "/dashboard/organization")).registration;
  const before = await mode();
  await page.getByRole("radio", { name: "Nobody" }).check();
  await page.getByText("Who may make an account: Nobody.").waitFor();
  assert.equal(await mode(), "OFF");
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("radio", { name: "Nobody", checked: false }).waitFor();
  for (let attempt = 0; attempt < 50 && (await mode()) !== before; attempt++) await page.waitForTimeout(50);
  assert.equal(await mode(), before);
  await page.context().close();
});

test("the look is previewed as it is typed; whoever was first is not overwritten", async () => {
  const page = await openConsole(browser, house, "embed");
  await page.getByRole("textbox", { name: "Accent colour", exact: true }).fill("#c2185b");
  await page.getByText("Buttons: your colour", { exact: false }).first().waitFor();
  const preview = page.getByRole("region", { name: /^The portal with somebody made up/ });
  assert.equal(
    await preview.evaluate((view: HTMLElement) => view.style.getPropertyValue("--portal-accent")),
    "#c2185b",
  );
  await house.call("PATCH", "/dashboard/organization", { name: "Renamed Meanwhile" });
  const save = page.getByRole("region", { name: "Branding" }).getByRole("button", { name: "Save" });
  await save.click();
  await page.getByText("Somebody else has changed this meanwhile.", { exact: false }).waitFor();
  assert.deepEqual(await violations(page), []);
  await page.getByRole("button", { name: "Show what is there now" }).click();
  const name = page.getByLabel("Name of your organization");
  for (let attempt = 0; attempt < 50 && (await name.inputValue()) !== "Renamed Meanwhile"; attempt++)
    await page.waitForTimeout(50);
  assert.equal(await name.inputValue(), "Renamed Meanwhile");
  await save.click();
  await page.getByText("Saved.").waitFor();
  const { branding } = await house.call<{ branding: { accentColor: string } }>(
    "GET",
    "/dashboard/organization",
  );
  assert.equal(branding.accentColor, "#c2185b", "what was typed is kept");
  await page.getByRole("navigation", { name: "Console" }).getByText("Home").waitFor();
  await page.context().close();
});

test("every website builder has its own way, in the address", async () => {
  const page = await openConsole(browser, house, "embed");
  await page.getByRole("link", { name: "React" }).click();
  assert.equal(new URL(page.url()).searchParams.get("platform"), "react");
  const code = page.getByRole("region", { name: "Code for React" });
  assert.match(await code.innerText(), new RegExp(`organization="${house.slug}"`));
  await page.getByRole("link", { name: "WordPress" }).click();
  await page.getByText(/Custom HTML/).waitFor();
  await page.context().close();
});
