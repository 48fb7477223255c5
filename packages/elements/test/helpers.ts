import { PortalError } from "@portico/client";
import type { PortalClient, PortalErrorCode } from "@portico/client";
import "axe-core/axe.min.js";
import type { AxeResults } from "axe-core";
import { createDemoClient } from "../src/demo/demo-client.ts";
import type { DemoOptions } from "../src/demo/demo-client.ts";
import type { PortalElement } from "../src/lib/portal-element.ts";

/** Fails with both values where they differ. */
export function equal(actual: unknown, expected: unknown, message = "values differ"): void {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== b) throw new Error(`${message}: got ${a}, wanted ${b}`);
}

/** Fails unless the value is truthy. */
export function ok(value: unknown, message = "not true"): asserts value {
  if (!value) throw new Error(message);
}

/** Fails unless the text contains the words. */
export function contains(text: string | null | undefined, words: string): void {
  if (!text?.replace(/\s+/g, " ").includes(words)) throw new Error(`“${words}” is not in “${text?.trim()}”`);
}

/** Waits until the function returns something truthy. */
export async function until<T>(read: () => T, what = "it", timeout = 4000): Promise<NonNullable<T>> {
  const end = performance.now() + timeout;
  for (;;) {
    const value = read();
    if (value) return value as NonNullable<T>;
    if (performance.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** The demo's client, some methods replaced. */
export const clientWith = (replaced: Partial<PortalClient> = {}, options: DemoOptions = {}): PortalClient => {
  const client = createDemoClient({ latency: 5, ...options });
  return Object.defineProperties(client, Object.getOwnPropertyDescriptors(replaced));
};

/** A call that is refused with a code. */
export const refusing =
  (code: PortalErrorCode, more: object = {}) =>
  () =>
    Promise.reject(new PortalError({ code, status: 400, requestId: "req_1", ...more }));

/** A call that never answers. */
export const pending = () => new Promise<never>(() => {});

// The script is no module: it leaves itself on the window.
const { axe } = globalThis as unknown as {
  axe: { run(node: Element, options: object): Promise<AxeResults> };
};

const page = () => document.querySelector<HTMLElement>("#page")!;

/** Puts an element on the page with a client and waits for its first render. */
export async function mount<K extends keyof HTMLElementTagNameMap>(
  name: K,
  client: PortalClient | undefined = clientWith(),
  attributes: Record<string, string> = {},
): Promise<HTMLElementTagNameMap[K] & PortalElement> {
  const element = document.createElement(name) as HTMLElementTagNameMap[K] & PortalElement;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  if (client) element.client = client;
  page().append(element);
  await element.updateComplete;
  return element;
}

/** Empties the page. */
export function clear(): void {
  page().replaceChildren();
  page().removeAttribute("lang");
  document.documentElement.style.colorScheme = "";
}

/** Everything in an element that a selector finds, through shadow roots. */
export function deepAll<T extends Element = HTMLElement>(root: Element | ShadowRoot, selector: string): T[] {
  const found: T[] = [];
  const visit = (node: Element | ShadowRoot) => {
    for (const element of node.querySelectorAll("*")) {
      if (element.matches(selector)) found.push(element as T);
      if (element.shadowRoot) visit(element.shadowRoot);
    }
  };
  if (root instanceof Element && root.shadowRoot) visit(root.shadowRoot);
  visit(root);
  return found;
}

/** The first of them. */
export const deep = <T extends Element = HTMLElement>(root: Element, selector: string): T | undefined =>
  deepAll<T>(root, selector)[0];

/** A control by the words on it. */
export const button = (root: Element, words: string): HTMLElement | undefined =>
  deepAll(root, "button, a").find((item) => `${item.textContent} ${item.ariaLabel ?? ""}`.includes(words));

/** What has the focus, however many shadow roots deep. */
export function focused(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

/** The next event of a name. */
export const eventOf = <K extends keyof WindowEventMap>(target: EventTarget, name: K) =>
  new Promise<WindowEventMap[K]>((resolve) =>
    target.addEventListener(name, (event) => resolve(event as WindowEventMap[K]), {
      once: true,
    }),
  );

const everyRule = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  rules: { region: { enabled: false }, "page-has-heading-one": { enabled: false } },
};

/** What axe has against an element, by every rule that counts inside a page, or by some alone. */
export async function violations(element: Element, rules?: string[]): Promise<string[]> {
  const found = await axe.run(element, {
    ...(rules ? { runOnly: rules } : everyRule),
    resultTypes: ["violations"],
  });
  return found.violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map((node) => `${node.target.join(" ")} ${node.failureSummary}`).join("; ")}`,
  );
}

/** Fails on any accessibility violation, in light and in dark. */
export async function accessible(element: HTMLElement): Promise<void> {
  // What fades is measured while it fades.
  element.style.setProperty("--portal-motion", "0s");
  for (const theme of ["light", "dark"]) {
    element.setAttribute("theme", theme);
    equal(await violations(element), [], theme);
  }
}
