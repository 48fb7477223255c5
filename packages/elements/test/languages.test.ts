import "../src/define/portal-dashboard.ts";
import "../src/define/portal-tasks.ts";
import { preferredLanguage } from "../src/lib/preferred-language.ts";
import { languages } from "../src/localization/languages.ts";
import { english } from "./english.ts";
import type { Words } from "./english.ts";
import { clear, deep, deepAll, equal, eventOf, mount, ok, until } from "./helpers.ts";

// Words that a language shares with English; everything else that is the same was forgotten.
const shared: Record<string, string[]> = {
  de: ["details", "name", "code", "timeInZone", "atDashboard"],
  fr: ["notes", "code", "highPriority"],
  it: ["password"],
  nl: ["details", "code", "timeInZone", "atDashboard"],
};

// Counting is each language's own: some say "one" and "two" in words.
const counting = "openTasksCount";
const values = ["⟦1⟧", "⟦2⟧", "⟦3⟧"];
const say = (key: string, words: Words) =>
  typeof words === "string"
    ? words
    : words(...values.map((value, at) => (key === "invitedToTeam" && at === 2 ? "ADMIN" : value)));

async function wordsOf(language: string): Promise<Record<string, Words>> {
  const { default: translation } = await languages[language]!();
  return translation as unknown as Record<string, Words>;
}

describe("every language", () => {
  for (const language of Object.keys(languages)) {
    it(`${language} says everything, with every value in it, and nothing in English`, async () => {
      const words = await wordsOf(language);
      equal(Object.keys(words).sort(), Object.keys(english).sort(), "keys");
      const forgotten: string[] = [];
      for (const [key, original] of Object.entries(english) as [string, Words][]) {
        const translated = words[key]!;
        equal(
          [typeof translated, translated.length > 0],
          [typeof original, original.length > 0],
          `${key}: kind`,
        );
        if (typeof original === "function") equal(translated.length, original.length, `${key}: values`);
        if (key === counting) continue;
        const [here, there] = [say(key, translated), say(key, original)];
        for (const value of values) equal(here.includes(value), there.includes(value), `${key}: ${value}`);
        ok(here === here.trim() && !/undefined|\[object| {2}/.test(here), `${key}: “${here}”`);
        if (here === there) forgotten.push(key);
      }
      equal(forgotten.sort(), [...(shared[language] ?? [])].sort(), "the same as in English");
    });
  }

  it("counts as its speakers do", async () => {
    const count = async (language: string, numbers: number[]) => {
      const words = (await wordsOf(language))[counting] as (count: number) => string;
      return numbers.map((number) => words(number).replace(/\p{Nd}+/u, "#"));
    };
    equal(await count("pl", [1, 3, 5, 22]), [
      "# pozycja do zrobienia",
      "# pozycje do zrobienia",
      "# pozycji do zrobienia",
      "# pozycje do zrobienia",
    ]);
    equal(new Set(await count("ar", [0, 1, 2, 3, 11])).size, 5);
    equal(new Set(await count("he", [1, 2, 3])).size, 3);
  });

  it("is found among those that a browser asks for, under its old name too", () => {
    const asked = (tags: string[]) => {
      Object.defineProperty(navigator, "languages", { configurable: true, value: tags });
      try {
        return preferredLanguage(Object.keys(languages));
      } finally {
        delete (navigator as { languages?: unknown }).languages;
      }
    };
    equal(asked(["da", "pt-BR", "en"]), "pt-BR");
    equal(asked(["iw-IL"]), "he-IL");
    equal(asked(["en-GB", "fr"]), "en-GB");
    equal(asked(["ru", "uk"]), "en");
  });
});

describe("right to left", () => {
  const page = () => document.querySelector<HTMLElement>("#page")!;
  const direction = (element: Element) => getComputedStyle(element).direction;
  afterEach(() => {
    clear();
    page().removeAttribute("dir");
    document.documentElement.removeAttribute("dir");
    document.documentElement.lang = "en";
  });

  it("follows the language where the page says no more, in what is inside too, and back", async () => {
    document.documentElement.lang = "ar";
    const element = await mount("portal-dashboard");
    await eventOf(element, "portal-ready");
    await until(() => direction(element) === "rtl", "rtl");
    equal(deepAll(element, ".inner").map(direction), ["rtl"]);
    ok(deep(element, "[part=hero]")!.matches(":dir(rtl)"), "as CSS sees it");
    const english = getComputedStyle(deep(element, ".clamp")!);
    equal([english.direction, english.textAlign], ["ltr", "right"], "an English note, read from the left");
    document.documentElement.lang = "de";
    await until(() => direction(element) === "ltr", "ltr");
    ok(!element.hasAttribute("dir"), "nothing left on the element");
  });

  it("believes a page's `dir`, and an element's own language inside one that goes the other way", async () => {
    document.documentElement.lang = "ar";
    page().dir = "ltr";
    const element = await mount("portal-tasks");
    await until(() => deepAll(element, "li").length);
    equal([direction(element), element.hasAttribute("dir")], ["ltr", false]);
    element.lang = "he";
    element.requestUpdate();
    await until(() => direction(element) === "rtl", "rtl");
    element.dir = "ltr";
    element.requestUpdate();
    await element.updateComplete;
    equal(element.dir, "ltr", "the page's word stays");
  });
});
