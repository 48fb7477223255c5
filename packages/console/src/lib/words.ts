import { updateHosts } from "@portico/elements/internal/controllers/localize.ts";
import type { PortalElement } from "@portico/elements/internal/lib/portal-element.ts";

type Words = object;

/**
 * The words of a page: English with the page, any other language fetched when somebody first reads it in that.
 * Say `const words = customerWords(this)` in what renders.
 */
export function words<T extends Words>(
  english: T,
  others: Record<string, () => Promise<{ default: T }>>,
): (host: Pick<PortalElement, "localize">) => T {
  const known: Record<string, T> = { en: english };
  const requested = new Set<string>();
  return ({ localize }) => {
    const language = localize.lang.split("-")[0]!;
    const load = others[language];
    if (!known[language] && load && !requested.has(language)) {
      requested.add(language);
      load().then(
        (module) => {
          known[language] = module.default;
          updateHosts();
        },
        () => requested.delete(language),
      );
    }
    return known[language] ?? english;
  };
}
