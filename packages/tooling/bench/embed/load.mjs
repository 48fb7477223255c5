/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
// One load of a page in Chromium: when the first appointment is on the screen, what its scripts cost, what moved.

/** @typedef {{ shown: number, script: number, shift: number, requests: number }} Load */
/** @typedef {{ name: string, cpu: number, latency: number }} Condition */

/** In the page: notes when a first heading of an appointment has been painted, wherever it stands. */
function watch(/** @type {string} */ title) {
  /** @type {{ shift: number, shown?: number }} */
  const seen = { shift: 0 };
  Object.assign(globalThis, { bench: seen });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.shift += /** @type {any} */ (entry).value;
  }).observe({ type: "layout-shift", buffered: true });
  /** @type {(root: ParentNode) => boolean} */
  const has = (root) =>
    [...root.querySelectorAll("h3")].some((heading) => heading.textContent === title) ||
    [...root.querySelectorAll("*")].some((element) => element.shadowRoot && has(element.shadowRoot));
  const look = () => {
    if (!has(document)) return requestAnimationFrame(look);
    // A frame later what was found in this one is on the screen.
    return requestAnimationFrame((now) => (seen.shown = now));
  };
  requestAnimationFrame(look);
}

/**
 * Loads a page with an empty cache and measures it.
 * @param {import("playwright-core").BrowserContext} context
 * @param {string} url
 * @param {string} title What the first appointment is called.
 * @param {Condition} condition
 * @returns {Promise<Load>}
 */
export async function load(context, url, title, condition) {
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send("Network.enable");
  await cdp.send("Network.setCacheDisabled", { cacheDisabled: true });
  await cdp.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: condition.latency,
    downloadThroughput: -1,
    uploadThroughput: -1,
  });
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: condition.cpu });
  await cdp.send("Performance.enable");
  let requests = 0;
  cdp.on("Network.requestWillBeSent", () => requests++);
  await page.addInitScript(watch, title);
  await page.goto(url);
  await page.waitForFunction(() => /** @type {any} */ (globalThis).bench.shown !== undefined);
  const { shown, shift } = await page.evaluate(() => /** @type {any} */ (globalThis).bench);
  const { metrics } = await cdp.send("Performance.getMetrics");
  const script = 1000 * (metrics.find(({ name }) => name === "ScriptDuration")?.value ?? NaN);
  await page.close();
  return { shown, script, shift, requests };
}
