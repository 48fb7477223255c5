import { deepAll, focused } from "./helpers.ts";
import { saying } from "./colors.ts";

const isHeard = (element: Element) => element.closest(".sr") !== null;
const say = (element: Element) =>
  `${element.localName}.${element.className} “${(element.textContent || element.ariaLabel || "").trim().slice(0, 40)}”`;

/** What a person can press or type into. */
export const controls = (element: Element): HTMLElement[] =>
  deepAll(element, "a[href], button, input, select, textarea").filter((control) => control.checkVisibility());

/** Whether it is a link in a line of text, whose height is the line's (WCAG 2.5.8, "inline"). */
const isInText = (control: Element) => control.matches(".body a, .problem a");

/** Controls that fingers miss: lower or narrower than they have to be, through what enlarges them. */
export function smallTargets(element: Element, least = 44): string[] {
  return controls(element)
    .filter((control) => !isInText(control))
    .flatMap((control) => {
      const { width, height } = control.getBoundingClientRect();
      const around = parseFloat(getComputedStyle(control, "::after").blockSize) || 0;
      const isSmall = Math.min(width, Math.max(height, around)) < least - 0.1;
      return isSmall ? [`${say(control)} ${width.toFixed()} × ${height.toFixed()}`] : [];
    });
}

const rectsOf = (element: Element): DOMRect[] => {
  const range = document.createRange();
  return [...element.childNodes]
    .filter((node) => node.nodeType === Node.TEXT_NODE && node.textContent!.trim())
    .flatMap((node) => (range.selectNode(node), [...range.getClientRects()]))
    .filter(({ width, height }) => width > 1 && height > 1);
};

/** Text that stands outside of what may be seen of it, or on other text. */
export function spoiledText(element: HTMLElement): string[] {
  const frame = element.getBoundingClientRect();
  const told: string[] = [];
  const lines = saying([...deepAll(element, "*")])
    .filter((text) => !isHeard(text) && !text.closest(".clamp, option, textarea"))
    .flatMap((text) => rectsOf(text).map((rect) => ({ text, rect })));
  for (const { text, rect } of lines) {
    const box = text.closest("dialog")?.getBoundingClientRect() ?? frame;
    if (rect.left < box.left - 1 || rect.right > box.right + 1) told.push(`cut off: ${say(text)}`);
  }
  // What lies on a modal dialog's page is meant to.
  const open = lines.filter(({ text }) => text.closest("dialog, [popover]"));
  for (const [at, one] of (open.length ? open : lines).entries())
    for (const other of (open.length ? open : lines).slice(at + 1)) {
      if (one.text === other.text) continue;
      const [a, b] = [one.rect, other.rect];
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      // Boxes of a font are higher than its letters: lines that are set close share a little of them.
      if (wide > 1 && high > Math.min(a.height, b.height) * 0.3)
        told.push(`${say(one.text)} lies on ${say(other.text)}`);
    }
  if (element.scrollWidth > frame.width + 1)
    told.push(`scrolls sideways: ${element.scrollWidth} of ${frame.width}`);
  return told;
}

/** Headings that are skipped, doubled or empty: one h2, and h3 below it; what is behind a dialog does not count. */
export function brokenOutline(element: Element): string[] {
  const dialog = deepAll(element, "dialog:modal")[0];
  const headings = (
    dialog ? [...dialog.querySelectorAll("h2, h3")] : deepAll(element, "h1, h2, h3, h4, h5, h6")
  ).filter((heading) => heading.checkVisibility());
  const outline = headings.map(({ localName }) => localName).join(" ");
  const told = headings
    .filter(({ textContent }) => !textContent?.trim())
    .map((heading) => `empty ${say(heading)}`);
  if (!/^(h1 ?)?(h2( h3)*|(h3 ?)*)?$/.test(outline)) told.push(outline);
  return told;
}

/** Fields that are wrong, but do not say why to those who cannot see it. */
export const unexplained = (element: Element): string[] =>
  deepAll(element, "[aria-invalid=true]")
    .filter((input) => {
      const id = input.getAttribute("aria-describedby")?.split(" ").at(-1) ?? "";
      return !(input.getRootNode() as Document).getElementById(id)?.textContent?.trim();
    })
    .map(say);

/** Where the focus is, and everything about it that would leave a person without a mouse lost. */
export function unseenFocus(): string[] {
  const active = focused();
  if (!active || active === document.body) return ["nowhere"];
  const shown = active.matches(".circle input") ? active.nextElementSibling! : active;
  const { outlineStyle, outlineWidth } = getComputedStyle(shown);
  const told: string[] = [];
  if (outlineStyle === "none" || parseFloat(outlineWidth) < 2) told.push(`no outline: ${say(active)}`);
  const { left, right, top, bottom } = active.getBoundingClientRect();
  // 2.4.11: some of it is to be seen; here its middle and its corners.
  const points = [
    [(left + right) / 2, (top + bottom) / 2],
    [left + 4, top + 4],
    [right - 4, bottom - 4],
  ] as const;
  const root = active.getRootNode() as ShadowRoot;
  const hidden = points.filter(([x, y]) => {
    const hit = root.elementFromPoint(x, y);
    return !hit || !(active.contains(hit) || hit.contains(active));
  });
  if (hidden.length) told.push(`${hidden.length} of 3 points hidden: ${say(active)}`);
  return told;
}
