import "@hono/zod-openapi";
import * as z from "zod";

/** The languages that the portal speaks, by the first part of their tags. */
const languages = ["ar", "de", "en", "es", "fr", "he", "it", "ja", "nl", "pl", "pt", "tr"] as const;

const inEach = <W extends z.ZodType>(word: W) =>
  z.object({ appointments: word, tasks: word, notes: word }).partial();

const example = { en: { appointments: "Sessions", tasks: "Homework" }, de: { appointments: "Stunden" } };

/** An organization's own words, by language. */
export const Terms = z.partialRecord(z.enum(languages), inEach(z.string()).openapi("Terms")).openapi({
  description:
    "What the portal calls appointments, tasks and notes, by language; absent: Portico's own word.",
  example,
});
export type Terms = z.infer<typeof Terms>;

// As it stands in a heading. Characters that nobody sees, or that turn the text around them, are no part of a word.
const word = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .regex(/^[^<>\p{C}\p{Zl}\p{Zp}]*$/u, { error: "must have no control characters and no < or >" })
  .regex(/\p{L}/u, { error: "must have a letter" })
  .nullable()
  .openapi({ type: ["string", "null"], minLength: 1, maxLength: 40 });

/** A change of them, merged in (RFC 7396). */
export const TermsChange = z
  .partialRecord(z.enum(languages), inEach(word).strict().nullable().openapi("TermsChange"))
  .openapi({
    description:
      "By language. What is absent stays; null for a word or a language brings Portico's own back.",
    example,
  });
export type TermsChange = z.infer<typeof TermsChange>;

/** The words after a change (RFC 7396); a language without any is none. */
export function mergeTerms(before: Terms, change: TermsChange): Terms {
  const merged: [string, object][] = [];
  for (const language of languages) {
    const words = change[language] === null ? {} : { ...before[language], ...change[language] };
    const kept = Object.entries(words).filter(([, word]) => word !== null);
    if (kept.length > 0) merged.push([language, Object.fromEntries(kept)]);
  }
  return Object.fromEntries(merged);
}
