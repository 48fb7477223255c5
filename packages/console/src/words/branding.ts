import { words } from "../lib/words.ts";

const english = {
  name: "Name of your organization",
  nameHint: "As your customers know you. It stands above the portal and in every mail.",
  logo: "Address of your logo",
  logoHint:
    "An image on your website, beginning with https://. Without one, the first letter of your name stands there.",
  logoShown: "Your logo, as the portal shows it:",
  logoFailed: "There is no image at this address. Open it in a tab of its own to see what is there.",
  contact: "Your customers’ answers go to",
  contactHint: "Mails of the portal name this address to answer to.",
  timeZone: "Time zone",
  timeZoneHint: "Appointments are made in it.",
  reload: "Show what is there now",
  changed:
    "Somebody else has changed this meanwhile. Look at what is there now; what you typed and they did not change stays.",
  accent: "Accent colour",
  accentHint: "One colour for what can be done: buttons, links, where one is. Like #0f6b5c.",
  picker: "Choose the accent colour",
  noColor: "Write a colour as six digits and letters, like #0f6b5c.",
  light: "Light",
  dark: "Dark",
  sampleButton: "Book a visit",
  sampleLink: "All appointments",
  buttons: "Buttons",
  links: "Links",
  kept: (what: string, ratio: string) => `${what}: your colour, contrast ${ratio}.`,
  corrected: (what: string, color: string, ratio: string) => `${what}: ${color}, contrast ${ratio}.`,
  why: (ratio: string) =>
    `Text in your own colour would have ${ratio} here. To be read by everybody it needs 4.5:1 (WCAG AA), so it is moved that far.`,
};

/** The shape of the words of how the portal looks. */
export type BrandingWords = typeof english;

/** The words of how the portal looks. */
export const brandingWords = words<BrandingWords>(english, { de: () => import("./branding.de.ts") });
