import { emulateMedia } from "@web/test-runner-commands";
import "../src/define/portal-appointments.ts";
import "../src/define/portal-dashboard.ts";
import "../src/define/portal-invitation.ts";
import "../src/define/portal-login.ts";
import "../src/define/portal-notes.ts";
import "../src/define/portal-overview.ts";
import "../src/define/portal-profile.ts";
import "../src/define/portal-register.ts";
import "../src/define/portal-tasks.ts";
import type { PortalClient } from "@portico/client";
import type { PortalElement } from "../src/lib/portal-element.ts";
import { contrast, groundOf, painted, saying } from "./colors.ts";
import { clear, clientWith, deep, deepAll, equal, mount, ok, until } from "./helpers.ts";

const nasty = ["#ffe600", "#fdfdf5", "#0a0a0a", "#0000ff", "#00ffff", "#808080", "#ffc9d6", "#0f6b5c"];
const themes = ["calm", "ledger", "hearth"];
const source = "/packages/elements/src/themes";

/** The demo with one task overdue: every colour is on the page. */
function everything(): PortalClient {
  const demo = clientWith();
  return clientWith({
    async getDashboard(...args: Parameters<PortalClient["getDashboard"]>) {
      const dashboard = await demo.getDashboard(...args);
      const [first, second, ...others] = dashboard.openTasks;
      return { ...dashboard, openTasks: [first!, { ...second!, dueAt: "2020-01-01T12:00:00Z" }, ...others] };
    },
  });
}

async function link(theme: string): Promise<HTMLLinkElement> {
  const sheet = Object.assign(document.createElement("link"), {
    rel: "stylesheet",
    href: `${source}/${theme}.css`,
  });
  const there = new Promise((resolve) => sheet.addEventListener("load", resolve));
  document.head.append(sheet);
  await there;
  return sheet;
}

const primary = (element: Element) => deep(element, ".btn.primary")!;
const filled = (element: Element) => painted(getComputedStyle(primary(element)).backgroundColor);
const near = (one: number[], other: number[]) => one.every((value, at) => Math.abs(value - other[at]!) <= 3);

/** Pairs of tokens that lie on each other somewhere, also where this page does not show it. */
const pairs = [
  ["on-accent", "accent-fill"],
  ["on-accent", "accent-hover"],
  ...["accent-soft", "paper", "raised"].map((ground) => ["accent-ink", ground]),
  ...["danger-soft", "paper", "raised"].map((ground) => ["danger", ground]),
  ...["warning-soft", "paper", "raised"].map((ground) => ["warning", ground]),
  ...["ink", "ink-2"].flatMap((ink) => ["sunken", "paper", "raised"].map((ground) => [ink, ground])),
];

/** The pairs that are read too badly, of the tokens and of what is shown. */
function illegible(elements: PortalElement[], probe: HTMLElement): string[] {
  const told: string[] = [];
  const hold = (least: number, what: string, ratio: number) => {
    if (ratio < least) told.push(`${what} ${ratio.toFixed(2)}`);
  };
  for (const [ink, ground] of pairs) {
    probe.style.cssText = `color:var(--_${ink});background:var(--_${ground})`;
    const { color, backgroundColor } = getComputedStyle(probe);
    hold(4.5, `${ink} on ${ground}`, contrast(painted(color), painted(backgroundColor)));
  }
  for (const element of elements) {
    for (const text of saying([...deepAll(element, "*"), ...element.querySelectorAll<HTMLElement>("*")]))
      hold(
        4.5,
        `${element.localName} “${text.textContent!.trim().slice(0, 30)}”`,
        contrast(painted(getComputedStyle(text).color), groundOf(text)),
      );
    const controls = [
      ...deepAll(element, ".ring, .btn.primary"),
      ...element.querySelectorAll<HTMLElement>("input, button"),
    ];
    for (const control of controls) {
      const around = groundOf(control.assignedSlot ?? control.parentElement);
      hold(
        3,
        `${control.localName}.${control.className}`,
        contrast(painted(getComputedStyle(control).borderTopColor), around),
      );
    }
  }
  return told;
}

