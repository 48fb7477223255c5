/** The channels of `#rrggbb`, 0 to 255. */
const channels = (color: string): number[] => [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));

/** WCAG 2.2's relative luminance of `#rrggbb`. */
function luminance(color: string): number {
  const [red, green, blue] = channels(color).map((channel) => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2.2's contrast ratio of two colours, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** What text needs for AA. */
export const ENOUGH = 4.5;

/** A contrast ratio as it is written, never rounded up to what it is not. */
export const ratioText = (ratio: number, locale: string): string =>
  `${new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(Math.floor(ratio * 10) / 10)}:1`;

/** A colour as somebody typed it, as `#rrggbb`; null where it is none. */
export function toColor(text: string): string | null {
  const hex = text.trim().replace(/^#/, "").toLowerCase();
  if (/^[\da-f]{6}$/.test(hex)) return `#${hex}`;
  if (!/^[\da-f]{3}$/.test(hex)) return null;
  return `#${[...hex].map((digit) => digit + digit).join("")}`;
}
