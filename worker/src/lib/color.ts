/** WCAG 2.2's relative luminance of `#rrggbb`. */
function luminance(color: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const value = parseInt(color.slice(at, at + 2), 16) / 255;
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
const enough = 4.5;

/**
 * The colour as text on a background: as it is where that can be read, else as little darker, or lighter in its own hue,
 * as is needed.
 */
export function legible(color: string, background: string): string {
  const channels = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
  const brightest = Math.max(...channels);
  const isOnLight = luminance(background) > 0.18;
  const end = channels.map((value) =>
    isOnLight ? 0 : (255 + (brightest ? (value * 255) / brightest : 255)) / 2,
  );
  for (let share = 0; ; share += 0.05) {
    const mixed = channels.map((value, n) => Math.round(value + (end[n]! - value) * Math.min(share, 1)));
    const result = `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
    if (share >= 1 || contrast(result, background) >= enough) return result;
  }
}

/** White on a colour where that can be read, else black: one of the two always can. */
export const textOn = (color: string) => (contrast("#ffffff", color) >= enough ? "#ffffff" : "#000000");