/** What a token may change, of an element and everything in it. */
function look(element: Element): string {
  const properties = [
    "color",
    "backgroundColor",
    "borderTopColor",
    "borderTopWidth",
    "borderTopLeftRadius",
    "boxShadow",
    "fontFamily",
    "fontWeight",
    "minBlockSize",
    "paddingInlineEnd",
    "transitionDuration",
  ] as const;
  const of = (style: CSSStyleDeclaration) => properties.map((name) => style[name]).join();
  return [element, ...deepAll(element, "*")]
    .map((each) => `${of(getComputedStyle(each))} ${getComputedStyle(each, "::after").blockSize}`)
    .join("\n");
}

/** What tells that an element has loaded all that its tokens change. */
const shownBy: Record<string, string> = { "portal-dashboard": ".tile", "portal-profile": "portal-account" };

const exampleOf = ({ name, description }: { name: string; description: string }): string => {
  if (description.includes("a length")) return "37px";
  if (description.includes("a number")) return "330";
  if (description.includes("a time")) return "7s";
  if (name.includes("font")) return "Courier";
  return name.endsWith("shadow") ? "1px 2px 3px red" : "#37a";
};

const { body, documentElement: root } = document;

// What fades is measured while it fades.
beforeEach(() => root.style.setProperty("--portal-motion", "0s"));
afterEach(() => {
  clear();
  for (const one of [root, body]) for (const name of ["style", "class"]) one.removeAttribute(name);
});

describe("theming", () => {
  afterEach(async () => {
    clear();
    await emulateMedia({ colorScheme: "light" });
  });

  for (const theme of themes)
    it(`${theme} is read well in any accent, light and dark`, async () => {
      const sheet = await link(theme);
      const elements: PortalElement[] = [
        await mount("portal-dashboard", everything()),
        await mount("portal-appointments"),
        await mount("portal-login", clientWith({}, { signedOut: true })),
      ];
      const [dashboard, appointments, login] = elements as [PortalElement, PortalElement, PortalElement];
      await until(
        () => deep(dashboard, ".tile") && deep(appointments, ".visit") && login.querySelector("input"),
      );
      const probe = document.createElement("span");
      deep(dashboard, "portal-overview")!.shadowRoot!.append(probe);
      for (const scheme of ["light", "dark"])
        for (const accent of ["", ...nasty]) {
          for (const element of elements) {
            element.setAttribute("theme", scheme);
            element.style.setProperty("--portal-accent", accent);
          }
          equal(illegible(elements, probe), [], `${theme}, ${scheme}, ${accent || "its own accent"}`);
        }
      sheet.remove();
    });

  it("has no token that changes nothing", async () => {
    const manifest = (await (await fetch("/packages/elements/custom-elements.json")).json()) as {
      modules: {
        declarations: [{ tagName: string; cssProperties: { name: string; description: string }[] }];
      }[];
    };
    const tested = new Set<string>();
    const idle: string[] = [];
    const elements = manifest.modules.map(({ declarations: [element] }) => element);
    // The dashboard has nearly all of them.
    elements.sort((one, other) => other.cssProperties.length - one.cssProperties.length);
    for (const { tagName, cssProperties } of elements) {
      const left = cssProperties.filter(({ name }) => !tested.has(name));
      if (!left.length) continue;
      const element = await mount(tagName as "portal-dashboard", everything(), { theme: "light" });
      await until(() => deep(element, shownBy[tagName] ?? "h2, .card"), tagName);
      for (const token of left) {
        const before = look(element);
        element.style.setProperty(token.name, exampleOf(token));
        if (look(element) === before) idle.push(token.name);
        element.removeAttribute("style");
        tested.add(token.name);
      }
      clear();
    }
    ok(tested.size > 30);
    equal(idle, []);
  });

  it("system is as the device, light and dark are as they say", async () => {
    const element = await mount("portal-dashboard", everything(), { theme: "system" });
    const isDark = () => contrast(painted(getComputedStyle(element).backgroundColor), [0, 0, 0, 1]) < 3;
    equal(isDark(), false);
    await emulateMedia({ colorScheme: "dark" });
    equal(isDark(), true);
    element.theme = "light";
    await element.updateComplete;
    equal(isDark(), false);
  });

  it("the parts of its pages and forms are reached through the dashboard", async () => {
    const sheet = document.createElement("style");
    const inside = ["heading", "hero", "date", "button", "primary", "list", "task", "pill", "note"];
    sheet.textContent = ["tab", ...inside]
      .map((name) => `portal-dashboard::part(${name}){outline-color:rgb(1, 2, 3)}`)
      .join("");
    document.head.append(sheet);
    const element = await mount("portal-dashboard", everything());
    await until(() => deep(element, ".tile"));
    for (const name of ["tab", ...inside])
      equal(getComputedStyle(deep(element, `[part~="${name}"]`)!).outlineColor, "rgb(1, 2, 3)", name);
    sheet.remove();
  });

  it("a theme's accent gives way to the organization's, and that to the page's", async () => {
    const sheet = await link("hearth");
    const branded = clientWith({}, { organization: { branding: { accentColor: "#3355aa", logoUrl: null } } });
    const plain = await mount("portal-overview", clientWith(), { theme: "light" });
    const ours = await mount("portal-overview", branded, { theme: "light" });
    await until(() => primary(plain) && primary(ours));
    ok(near(filled(plain), [168, 69, 43, 1]), "the theme's");
    ok(near(filled(ours), [51, 85, 170, 1]), "the organization's");
    root.style.setProperty("--portal-accent", "#116611");
    ok(near(filled(ours), [17, 102, 17, 1]), "the page's");
    sheet.remove();
  });
});

