import type { PreviewWords } from "./preview.ts";

const german: PreviewWords = {
  heading: "Vorschau",
  theme: "Farben der Vorschau",
  light: "Hell",
  dark: "Dunkel",
  system: "Wie das Gerät",
  yourPage: "Ihre Seite",
  label: "Das Portal, angemeldet ist jemand Erfundenes. Es lässt sich hier nicht bedienen.",
};

export default german;
