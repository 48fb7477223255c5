import type { ReactiveController } from "lit";
import type { PortalElement } from "../lib/portal-element.ts";
import en from "../localization/en.ts";
import type { PortalStrings, PortalTranslation } from "../localization/translation.ts";

type Key = keyof PortalTranslation;
type Values<K extends Key> = PortalTranslation[K] extends (...values: infer V) => string ? V : [];

// A language is fetched whole when a page first speaks it, and never blocks what is shown meanwhile.
const languages: Record<string, () => Promise<{ default: PortalTranslation }>> = {
  de: () => import("../localization/de.ts"),
};
/** The first language of this browser's that there are strings in: what pages of our own are written in. */
export const preferredLanguage = (): string =>
  navigator.languages.find((tag) => /^en\b/i.test(tag) || tag.split("-")[0]! in languages) ?? "en";

const requested = new Set<string>();
const strings: Record<string, Partial<PortalTranslation>> = { en };

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

// The nearest attribute counts, through shadow roots, as `:lang()` would have it.
function nearestLang(element: Element): string | null {
  for (let node: Node | null = element; node; node = node.parentNode ?? (node as ShadowRoot).host ?? null) {
    const value = node instanceof Element && node.getAttribute("lang");
    if (value) return value;
  }
  return null;
}

// What a page calls its language is not always a tag that `Intl` takes.
function tag(wanted: string): string {
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

  constructor(private readonly host: PortalElement) {
    host.addController(this);
  }

  hostConnected(): void {
    hosts.add(this.host);
    if (!observer) addEventListener("hashchange", updateHosts);
    observer ??= new MutationObserver(updateHosts);
    observer.observe(document.documentElement, { attributeFilter: ["lang"] });
  }

  hostDisconnected(): void {
    hosts.delete(this.host);
  }

  get #language(): string {
    return this.lang.split("-")[0]!;
  }

  /** Reads the nearest `lang` again; called once an update, not once a string. */
  hostUpdate(): void {
    this.lang = tag(nearestLang(this.host) ?? navigator.language);
    const language = this.#language;
    if (strings[language]) return;
    this.lang = "en";
    const load = languages[language];
    if (!load || requested.has(language)) return;
    requested.add(language);
    load().then(
      (module) => {
        strings[language] = module.default;
        updateHosts();
      },
      () => requested.delete(language),
    );
  }

  /** The words for a key, with its values in them. */
  term<K extends Key>(key: K, ...values: Values<K>): string {
    const words = strings[this.#language]![key] ?? en[key] ?? key;
    return typeof words === "string" ? words : (words as (...all: unknown[]) => string)(...values);
  }

  /** Words without values that may not exist, such as those for an error's code. */
  find(key: string): string | undefined {
    return strings[this.#language]![key as "errorOther"];
  }
}
