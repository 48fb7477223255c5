type Rgba = [red: number, green: number, blue: number, alpha: number];

const context = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
const known = new Map<string, Rgba>();

// Whatever way a colour is written: the browser paints it, and the pixel says what it is.
function rgbaOf(color: string): Rgba {
  const found = known.get(color);
  if (found || !context) return found ?? [0, 0, 0, 1];
  context.clearRect(0, 0, 1, 1);
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
  const rgba: Rgba = [red, green, blue, alpha / 255];
  known.set(color, rgba);
  return rgba;
}

const over = ([r, g, b, a]: Rgba, [red, green, blue]: Rgba): Rgba => [
  r * a + red * (1 - a),
  g * a + green * (1 - a),
  b * a + blue * (1 - a),
  1,
];

function luminance([red, green, blue]: Rgba): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG's ratio of two colours, 1 to 21. */
function ratioOf(one: Rgba, other: Rgba): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function parentOf(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  const root = element.getRootNode();
  return (
    element.parentElement ??
    (root instanceof element.ownerDocument.defaultView!.ShadowRoot ? root.host : null)
  );
}

function groundOf(element: Element, style: (element: Element) => CSSStyleDeclaration): Rgba {
  const layers: Rgba[] = [];
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const layer = rgbaOf(style(at).backgroundColor);
    if (layer[3] > 0) layers.push(layer);
    if (layer[3] === 1) break;
  }
  return layers.reduceRight<Rgba>((below, layer) => over(layer, below), [255, 255, 255, 1]);
}

function* walk(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll("*")) {
    yield element;
    if (element.shadowRoot) yield* walk(element.shadowRoot);
  }
}

/** A pair of colours that text is shown in, with an example of such text. */
export interface Pair {
  text: string;
  ratio: number;
  isEnough: boolean;
}

/** The pairs of colours of all visible text below, the weakest first. */
export function pairsOf(root: Document): Pair[] {
  const pairs = new Map<string, Pair>();
  const view = root.defaultView!;
  for (const element of walk(root.body)) {
    const text = [...element.childNodes]
      .filter((node) => node.nodeType === Node.TEXT_NODE)
      .map((node) => node.textContent?.trim() ?? "")
      .join(" ")
      .trim();
    if (!text || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    if (element.matches("script, style, :disabled, [aria-disabled=true], option")) continue;
    const style = view.getComputedStyle(element);
    const ground = groundOf(element, (one) => view.getComputedStyle(one));
    const ratio = ratioOf(over(rgbaOf(style.color), ground), ground);
    const size = parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    const key = `${style.color} ${ground.join()} ${isLarge}`;
    if (!pairs.has(key)) pairs.set(key, { text, ratio, isEnough: ratio >= (isLarge ? 3 : 4.5) });
  }
  return [...pairs.values()].sort((a, b) => a.ratio - b.ratio);
}
