import type { ReactiveController } from "lit";
import type { PortalElement } from "../lib/portal-element.ts";
import en from "../localization/en.ts";
import type { PortalStrings, PortalTranslation } from "../localization/translation.ts";

type Key = keyof PortalTranslation;
type Values<K extends Key> = PortalTranslation[K] extends (...values: infer V) => string ? V : [];

const languageOf = (locale: string) => locale.split("-")[0]!;

/** Which way a language is written. */
export const directionOf = (locale: string): "rtl" | "ltr" =>
  /^(ar|he)$/.test(languageOf(locale)) ? "rtl" : "ltr";

const requested = new Set<string>();
const strings: Record<string, Partial<PortalTranslation>> = { en };

// Fetched whole when a page first speaks it, and never blocks what is shown meanwhile.
async function load(language: string): Promise<void> {
  requested.add(language);
  try {
    const { languages } = await import("../localization/languages.ts");
    const module = await languages[language]?.();
    if (!module) return;
    strings[language] = module.default;
    updateHosts();
  } catch {
    requested.delete(language);
  }
}

const hosts = new Set<PortalElement>();
let observer: MutationObserver | undefined;

/** Updates every element on the page: it speaks another language, or the address has another link. */
export function updateHosts(): void {
  for (const host of hosts) host.requestUpdate();
}

/** Adds English strings: they come in parts, each with the elements that say them. */
export function addStrings(more: PortalStrings): void {
  Object.assign(en, more);
}

// The nearest element with one of the attributes, through shadow roots, as `:lang()` would have it.
function nearest(element: Element, attributes: string): Element | undefined {
  for (let node: Node | null = element; node; node = node.parentNode ?? (node as ShadowRoot).host ?? null) {
    if (node instanceof Element && node.matches(attributes)) return node;
  }
  return undefined;
}

/** A tag that `Intl` takes, of what somebody calls a language. */
export function toTag(wanted: string): string {
  try {
    return Intl.getCanonicalLocales(wanted.replaceAll("_", "-"))[0]!;
  } catch {
    return "en";
  }
}

/** Strings in the language of the nearest `lang`, through every shadow root above; English until it is there. */
export class PortalLocalize implements ReactiveController {
  /** Language and formats, as a tag. */
  lang = "en";
  // Set here, so not the page's word.
  #dir = "";

  constructor(private readonly host: PortalElement) {
    host.addController(this);
  }

  hostConnected(): void {
    hosts.add(this.host);
    if (!observer) addEventListener("popstate", updateHosts);
    observer ??= new MutationObserver(updateHosts);
    observer.observe(document.documentElement, { attributeFilter: ["lang", "dir"] });
  }

  hostDisconnected(): void {
    hosts.delete(this.host);
  }

  get #language(): string {
    return languageOf(this.lang);
  }

  /** Reads the nearest `lang` again; called once an update, not once a string. */
  hostUpdate(): void {
    this.#readLanguage();
    this.#setDirection();
  }

  // Whichever of `lang` and `dir` is nearer decides: a page that says how it is written is believed.
  #setDirection(): void {
    const { host } = this;
    if (host.dir === this.#dir) host.removeAttribute("dir");
    const said = nearest(host, "[dir],[lang]");
    const wanted = directionOf(this.lang);
    this.#dir = said?.hasAttribute("dir") || host.matches(`:dir(${wanted})`) ? "" : wanted;
    if (this.#dir) host.dir = this.#dir;
  }

  /** What the page wants to be read in, whether it is spoken here or not. */
  get wanted(): string {
    return toTag(nearest(this.host, "[lang]:not([lang=''])")?.getAttribute("lang") ?? navigator.language);
  }

  #readLanguage(): void {
    this.lang = this.wanted;
    const language = this.#language;
    if (strings[language]) return;
    this.lang = "en";
    if (!requested.has(language)) void load(language);
  }

  /** The words for a key, with its values in them; the organization's own where it has some. */
  term<K extends Key>(key: K, ...values: Values<K>): string {
    const terms = this.host.org?.terms as Record<string, PortalStrings> | undefined;
    const words = terms?.[this.#language]?.[key] ?? strings[this.#language]![key] ?? en[key] ?? key;
    return typeof words === "string" ? words : (words as (...all: unknown[]) => string)(...values);
  }

  /** Words without values that may not exist, such as those for an error's code. */
  find(key: string): string | undefined {
    return strings[this.#language]![key as "errorOther"];
  }
}
