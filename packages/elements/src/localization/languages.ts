import type { PortalTranslation } from "./translation.ts";

/** The languages beside English, by the first part of their tags: a chunk each, and this list one that English never loads. */
export const languages: Record<string, () => Promise<{ default: PortalTranslation }>> = {
  ar: () => import("./ar.ts"),
  de: () => import("./de.ts"),
  es: () => import("./es.ts"),
  fr: () => import("./fr.ts"),
  he: () => import("./he.ts"),
  it: () => import("./it.ts"),
  ja: () => import("./ja.ts"),
  nl: () => import("./nl.ts"),
  pl: () => import("./pl.ts"),
  pt: () => import("./pt.ts"),
  tr: () => import("./tr.ts"),
};
