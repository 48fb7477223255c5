import { words } from "../lib/words.ts";

const english = {
  heading: "Preview",
  theme: "Colours of the preview",
  light: "Light",
  dark: "Dark",
  system: "As the device",
  yourPage: "your page",
  label: "The portal with somebody made up signed in. It cannot be used here.",
};

/** The shape of the preview's words. */
export type PreviewWords = typeof english;

/** The words of the preview. */
export const previewWords = words<PreviewWords>(english, { de: () => import("./preview.de.ts") });
