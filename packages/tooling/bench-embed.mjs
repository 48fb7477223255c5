// `npm run bench:embed`: how long until the first appointment is shown, by the embed and by a page written by hand, in
// one run. `-- --rounds 5` makes it shorter, `-- --neighbours` weighs other packages by the way (four minutes), and
// `-- --keep` does that too and writes it all into docs/src/content/docs/guides/performance.md.
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { load } from "./bench/embed/load.mjs";
import { weighNeighbours } from "./bench/embed/neighbours.mjs";
import { pageNames, writePages } from "./bench/embed/pages.mjs";
import { renderEmbed } from "./bench/embed/report.mjs";
import { keep } from "./bench/report.mjs";
import { browserArgs, findBrowser } from "./browser.mjs";
import { build } from "./build.mjs";
import { PlainError, freePort, main, onStop, say } from "./lib.mjs";
import { serveFolder } from "./static.mjs";
import { startWorker } from "./worker.mjs";

/** @typedef {import("./bench/embed/load.mjs").Load} Load */

const organization = "northwind";
const person = { organization, email: "ada@northwind.example", password: "portico-demo-1" };

const conditions = [
  { name: "plain", cpu: 1, latency: 0 },
  { name: "processor ÷ 4", cpu: 4, latency: 0 },
  { name: "+ 50 ms a request", cpu: 1, latency: 50 },
];

/** What the first appointment may take, beside the page written by hand. */
const limit = 1.25;

const median = (/** @type {number[]} */ values) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** The median of each figure. @returns {Load} */
function medians(/** @type {Load[]} */ loads = []) {
  const of = (/** @type {keyof Load} */ key) => median(loads.map((one) => one[key]));
  return { shown: of("shown"), script: of("script"), shift: of("shift"), requests: of("requests") };
}

/** Signs in on the page's own origin, as a customer would have before; answers what the first appointment is called. */
async function signIn(
  /** @type {import("playwright-core").BrowserContext} */ context,
  /** @type {string} */ url,
  /** @type {string} */ api,
) {
  const page = await context.newPage();
  await page.goto(`${url}/by-hand/portal.css`);
  const title = await page.evaluate(
    async ([api, body]) => {
      const headers = { "Content-Type": "application/json", "X-Requested-With": "portico" };
      const init = { method: "POST", headers, body, credentials: /** @type {const} */ ("include") };
      const { accessToken } = await (await fetch(`${api}/portal/auth/login`, init)).json();
      const answer = await fetch(`${api}/portal/dashboard`, {
        headers: { Authorization: `Bearer ${accessToken}` },
      });
      return (await answer.json()).upcomingAppointments?.[0]?.title;
    },
    /** @type {const} */ ([api, JSON.stringify(person)]),
  );
  await page.close();
  if (!title) throw new PlainError("Nobody could sign in, or there is no appointment to show.");
  return title;
}

/** Loads both pages in turn, so that whatever the machine does meanwhile meets both. */
async function compare(
  /** @type {(name: string, condition: import("./bench/embed/load.mjs").Condition) => Promise<Load>} */ loadPage,
  /** @type {number} */ rounds,
) {
  const rows = [];
  for (const condition of conditions) {
    /** @type {Record<string, Load[]>} */
    const loads = { embed: [], "by-hand": [] };
    for (let round = 0; round <= rounds; round++)
      for (const name of pageNames) {
        const one = await loadPage(name, condition);
        // The first round warms up the Worker and the browser.
        if (round > 0) loads[name]?.push(one);
      }
    const row = { name: condition.name, embed: medians(loads.embed), byHand: medians(loads["by-hand"]) };
    say(`  ${row.name}: ${(row.embed.shown / row.byHand.shown).toFixed(2)} × by hand`);
    rows.push(row);
  }
  return rows;
}

await main(async () => {
  const { values } = parseArgs({
    options: { rounds: { type: "string" }, keep: { type: "boolean" }, neighbours: { type: "boolean" } },
  });
  await build();
  const port = await freePort();
  const exampleOrigin = `http://127.0.0.1:${port}`;
  const worker = await startWorker({ isTemporary: true, isQuiet: true, exampleOrigin });
  const { url } = await serveFolder({ folder: writePages(worker.url, organization), port });
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: browserArgs });
  onStop(() => browser.close());
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, locale: "en-GB" });
  const title = await signIn(context, url, worker.url);
  say("Loading both pages in turn …");
  const rounds = Number(values.rounds ?? 25);
  const rows = await compare(
    (name, condition) => load(context, `${url}/${name}.html`, title, condition),
    rounds,
  );
  if (values.neighbours || values.keep) say("Weighing the neighbours …");
  const weights = values.neighbours || values.keep ? await weighNeighbours() : [];
  const figures = renderEmbed({ rows, rounds, weights });
  say(`\n${figures}`);
  if (values.keep) keep(figures, "bench:embed");
  const slow = rows.filter(({ embed, byHand }) => embed.shown > limit * byHand.shown);
  if (slow.length > 0)
    say(`\nAbove ${limit} × the page written by hand: ${slow.map(({ name }) => name).join(", ")}.`);
  return slow.length > 0 ? 1 : 0;
});
