/** Red, green and blue from 0 to 255, and alpha from 0 to 1. */
type Rgba = [number, number, number, number];

const canvas = Object.assign(document.createElement("canvas"), { width: 1, height: 1 });
const context = canvas.getContext("2d", { willReadFrequently: true })!;
const known = new Map<string, Rgba>();

/** What the browser paints for a colour that it has computed. */
export function painted(color: string): Rgba {
  let found = known.get(color);
  if (found) return found;
  context.clearRect(0, 0, 1, 1);
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [r, g, b, a] = context.getImageData(0, 0, 1, 1).data;
  known.set(color, (found = [r!, g!, b!, a! / 255]));
  return found;
}

const above = (element: Element): Element | null =>
  element.assignedSlot ?? element.parentElement ?? (element.getRootNode() as ShadowRoot).host ?? null;

/** The colour that lies behind an element, through everything that is see-through. */
export function groundOf(element: Element | null): Rgba {
  const layers: Rgba[] = [];
  for (let at = element; at; at = above(at)) {
    const layer = painted(getComputedStyle(at).backgroundColor);
    if (layer[3]) layers.unshift(layer);
    if (layer[3] === 1) break;
  }
  return layers.reduce(over, [255, 255, 255, 1]);
}

/** A colour on top of another one. */
export const over = (below: Rgba, [r, g, b, a]: Rgba): Rgba => {
  const mix = (under: number, top: number) => under + (top - under) * a;
  return [mix(below[0], r), mix(below[1], g), mix(below[2], b), 1];
};

function luminance([red, green, blue]: Rgba): number {
  const [r, g, b] = [red, green, blue].map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

/** WCAG's contrast of two colours. */
export function contrast(one: Rgba, other: Rgba): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high! + 0.05) / (low! + 0.05);
}

/** Everything in an element that says something in its own words. */
export const saying = (elements: HTMLElement[]): HTMLElement[] =>
  elements.filter(
    (element) =>
      element.checkVisibility({ opacityProperty: true }) &&
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent!.trim()),
  );
