// docs/embedding.md: wherever a page puts the script and the elements, how many there are, and with no server at all.
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { exampleUrl, launchBrowser, openContext, openPage, portalUrl } from "./support.ts";

let markup = "";
const site = createServer((_, response) => response.setHeader("content-type", "text/html").end(markup));
let siteUrl: string;
let browser: Browser;
before(async () => {
  await once(site.listen(0, "127.0.0.1"), "listening");
  siteUrl = `http://127.0.0.1:${(site.address() as AddressInfo).port}/`;
  browser = await launchBrowser();
});
after(async () => {
  await browser.close();
  site.closeAllConnections();
  site.close();
});

const script = `<script type="module" src="${portalUrl}/embed/portico.js"></script>`;
const demo = "<portal-dashboard demo></portal-dashboard>";

async function open(html: string): Promise<Page> {
  const page = await openPage(await openContext(browser));
  page.setDefaultTimeout(20_000);
  markup = `<!doctype html><html lang="en"><title>Any page</title>${html}`;
  await page.goto(siteUrl);
  return page;
}

const hero = (page: Page) => page.locator("[part=hero]").first().waitFor();

test("the script may come from anywhere, in any order, any number of times", async () => {
  const write = (html: string) =>
    `<script>document.write(${JSON.stringify(html).replaceAll("</", "<\\/")})</script>`;
  for (const [what, html] of [
    ["before, in the head", `<head>${script}</head><body>${demo}`],
    ["after", `<body>${demo}${script}`],
    ["twice", `<head>${script}</head><body>${demo}${script}`],
    ["written", `<body>${write(script + demo)}`],
    [
      "injected late, the element made by hand",
      `<body><script>
        const element = document.createElement("portal-dashboard");
        element.demo = true;
        document.body.append(element);
        addEventListener("load", () => {
          const script = document.createElement("script");
          script.type = "module";
          script.src = "${portalUrl}/embed/portico.js";
          document.head.append(script);
        });
      </script>`,
    ],
    [
      "a template's copy",
      `<body>${script}<template>${demo}</template><script>
        addEventListener("load", () => document.body.append(document.querySelector("template").content.cloneNode(true)));
      </script>`,
    ],
    [
      "another component's shadow root",
      `<body><their-card></their-card><script type="module">
        import { watch } from "${portalUrl}/embed/portico.js";
        customElements.define("their-card", class extends HTMLElement {
          constructor() { super().attachShadow({ mode: "closed" }).innerHTML = "${demo}"; }
          connectedCallback() {}
        });
        const root = document.body.appendChild(document.createElement("div")).attachShadow({ mode: "open" });
        root.innerHTML = "<p></p>";
        watch(root);
        root.innerHTML = "${demo}";
      </script>`,
    ],
    [
      "a tab that is shown later",
      `<body><div hidden>${demo}</div>${script}<script>
        customElements.whenDefined("portal-overview").then(() => (document.querySelector("div").hidden = false));
      </script>`,
    ],
  ] as const) {
    const page = await open(html);
    const said: string[] = [];
    page.on("console", (message) => said.push(message.text()));
    page.on("pageerror", (error) => said.push(String(error)));
    await hero(page).catch(() => assert.fail(`${what}: not shown; ${said.join("; ")}`));
    assert.deepEqual(said, [], what);
    await page.context().close();
  }
});

test("a page without the script, or whose script does not come, shows what stands in the element", async () => {
  const link = `<a href="${portalUrl}/portal/dashboard?organization=northwind">Open the portal</a>`;
  const page = await open(`<body><portal-dashboard demo>${link}</portal-dashboard>`);
  assert.ok(await page.getByRole("link", { name: "Open the portal" }).isVisible());
  await page.evaluate(
    (src) => document.head.append(Object.assign(document.createElement("script"), { type: "module", src })),
    `${portalUrl}/embed/portico.js`,
  );
  await hero(page);
  assert.ok(!(await page.getByText("Open the portal").isVisible()));
  await page.context().close();
});

