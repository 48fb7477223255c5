import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, describe, test } from "node:test";
import { chromium, type Browser } from "playwright-core";
import { contrast, legible, textOn } from "../src/lib/color.ts";
import type { Sender } from "../src/lib/mail/compose.ts";
import type { MailKind } from "../src/lib/mail/content.ts";
import { writeMail } from "../src/lib/mail/write.ts";
import { samples } from "./mail-samples.ts";

const plain: Sender = { name: "Northwind Dental", accentColor: null, logoUrl: null, contactEmail: null };
const logo = "https://cdn.example/logo.svg?a=1&b=2";
const senders: Sender[] = [
  plain,
  { ...plain, accentColor: "#0f6b5c", logoUrl: logo },
  { ...plain, name: "Sunny Gym & Pool", accentColor: "#ffd60a" },
  { ...plain, name: "Tidewater Legal Partnerschaftsgesellschaft mbB", accentColor: "#101a4a" },
  { ...plain, name: "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" },
];
const kinds = Object.keys(samples) as MailKind[];
const write = (kind: MailKind, locale: string | null, sender = plain) =>
  writeMail(kind, sender, { to: "ada@people.example", locale }, samples[kind] as never);

describe("every mail", () => {
  for (const kind of kinds)
    test(`${kind}: the same in text and in HTML, in each language`, () => {
      const [en, de] = [write(kind, "en"), write(kind, "de-AT")];
      assert.deepEqual(
        [en.locale, de.locale, write(kind, "xx").locale, write(kind, null).locale],
        ["en", "de", "en", "en"],
      );
      assert.notEqual(en.text, de.text);
      for (const mail of [en, de]) {
        const { code, url } = samples[kind] as { code?: string; url?: string };
        for (const part of [code, url])
          if (part) {
            assert.ok(
              mail.text.split("\n").some((line) => line.trim() === part),
              "a line of its own",
            );
            assert.ok(mail.html.includes(part.replaceAll("&", "&#38;")));
          }
        if (url) assert.match(mail.html, /<a [^>]*href="https:/);
        assert.ok(mail.text.includes("Northwind Dental") && mail.html.includes("Northwind Dental"));
        assert.match(mail.html, new RegExp(`<html lang="${mail.locale}" dir="ltr">`));
        assert.doesNotMatch(mail.text, /undefined|\[object/);
        assert.doesNotMatch(mail.html, /undefined|\[object|<script|<link|@import|url\(|<img/);
        assert.match(mail.subject, /^[^\r\n]{1,120}$/);
      }
    });

  test("shows what was typed as text, and loads nothing but a logo over https", () => {
    const name = `<script>alert(1)</script>\r\n"A" & 'B'`;
    for (const kind of kinds) {
      const mail = write(kind, "en", {
        ...plain,
        name,
        logoUrl: `${logo}"onerror="x`,
        accentColor: "red;}</style>",
      });
      assert.doesNotMatch(mail.html, /<script|"onerror|red;/);
      assert.match(
        mail.html,
        /<img class="logo" src="https:\/\/cdn\.example\/logo\.svg\?a=1&#38;b=2&#34;onerror=&#34;x"/,
      );
      assert.match(mail.fromName, /^<script>alert\(1\)<\/script> "A" & 'B'$/);
      assert.doesNotMatch(mail.subject, /[\r\n]/);
      for (const logoUrl of ["http://x.example/a.png", "javascript:alert(1)", "data:image/png,x"])
        assert.doesNotMatch(write(kind, "en", { ...plain, logoUrl }).html, /<img/);
    }
  });
});

test("any accent can be read: as text on light and on dark, and under the text of a button", () => {
  for (let n = 0; n < 0x1000000; n += 4099) {
    const color = `#${n.toString(16).padStart(6, "0")}`;
    for (const background of ["#ffffff", "#1b1f1e"]) {
      const text = legible(color, background);
      assert.ok(contrast(text, background) >= 4.5, color);
      if (contrast(color, background) >= 4.5) assert.equal(text, color, "as it is where it can be");
    }
    assert.ok(contrast(textOn(color), color) >= 4.5, color);
  }
  assert.equal(contrast("#000000", "#ffffff"), 21);
});

describe("in a browser", () => {
  const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
  // Landmarks and a heading of the first level are what a page has and a mail has not.
  const violations = `axe.run({ rules: Object.fromEntries(
    ["region", "landmark-one-main", "page-has-heading-one"].map((id) => [id, { enabled: false }])) })
    .then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html).join(" ")))`;
  // A folder, to look at every mail.
  const pictures = process.env.MAIL_PICTURES;
  let browser: Browser;
  before(async () => {
    const args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"];
    browser = await chromium.launch({ executablePath: process.env.CHROME_PATH!, args });
    if (pictures) mkdirSync(pictures, { recursive: true });
  });
  after(() => browser.close());

  for (const colorScheme of ["light", "dark"] as const)
    for (const width of [320, 390, 700])
      test(`${colorScheme}, ${width} wide: nothing sticks out, and axe finds nothing`, async () => {
        const page = await browser.newPage({ colorScheme, viewport: { width, height: 700 } });
        const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 72"><rect width="300" height="72" fill="#0f6b5c"/></svg>`;
        await page.route("https://cdn.example/**", (route) =>
          route.fulfill({ contentType: "image/svg+xml", body: svg }),
        );
        for (const [n, kind] of kinds.entries())
          for (const [m, locale] of ["en", "de"].entries()) {
            await page.setContent(write(kind, locale, senders[(n + 2 * m) % senders.length]).html);
            assert.ok((await page.evaluate<number>("document.documentElement.scrollWidth")) <= width, kind);
            // Colours are the same at every width.
            if (width === 390) {
              await page.addScriptTag({ path: axe });
              assert.deepEqual(await page.evaluate<string[]>(violations), [], kind);
            }
            if (pictures)
              await page.screenshot({
                path: `${pictures}/${kind}-${locale}-${width}-${colorScheme}.png`,
                fullPage: true,
              });
          }
        await page.close();
      });
});