describe('theme="auto"', () => {
  let element: PortalElement;
  const scheme = () => getComputedStyle(element).colorScheme;
  const shown = async () => {
    element = await mount("portal-overview", everything(), { theme: "auto" });
    await until(() => primary(element) && /^(light|dark)$/.test(scheme()), "the page's look");
  };
  const legible = () =>
    saying(deepAll(element, "*"))
      .filter((text) => contrast(painted(getComputedStyle(text).color), groundOf(text)) < 4.5)
      .map((text) => text.textContent!.trim());

  afterEach(() => document.querySelector("#host")?.remove());

  it("is dark on a dark page, stands on its ground, and follows it", async () => {
    body.style.background = "#1e293b";
    await shown();
    equal(scheme(), "dark");
    equal(getComputedStyle(element).backgroundColor, "rgba(0, 0, 0, 0)");
    equal(legible(), []);
    body.style.background = "#fbf5ec";
    await until(() => scheme() === "light", "the page's day");
    equal(legible(), []);
    // Between the two, and on a picture, nothing of ours could be read: it brings its own paper.
    body.style.background = "#808080";
    await until(() => getComputedStyle(element).backgroundColor !== "rgba(0, 0, 0, 0)", "a paper");
    equal(legible(), []);
    body.style.background = "linear-gradient(#000, #fff)";
    await until(() => getComputedStyle(element).backgroundColor === "rgb(255, 255, 255)", "white paper");
    element.theme = "dark";
    await until(() => scheme() === "dark", "what it says itself");
  });

  it("takes the page's accent, the nearest and surest first, and what it says itself before all", async () => {
    const host = Object.assign(document.createElement("div"), { id: "host" });
    host.innerHTML = `<style>#host a { color: #8a2be2 } #host button { background: #c2410c }</style>
      <a href="#x">A link</a>`;
    body.append(host);
    await shown();
    await until(() => near(filled(element), [138, 43, 226, 1]), "the links' colour");
    host.innerHTML += `<button type="submit">A button</button>`;
    root.className = "changed";
    await until(() => near(filled(element), [194, 65, 12, 1]), "the button's colour");
    root.style.setProperty("--primary", "222 47% 11%");
    await until(() => near(filled(element), [15, 23, 41, 1]), "bare numbers");
    root.style.setProperty("--bs-primary", "#0d6efd");
    await until(() => near(filled(element), [13, 110, 253, 1]), "Bootstrap's colour");
    root.style.accentColor = "#ffe600";
    await until(() => near(filled(element), [255, 230, 0, 1]), "accent-color");
    equal(legible(), [], "corrected");
    root.style.setProperty("--portal-accent", "#0f6b5c");
    await until(() => near(filled(element), [15, 107, 92, 1]), "the page's own word");
    equal(element.getAttribute("style"), null, "nothing is written into the page");
  });

  it("waits for a page that fades, and forgets one that it has left", async () => {
    body.style.transition = "background-color 60ms";
    body.style.background = "#ffffff";
    await shown();
    body.style.background = "#000000";
    await until(() => scheme() === "dark", "the end of the fade");
    const box = document.createElement("div");
    box.style.background = "#ffffff";
    body.append(box);
    box.append(element);
    equal(scheme(), "light", "at once where it is moved to");
    box.remove();
  });
});
