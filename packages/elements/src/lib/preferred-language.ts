import { toTag } from "../controllers/localize.ts";

/** The first of this browser's languages that is English or among those: what pages of our own are written in. */
export const preferredLanguage = (spoken: string[]): string =>
  navigator.languages.map(toTag).find((tag) => ["en", ...spoken].includes(tag.split("-")[0]!)) ?? "en";
