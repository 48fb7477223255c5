// theme="auto": an element takes the look of the page that it is on. Loaded only where an element asks for it.
import type { ReactiveController } from "lit";
import { accentOf } from "./fit-accent.ts";
import { above, measure } from "./fit-colors.ts";
import type { Lch } from "./fit-colors.ts";
import type { PortalElement } from "./portal-element.ts";

/** Where systems say that they are light or dark. */
const attributeFilter = [
  "class",
  "style",
  "theme",
  "data-theme",
  "data-bs-theme",
  "data-mode",
  "data-scheme",
];

/** What shows behind an element: its colour, and whether there is more to it than a colour. */
interface Ground extends Lch {
  isPicture: boolean;
}

/** The browser's own ground, where the page paints none: white, or what it shows in the dark. */
function canvas(): Lch {
  const said = getComputedStyle(document.documentElement).colorScheme;
  const meta = document.querySelector<HTMLMetaElement>('meta[name="color-scheme"]')?.content;
  const schemes = said === "normal" ? (meta ?? "") : said;
  const isDark =
    schemes.includes("dark") &&
    (!schemes.includes("light") || matchMedia("(prefers-color-scheme: dark)").matches);
  return { l: isDark ? 5 : 100, c: 0, h: 0, alpha: 1 };
}

/** Goes up to the first ground that nothing shows through, and puts what lies upon it on top. */
function groundOf(host: PortalElement): Ground {
  const layers: Lch[] = [];
  let isPicture = false;
  for (let at = above(host); at; at = above(at)) {
    const { backgroundColor, backgroundImage } = getComputedStyle(at);
    isPicture ||= backgroundImage !== "none";
    const layer = measure(host, backgroundColor);
    if (layer?.alpha) layers.unshift(layer);
    if (layer?.alpha === 1) break;
  }
  const over = (below: Lch, { l, c, h, alpha }: Lch): Lch => ({
    ...(alpha < 0.5 ? below : { c, h }),
    l: below.l + (l - below.l) * alpha,
    alpha: 1,
  });
  return { ...layers.reduce(over, canvas()), isPicture };
}

const write = ({ l, c, h }: Lch): string => `lch(${l} ${c} ${h})`;

/** The sheet of an element on this page. What the page says by a token of ours is left out. */
function sheetFor(host: PortalElement): string {
  const ground = groundOf(host);
  const isDark = ground.l < 49;
  // On these every colour of ours is read well; on a middle tone or a picture the element brings its own paper.
  const isQuiet = !ground.isPicture && (isDark ? ground.l <= 26 : ground.l >= 90);
  const accent = accentOf(host);
  const found: Record<string, string | undefined> = {
    "--portal-accent": accent && write(accent),
    "--portal-neutral": ground.c > 1.5 ? write({ ...ground, l: 50 }) : undefined,
    "--portal-paper": isQuiet ? write(ground) : undefined,
  };
  const parent = above(host);
  const said = parent && getComputedStyle(parent);
  const tokens = Object.entries(found)
    .filter(([name, value]) => value && !said?.getPropertyValue(name))
    .map(([name, value]) => `${name}:${value};`);
  // Paper of its own gets a margin that takes no space: nothing moves.
  const paper =
    "background:var(--portal-background,var(--_paper));" +
    (said?.getPropertyValue("--portal-background")
      ? ""
      : "box-shadow:0 0 0 1rem var(--_paper);border-radius:var(--_radius-card);");
  const ours = isQuiet ? "background:var(--portal-background,none);" : paper;
  return `:host{color-scheme:${isDark ? "dark" : "light"};${ours}${tokens.join("")}}`;
}

class Fit implements ReactiveController {
  readonly #sheet = new CSSStyleSheet();
  readonly #observer = new MutationObserver(() => this.#later());
  readonly #dark = matchMedia("(prefers-color-scheme: dark)");
  #ancestors = new Set<EventTarget | null>();
  #frame = 0;
  #theme?: string;

  constructor(readonly host: PortalElement) {
    host.shadowRoot!.adoptedStyleSheets.push(this.#sheet);
  }

  hostConnected(): void {
    for (let at = above(this.host); at; at = above(at)) {
      this.#ancestors.add(at);
      this.#observer.observe(at, { attributeFilter });
    }
    this.#observer.observe(document.body, { attributeFilter });
    this.#observer.observe(document.head, { childList: true });
    this.#dark.addEventListener("change", this.#later);
    document.addEventListener("transitionend", this.#changed);
    document.addEventListener("load", this.#changed, true);
    this.#fit();
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    this.#ancestors.clear();
    this.#dark.removeEventListener("change", this.#later);
    document.removeEventListener("transitionend", this.#changed);
    document.removeEventListener("load", this.#changed, true);
  }

  hostUpdated(): void {
    if (this.host.theme !== this.#theme) this.#fit();
  }

  /** A page that fades from light to dark is dark at the end of it; a style sheet counts once it is there. */
  readonly #changed = ({ target }: Event): void => {
    if (target instanceof HTMLLinkElement || this.#ancestors.has(target)) this.#later();
  };

  readonly #later = (): void => {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      if (this.host.isConnected) this.#fit();
    });
  };

  #fit(): void {
    this.#theme = this.host.theme;
    this.#sheet.replaceSync(this.#theme === "auto" ? sheetFor(this.host) : "");
  }
}

const fitted = new WeakSet<PortalElement>();

/** Keeps an element in the look of its page for as long as its theme is `auto`. */
export function fit(host: PortalElement): void {
  if (fitted.has(host)) return;
  fitted.add(host);
  host.addController(new Fit(host));
}
