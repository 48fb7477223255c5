import { LocalizeController, registerTranslation } from "@shoelace-style/localize";
import en from "../localization/en.ts";
import type { PortalTranslation } from "../localization/translation.ts";

registerTranslation(en);

// A language is fetched when a page first speaks it, and never blocks what is shown meanwhile.
const languages: Record<string, () => Promise<{ default: PortalTranslation }>> = {
  de: () => import("../localization/de.ts"),
};
const requested = new Set<string>();

// The nearest attribute counts, through shadow roots, as `:lang()` and `:dir()` would have it.
function nearest(element: Element, attribute: "lang" | "dir"): string | null {
  for (let node: Node | null = element; node; node = node.parentNode ?? (node as ShadowRoot).host ?? null) {
    const value = node instanceof Element && node.getAttribute(attribute);
    if (value) return value;
  }
  return null;
}

/** Strings in the language of the nearest `lang`, through every shadow root above. */
export class PortalLocalize extends LocalizeController<PortalTranslation> {
  #lang = "";

  override hostConnected(): void {
    this.#lang = "";
    super.hostConnected();
  }

  override lang(): string {
    return this.#lang || this.refresh();
  }

  override dir(): string {
    return nearest(this.host, "dir") ?? "ltr";
  }

  /** Reads the nearest `lang` again; called once an update, not once a string. */
  refresh(): string {
    const wanted = nearest(this.host, "lang") ?? navigator.language;
    try {
      this.#lang = new Intl.Locale(wanted).toString();
    } catch {
      this.#lang = "en";
    }
    const language = this.#lang.split("-")[0]!.toLowerCase();
    const load = languages[language];
    if (load && !requested.has(language)) {
      requested.add(language);
      load().then(
        (module) => registerTranslation(module.default),
        () => requested.delete(language),
      );
    }
    return this.#lang;
  }
}
