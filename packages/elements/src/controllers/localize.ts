import { LocalizeController, registerTranslation } from "@shoelace-style/localize";
import en from "../localization/en.ts";
import type { PortalStrings, PortalTranslation } from "../localization/translation.ts";

// A language is fetched whole when a page first speaks it, and never blocks what is shown meanwhile.
const languages: Record<string, () => Promise<{ default: PortalTranslation }>> = {
  de: () => import("../localization/de.ts"),
};
const requested = new Set<string>();
const ready = new Set<string>(["en"]);

/** Adds strings; parts of one language join each other. */
export function addStrings(strings: PortalStrings): void {
  // Translation's own type wants every part to be whole; what elements say comes with them.
  registerTranslation(strings as PortalTranslation);
}

addStrings(en);

// The nearest attribute counts, through shadow roots, as `:lang()` and `:dir()` would have it.
function nearestLang(element: Element): string | null {
  for (let node: Node | null = element; node; node = node.parentNode ?? (node as ShadowRoot).host ?? null) {
    const value = node instanceof Element && node.getAttribute("lang");
    if (value) return value;
  }
  return null;
}

/** Strings in the language of the nearest `lang`, through every shadow root above; English until it is there. */
export class PortalLocalize extends LocalizeController<PortalTranslation> {
  #lang = "en";

  override lang(): string {
    return this.#lang;
  }

  /** Reads the nearest `lang` again; called once an update, not once a string. */
  refresh(): void {
    const wanted = nearestLang(this.host) ?? navigator.language;
    const language = wanted.split("-")[0]!.toLowerCase();
    const load = languages[language];
    if (load && !requested.has(language)) {
      requested.add(language);
      load().then(
        (module) => {
          ready.add(language);
          addStrings(module.default);
        },
        () => requested.delete(language),
      );
    }
    this.#lang = ready.has(language) ? wanted : "en";
  }

  /** A string that may not exist, such as the words for an error's code. */
  find(key: string): string | undefined {
    const name = key as keyof PortalTranslation;
    return this.exists(name, {}) ? this.term(name as "errorOther") : undefined;
  }
}
