// An organization's own words for appointments, tasks and notes. What somebody else chooses cannot be inflected, so no
// sentence of ours may name one of the three: where the words of a language are said, they are the organization's.
import "../src/define/portal-appointments.ts";
import "../src/define/portal-dashboard.ts";
import type { PortalClient, Terms } from "@portico/client";
import { languages } from "../src/localization/languages.ts";
import { disguisedClient, said } from "./disguise.ts";
import { english } from "./english.ts";
import type { Words } from "./english.ts";
import { clear, clientWith, deep, deepAll, equal, mount, ok, pending, refusing, until } from "./helpers.ts";

const nouns = ["appointments", "tasks", "notes"] as const;
const own = { appointments: "Qalpha", tasks: "Qbeta", notes: "Qgamma" };

/** How the three begin in each language, in any form; Arabic and Hebrew write other words onto them. */
const stems: Record<string, string> = {
  ar: "موعد|مواعيد|مهمة|مهمت|مهام|ملاحظ",
  de: "termin|aufgabe|notiz",
  en: "appointment|task|notes?(?!\\p{L})",
  es: "cita|tarea|notas?(?!\\p{L})",
  fr: "rendez-vous|tâche|notes?(?!\\p{L})",
  he: "פגיש|משימ|הער[הו]",
  it: "appuntament|attività|not[ae](?!\\p{L})",
  ja: "予約|タスク|メモ",
  nl: "afspra|ta(?:ak|ken)(?!\\p{L})|notitie",
  pl: "wizyt|zada[nń]|notat",
  pt: "agendament|tarefa|notas?(?!\\p{L})",
  tr: "randevu|görev|not(?:lar\\p{L}*)?(?!\\p{L})",
};
const standard = (language: string) =>
  new RegExp(`${/ar|he|ja/.test(language) ? "" : "(?<!\\p{L})"}(?:${stems[language]!})`, "iu");

const stringsOf = async (language: string) =>
  (language === "en" ? english : (await languages[language]!()).default) as unknown as Record<string, Words>;
const everywhere = (terms: Terms["en"]): Terms =>
  Object.fromEntries(Object.keys(stems).map((language) => [language, terms]));

/** Something on a page of the portal, once that is shown. */
const on = (dashboard: Element, view: string, selector: string) =>
  until(() => {
    const page = deep(dashboard, `portal-${view}`);
    return page && deep(page, selector);
  }, `${view}: ${selector}`);

/** Fails where the element says one of the three in Portico's own words. */
function saysNone(element: Element, language: string): string[] {
  const all = said(element);
  equal(
    all.filter((text) => standard(language).test(text)),
    [],
    `${language}: Portico's word`,
  );
  return all;
}

describe("an organization's own words", () => {
  afterEach(() => {
    document.documentElement.lang = "en";
    clear();
  });

  it("are known for every language of the portal", () =>
    equal(Object.keys(stems).sort(), [...Object.keys(languages), "en"].sort()));

  for (const language of Object.keys(stems)) {
    it(`can stand for Portico's in ${language}: no sentence names one of the three`, async () => {
      const strings = await stringsOf(language);
      for (const noun of nouns) ok(standard(language).test(strings[noun] as string), `${language}: ${noun}`);
      const naming = Object.entries(strings).filter(([key, words]) => {
        if (nouns.includes(key as "tasks")) return false;
        const counts = typeof words === "string" ? [""] : [0, 1, 2, 3, 11, 100];
        return counts.some((count) =>
          standard(language).test(
            typeof words === "string" ? words : words(count, count, key === "invitedToTeam" ? "ADMIN" : 1),
          ),
        );
      });
      equal(
        naming.map(([key]) => key),
        [],
        "sentences that name one",
      );
    });

    it(`are shown in ${language}, on every page`, async () => {
      document.documentElement.lang = language;
      const dashboard = await mount("portal-dashboard", disguisedClient({}, false, everywhere(own)));
      const strings = await stringsOf(language);
      await until(() => deep(dashboard, "nav")?.ariaLabel === strings.portal, language);
      await until(() => deep(dashboard, "[part=hero]"));
      const overview = saysNone(dashboard, language);
      // In the navigation, and the tasks and notes above their part of the overview and on the way to all of them.
      for (const [noun, count] of [
        ["appointments", 1],
        ["tasks", 3],
        ["notes", 3],
      ] as const)
        equal(overview.filter((text) => text.includes(own[noun])).length, count, `${language}: ${noun}`);
      for (const view of nouns) {
        dashboard.navigateTo({ view });
        const heading = await on(dashboard, view, "h2");
        equal(heading.textContent, own[view]);
        await on(dashboard, view, "li");
        saysNone(dashboard, language);
      }
    });
  }

  it("are shown where there is nothing, where it failed and where it loads", async () => {
    document.documentElement.lang = "de";
    const none = async () => ({ items: [], nextCursor: null });
    const refused = refusing("UNAVAILABLE");
    const states: Partial<PortalClient>[] = [none, refused, pending].map((list) => ({
      listAppointments: list,
      listTasks: list,
      listNotes: list,
    }));
    for (const [at, state] of states.entries()) {
      const dashboard = await mount("portal-dashboard", disguisedClient(state, false, everywhere(own)));
      await until(() => deep(dashboard, ".tab"));
      for (const view of nouns) {
        dashboard.navigateTo({ view });
        const part = ["[part=empty]", "[part=error]", ".skeleton"][at]!;
        await on(dashboard, view, part);
        const all = saysNone(dashboard, "de");
        if (at === 1)
          ok(
            all.some((text) => text.startsWith(`${own[view]}: `)),
            `${view}: what failed`,
          );
      }
      clear();
    }
  });

  it("never come after Portico's", async () => {
    await languages.de!();
    document.documentElement.lang = "de";
    const element = document.createElement("portal-appointments");
    element.client = clientWith({}, { organization: { terms: { de: own } } });
    const headings = new Set<string>();
    const look = () => deepAll(element, "h2").forEach((heading) => headings.add(heading.textContent!.trim()));
    document.querySelector("#page")!.append(element);
    await element.updateComplete;
    new MutationObserver(look).observe(element.shadowRoot!, {
      childList: true,
      subtree: true,
      characterData: true,
    });
    look();
    await until(() => deep(element, "li"));
    equal([...headings], [own.appointments]);
  });

  it("are those of the language that is spoken, and Portico's where there are none", async () => {
    const client = clientWith({}, { organization: { terms: { de: { tasks: "Hausaufgaben" } } } });
    const dashboard = await mount("portal-dashboard", client);
    const tabs = () => deepAll(dashboard, ".tab .label").map((tab) => tab.textContent!.trim());
    const shows = (...wanted: string[]) =>
      until(() => wanted.every((word) => tabs().some((tab) => tab.startsWith(word))), wanted.join());
    await shows("Appointments", "Tasks", "Notes");
    document.documentElement.lang = "de-AT";
    await shows("Termine", "Hausaufgaben", "Notizen");
    document.documentElement.lang = "en";
    await shows("Appointments", "Tasks", "Notes");
  });
});
