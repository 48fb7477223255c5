// What people set their device to: less motion, their own colours, more contrast, larger text, wider spacing, a narrow
// window, another language.
import type { PortalElement } from "../src/lib/portal-element.ts";
import { removeLink } from "../src/lib/used-link.ts";
import { contrast, groundOf, painted } from "./colors.ts";
import { emulate, press } from "./devtools.ts";
import { closeLink, openLink } from "./forms.ts";
import { clear, clientWith, deep, deepAll, equal, mount, ok, until } from "./helpers.ts";
import { smallTargets, spoiledText } from "./layout.ts";
import { everything, show, states } from "./states.ts";
import type { State } from "./states.ts";

const page = document.querySelector<HTMLElement>("#page")!;
const root = document.documentElement;

// Those that are there without a word of English to press, and show most.
const common = states.filter(({ state }) =>
  /^(filled|menu|profile|opened|empty|error|signed out|done, with its undo|to an account)$/.test(state),
);

async function each(all: State[], check: (element: PortalElement) => unknown): Promise<void> {
  for (const state of all) {
    if (state.link) openLink(state.link);
    const element = await show(state);
    const told = await check(element);
    equal(told, [], `${state.element}: ${state.state}`);
    removeLink();
    closeLink();
    clear();
  }
}

const at = (width: number, element: PortalElement): PortalElement => {
  page.style.inlineSize = `${width}px`;
  return element;
};

/** The longest that anything takes to change its look, in milliseconds. */
const longest = (elements: Element[]): number =>
  Math.max(
    ...elements.flatMap((each) =>
      ["", "::before", "::after", "::backdrop"].flatMap((pseudo) => {
        const { transitionDuration, animationDuration } = getComputedStyle(each, pseudo);
        return `${transitionDuration},${animationDuration}`
          .split(",")
          .map((time) => (parseFloat(time) || 0) * 1000);
      }),
    ),
  );
const all = (element: Element) => [...deepAll(element, "*"), ...element.querySelectorAll("*")];

afterEach(async () => {
  for (const name of ["style", "lang", "dir"]) page.removeAttribute(name);
  root.removeAttribute("style");
  root.lang = "en";
  clear();
  await emulate();
});

describe("a device that asks for", () => {
  it("less motion gets none, whatever the page's tokens say", async () => {
    root.style.setProperty("--portal-motion", "7s");
    const moving = states.filter(({ state }) =>
      /^(filled|loading|dialog|done, with its undo|menu)$/.test(state),
    );
    let without = 0;
    await each(moving, (element) => ((without = Math.max(without, longest(all(element)))), []));
    ok(without > 5000, "it moves otherwise");
    await emulate({ "prefers-reduced-motion": "reduce" });
    await each(moving, (element) => (longest(all(element)) > 16 ? [longest(all(element))] : []));
  });

  it("its own colours gets them, and still sees what is what", async () => {
    await emulate({ "forced-colors": "active" });
    const element = await mount("portal-dashboard", everything(), {});
    await until(() => deep(element, ".pill.danger"));
    const mark = getComputedStyle(deep(element, ".tab[aria-current] .label")!, "::after").backgroundColor;
    ok(contrast(painted(mark), groundOf(element)) > 3, "the current page");
    for (const pill of deepAll(element, ".pill, .hero, .btn, .ring"))
      equal(getComputedStyle(pill).borderTopStyle, "solid", `edge of ${pill.className}`);
    for (const link of deepAll(element, ".link"))
      ok(getComputedStyle(link).textDecorationLine === "underline");
    const box = deep<HTMLInputElement>(element, "input[type=checkbox]")!;
    box.focus();
    await press("Space");
    await until(() => getComputedStyle(deep(element, ".done .ring svg")!).visibility === "visible");
    const { outlineStyle, outlineColor } = getComputedStyle(deep(element, ".done .ring")!);
    equal(outlineStyle, "solid");
    ok(contrast(painted(outlineColor), groundOf(element)) > 3, "the focus");
    clear();
    const appointments = await mount("portal-appointments");
    const [on, off] = (
      await until(() => deep(appointments, ".visit") && deepAll(appointments, ".seg button"))
    ).map((choice) => getComputedStyle(choice));
    ok(on!.backgroundColor !== off!.backgroundColor, "the choice that is made");
    ok(contrast(painted(on!.color), painted(on!.backgroundColor)) > 4.5, "and its words");
    const login = await mount("portal-login", clientWith({}, { signedOut: true }));
    const input = await until(() => login.querySelector("input"));
    equal(getComputedStyle(input).borderTopStyle, "solid");
  });

  it("more contrast gets text in full ink, and lines that are seen", async () => {
    await emulate({ "prefers-contrast": "more" });
    const element = await mount("portal-dashboard", everything(), { theme: "light" });
    const second = await until(() => deep(element, "[part=hero] .second"));
    equal(getComputedStyle(second).color, getComputedStyle(deep(element, "h2")!).color);
    const edge = getComputedStyle(deep(element, "[part=hero]")!).borderTopColor;
    ok(contrast(painted(edge), groundOf(element)) >= 3);
  });
});

describe("nothing is cut off, lies on another thing or scrolls sideways", () => {
  it("with twice the text size, 640 px wide", async () => {
    root.style.fontSize = "200%";
    await each([...common, ...states.filter(({ state }) => state === "dialog")], (element) =>
      spoiledText(at(640, element)),
    );
  });

  it("with the reader's own spacing, 320 and 1200 px wide", async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }",
    );
    await each(common, async (element) => {
      for (const { shadowRoot } of [element, ...deepAll(element, "*")])
        if (shadowRoot) shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, sheet];
      return [...spoiledText(at(320, element)), ...spoiledText(at(1200, element))];
    });
  });

  for (const language of ["de", "ar"])
    it(`in ${language}, 320 px wide`, async () => {
      root.lang = language;
      const element = await mount("portal-dashboard");
      await until(() => deep(element, ".tab") && deep(element, "nav")!.ariaLabel !== "Customer portal");
      clear();
      root.lang = language;
      await each(common, (shown) => [...spoiledText(at(320, shown)), ...smallTargets(shown)]);
    });
});