test("the demo needs no server: every view, and no file but the script's; without it, nothing of it is loaded", async () => {
  const page = await openPage(await openContext(browser));
  page.setDefaultTimeout(20_000);
  const asked: string[] = [];
  await page.route("**/*", (route) => {
    const { href, pathname } = new URL(route.request().url());
    asked.push(pathname);
    return href === siteUrl || pathname.startsWith("/embed/") ? route.continue() : route.abort();
  });
  markup = `<!doctype html><html lang="en"><title>Demo</title><body>${script}${demo}`;
  await page.goto(siteUrl);
  await hero(page);
  for (const name of ["Appointments", "Tasks", "Notes"]) {
    await page
      .getByRole("navigation")
      .getByRole("button", { name: new RegExp(`^${name}`) })
      .click();
    await page.getByRole("heading", { name, level: 2 }).waitFor();
    await page.locator(`portal-${name.toLowerCase()} li`).first().waitFor();
  }
  await page.locator("button.note").first().click();
  await page.locator(".opened [part=body] :is(p, ul)").first().waitFor();
  // On paper: what is opened, black on white, whatever the device likes; nothing to press.
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  const ink = () => page.locator(".opened h2").evaluate((heading) => getComputedStyle(heading).color);
  assert.equal(await ink(), "rgb(0, 0, 0)");
  assert.ok(!(await page.getByRole("navigation").isVisible()));
  assert.ok(!(await page.getByRole("button", { name: "All notes" }).isVisible()));
  await page.emulateMedia({ media: "screen" });
  await page.getByRole("button", { name: /^Account/ }).click();
  await page.getByRole("button", { name: "Profile" }).click();
  await page.getByLabel("Phone").waitFor();
  await page.getByRole("button", { name: /^Account/ }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByLabel("Email").waitFor();
  assert.deepEqual(
    asked.filter((path) => path !== "/" && !path.startsWith("/embed/")),
    [],
  );
  assert.ok(
    asked.some((path) => path.includes("/demo-client-")),
    asked.join(" "),
  );
  await page.unroute("**/*");
  await page.goto(`${exampleUrl}/portal.html`);
  const loaded: string[] = [];
  page.on("request", (request) => loaded.push(request.url()));
  await page.reload();
  await page.getByLabel("Email").waitFor();
  assert.ok(!loaded.some((url) => url.includes("demo")), loaded.join(" "));
  await page.context().close();
});

test("elements of one organization are one session; two organizations are two, with colours and cookies of their own", async () => {
  const page = await openPage(await openContext(browser));
  page.setDefaultTimeout(20_000);
  await page.goto(`${exampleUrl}/portal.html`);
  const asked: string[] = [];
  page.on("request", (request) => request.method() !== "OPTIONS" && asked.push(request.url()));
  const count = (part: string) => asked.filter((url) => url.includes(part)).length;
  await page.getByLabel("Email").waitFor();
  asked.length = 0;
  await page.evaluate(() => {
    document.querySelector("main")!.innerHTML = `
      <portal-dashboard id="one" organization="northwind"></portal-dashboard>
      <portal-notes id="beside" organization="northwind"></portal-notes>
      <portal-dashboard id="other" organization="tidewater"></portal-dashboard>`;
  });
  const signIn = async (id: string, email: string) => {
    const element = page.locator(`#${id}`);
    await element.getByLabel("Email").fill(email);
    await element.locator("input[type=password]").fill("portico-demo-1");
    await element.locator("button[type=submit]").click();
    await element.getByRole("heading", { name: /^Good / }).waitFor();
  };
  await signIn("one", "ada@northwind.example");
  await page.locator("#beside li").first().waitFor();
  await signIn("other", "mara@tidewater.example");
  assert.equal(count("/portal/config?organization=northwind"), 0, "known already");
  assert.equal(count("/portal/auth/login"), 2);
  // The example's own style sheet gives both the same accent.
  await page.evaluate(() =>
    document.querySelectorAll("link[rel=stylesheet]").forEach((link) => link.remove()),
  );
  const accent = (id: string) =>
    page.evaluate((id) => {
      const tab = document.getElementById(id)!.shadowRoot!.querySelector(".me .avatar, [part=avatar]")!;
      return getComputedStyle(tab).color;
    }, id);
  assert.notEqual(await accent("one"), await accent("other"));

  // The sessions outlive a reload, each by a cookie of its own, each refreshed once.
  const cookies = (await page.context().cookies(portalUrl)).map(({ name }) => name);
  assert.equal(new Set(cookies).size, 2, cookies.join());
  asked.length = 0;
  await page.reload();
  await page.evaluate(() => {
    document.querySelector("main")!.innerHTML = `
      <portal-dashboard id="one" organization="northwind"></portal-dashboard>
      <portal-notes id="beside" organization="northwind"></portal-notes>
      <portal-dashboard id="other" organization="tidewater"></portal-dashboard>`;
  });
  for (const id of ["one", "other"])
    await page
      .locator(`#${id}`)
      .getByRole("heading", { name: /^Good / })
      .waitFor();
  await page.locator("#beside li").first().waitFor();
  assert.deepEqual([count("/auth/refresh"), count("/portal/config")], [2, 2]);

  // Signing out of one is signing out of all that is its, and of nothing else.
  await page
    .locator("#one")
    .getByRole("button", { name: /^Account/ })
    .click();
  await page.locator("#one").getByRole("button", { name: "Sign out" }).click();
  await page.locator("#one").getByLabel("Email").waitFor();
  await page.locator("#beside").getByRole("button", { name: "Sign in" }).waitFor();
  await page
    .locator("#other")
    .getByRole("button", { name: /^To-dos/ })
    .click();
  await page.locator("#other").getByRole("heading", { name: "To-dos", level: 2 }).waitFor();
  await page.context().close();
});
