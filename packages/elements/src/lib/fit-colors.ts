/** A colour by its CIE lightness, chroma and hue, and how much it covers. */
export interface Lch {
  l: number;
  c: number;
  h: number;
  alpha: number;
}

/** What an element stands in, through slots and shadow roots. */
export function above(element: Element): Element | null {
  const root = element.getRootNode();
  return element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

let sheet: CSSStyleSheet | undefined;
const known = new Map<string, Lch | undefined>();

function convert(host: Element, color: string): Lch | undefined {
  const root = host.shadowRoot!;
  const probe = document.createElement("i");
  probe.hidden = true;
  probe.id = "probe";
  sheet ??= new CSSStyleSheet();
  sheet.replaceSync(`#probe{color:lch(from ${color} l c h / alpha)}`);
  root.adoptedStyleSheets.push(sheet);
  root.append(probe);
  const value = getComputedStyle(probe).color;
  probe.remove();
  root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
  if (!value.startsWith("lch(")) return undefined;
  const [l = 0, c = 0, h = 0, alpha = 1] = value
    .slice(4, -1)
    .split(/[\s/]+/)
    .map((part) => Number(part) || 0);
  return { l, c, h, alpha };
}

/** Any colour as the browser understands it: it converts, so that no notation of CSS is left out. */
export function measure(host: Element, color: string): Lch | undefined {
  if (!CSS.supports("color", color)) return undefined;
  // What getComputedStyle() writes means the same everywhere; a name or `light-dark()` may not.
  if (!color.startsWith("rgb")) return convert(host, color);
  if (!known.has(color)) known.set(color, convert(host, color));
  return known.get(color);
}
