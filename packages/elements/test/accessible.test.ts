// Every element in every state: by every rule of axe, on a phone and on a desk; each look in every theme, light and dark,
// by its contrast.
import { removeLink } from "../src/lib/used-link.ts";
import { views } from "../src/lib/views.ts";
import { groundOf, saying } from "./colors.ts";
import { closeLink, openLink } from "./forms.ts";
import { clear, deepAll, equal, violations } from "./helpers.ts";
import { brokenOutline, smallTargets, spoiledText, unexplained } from "./layout.ts";
import { show, states } from "./states.ts";

const page = document.querySelector<HTMLElement>("#page")!;
const themes = ["calm", "ledger", "hearth"];
const looks = ["", ...themes].flatMap((theme) => ["light", "dark"].map((scheme) => [theme, scheme] as const));

/** The three themes at once, each for its class alone. */
async function addThemes(): Promise<HTMLStyleElement> {
  const sheet = document.createElement("style");
  const texts = themes.map(async (theme) => {
    const answer = await fetch(`/packages/elements/src/themes/${theme}.css`);
    return (await answer.text()).replace(":root,", "");
  });
  sheet.textContent = (await Promise.all(texts)).join("");
  return document.head.appendChild(sheet);
}

const seen = new Set<string>();

/** Whether something is said here as in no state before: by other words of the style sheet, or in another colour. */
function isNew(element: HTMLElement): boolean {
  const { size } = seen;
  for (const text of saying([...deepAll(element, "*")])) {
    const { color, fontSize, fontWeight } = getComputedStyle(text);
    seen.add([text.localName, text.className, color, groundOf(text), fontSize, fontWeight].join(" "));
  }
  return seen.size > size;
}

describe("every state of every element", () => {
  const parts: Record<string, Set<string>> = {};
  let sheet: HTMLStyleElement;

  before(async () => {
    document.documentElement.style.setProperty("--portal-motion", "0s");
    sheet = await addThemes();
  });
  afterEach(() => {
    removeLink();
    closeLink();
    clear();
    for (const name of ["class", "style"]) page.removeAttribute(name);
  });
  after(() => {
    document.documentElement.removeAttribute("style");
    sheet.remove();
  });

  for (const state of states)
    it(`${state.element}: ${state.state}`, async () => {
      if (state.link) openLink(state.link);
      const element = await show(state);
      const shown = (parts[state.element] ??= new Set());
      for (const part of deepAll(element, "[part]")) for (const name of part.part) shown.add(name);
      equal(await violations(element), []);
      equal([...brokenOutline(element), ...unexplained(element)], []);
      for (const width of ["320px", "1200px"]) {
        page.style.inlineSize = width;
        equal([...spoiledText(element), ...smallTargets(element)], [], width);
      }
      page.removeAttribute("style");
      if (!isNew(element)) return;
      for (const [theme, scheme] of looks) {
        page.className = theme && `portal-theme-${theme}`;
        element.setAttribute("theme", scheme);
        equal(await violations(element, ["color-contrast"]), [], `${theme} ${scheme}`);
      }
    });

  it("is all there: every element, and everything that an element is documented to show", async () => {
    const manifest = (await (await fetch("/packages/elements/custom-elements.json")).json()) as {
      modules: { declarations: [{ tagName: string; cssParts: { name: string }[] }] }[];
    };
    const documented = manifest.modules.map(({ declarations: [element] }) => element);
    const elements = new Set([
      "portal-finder",
      ...documented.map(({ tagName }) => tagName),
      ...views.map((view) => `portal-${view}`),
    ]);
    equal(Object.keys(parts).sort(), [...elements].sort(), "elements");
    // The dashboard's are those of its pages, which have their states themselves.
    parts["portal-dashboard"] = new Set(Object.values(parts).flatMap((names) => [...names]));
    for (const { tagName, cssParts } of documented)
      equal(
        cssParts.map(({ name }) => name).filter((name) => !parts[tagName]!.has(name)),
        [],
        `parts of ${tagName} that no state shows`,
      );
  });
});
