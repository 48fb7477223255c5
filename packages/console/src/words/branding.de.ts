import type { BrandingWords } from "./branding.ts";

const german: BrandingWords = {
  name: "Name Ihres Unternehmens",
  nameHint: "So, wie Ihre Kunden Sie kennen. Er steht über dem Portal und in jeder E-Mail.",
  logo: "Adresse Ihres Logos",
  logoHint:
    "Ein Bild auf Ihrer Website, mit https:// am Anfang. Ohne Logo steht dort der erste Buchstabe Ihres Namens.",
  logoShown: "Ihr Logo, wie das Portal es zeigt:",
  logoFailed:
    "Unter dieser Adresse ist kein Bild. Öffnen Sie sie in einem eigenen Tab, um zu sehen, was dort ist.",
  contact: "Antworten Ihrer Kunden gehen an",
  contactHint: "Diese Adresse nennen die E-Mails des Portals für Antworten.",
  timeZone: "Zeitzone",
  timeZoneHint: "In ihr werden Termine gemacht.",
  reload: "Jetzigen Stand zeigen",
  changed:
    "Jemand anders hat das inzwischen geändert. Sehen Sie sich den jetzigen Stand an; was Sie geschrieben haben und sonst niemand geändert hat, bleibt.",
  accent: "Akzentfarbe",
  accentHint: "Eine Farbe für das, was man tun kann: Knöpfe, Links, wo man ist. Zum Beispiel #0f6b5c.",
  picker: "Akzentfarbe wählen",
  noColor: "Schreiben Sie eine Farbe mit sechs Ziffern und Buchstaben, zum Beispiel #0f6b5c.",
  light: "Hell",
  dark: "Dunkel",
  sampleButton: "Termin buchen",
  sampleLink: "Alle Termine",
  buttons: "Knöpfe",
  links: "Links",
  kept: (what, ratio) => `${what}: Ihre Farbe, Kontrast ${ratio}.`,
  corrected: (what, color, ratio) => `${what}: ${color}, Kontrast ${ratio}.`,
  why: (ratio) =>
    `Text in Ihrer eigenen Farbe hätte hier ${ratio}. Damit alle ihn lesen können, braucht er 4,5:1 (WCAG AA); so weit wird sie angepasst.`,
};

export default german;
