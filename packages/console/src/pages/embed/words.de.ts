import type { EmbedPageWords } from "./words.ts";

const german: EmbedPageWords = {
  heading: "Einbetten",
  firstRun: "Erste Schritte",
  websites: "Websites, die das Portal zeigen dürfen",
  websitesHint:
    "Nur Seiten auf diesen Websites können Ihr Portal laden: Eine Kopie Ihrer Seite anderswo bekommt nichts. Genau wie in der Adresszeile, mit oder ohne www.",
  website: "Adresse der Website",
  add: "Hinzufügen",
  noWebsite: "Schreiben Sie eine Adresse wie https://www.example.com; http nur für localhost.",
  known: (origin) => `${origin} steht schon in der Liste.`,
  added: (origin) => `${origin} darf das Portal jetzt zeigen.`,
  removed: (origin) => `${origin} darf das Portal nicht mehr zeigen.`,
  remove: "Entfernen",
  removeOf: (origin) => `${origin} entfernen`,
  removeHeading: (origin) => `${origin} entfernen?`,
  removeText:
    "Das Portal funktioniert dort sofort nicht mehr, auch für alle, die angemeldet sind. Sie können die Website wieder hinzufügen.",
  noWebsites: "Noch darf keine Website das Portal zeigen",
  noWebsitesHint: "Bis Sie eine hinzufügen, nehmen Kunden die Seite, die wir für Sie bereitstellen.",
  mailsLead: "E-Mails führen hierher",
  portalUrl: "Links in E-Mails führen zu",
  portalUrlHint:
    "Die Seite mit dem Portal, auf einer der Websites oben. Leer: die Seite, die wir für Sie bereitstellen.",
  notListed: "Diese Seite ist auf keiner der Websites oben. Fügen Sie zuerst ihre Website hinzu.",
  registration: "Wer ein Konto anlegen darf",
  registrationHint: "Das gilt ab dem nächsten Versuch; Konten, die es gibt, bleiben.",
  modes: { OPEN: "Alle", INVITATION: "Auf Einladung", OFF: "Niemand" },
  modeHints: {
    OPEN: "Wer die eigene E-Mail-Adresse nachweist, ist dabei. Haben Sie einen Kunden mit dieser Adresse, ist er es; sonst ist es ein neuer.",
    INVITATION: "Nur, wen Sie oder jemand aus dem Team einladen. Das Richtige, wenn Sie Ihre Kunden kennen.",
    OFF: "Keine neuen Konten. Offene Einladungen warten, und wer ein Konto hat, meldet sich weiter an.",
  },
  modeSaved: (mode) => `Wer ein Konto anlegen darf: ${mode}.`,
  branding: "Aussehen",
  organization: "Ihr Unternehmen",
  terms: "Ihre Wörter",
  termsHint:
    "Wie Ihr Portal Termine, Aufgaben und Notizen nennt, in jeder Sprache. Eine Kanzlei sagt vielleicht Besprechungen, To-dos und Vermerke, ein Studio Trainings, eine Schule Stunden und Hausaufgaben. Leer: das Wort von Portico. Diese Konsole behält ihre eigenen.",
  termsLanguage: "Sprache des Portals",
  termsOf: (language) => `${language}, eigene Wörter`,
  nouns: { appointments: "Termine", tasks: "Aufgaben", notes: "Notizen" },
  noTerm: "Mindestens ein Buchstabe, ohne < und >.",
  standardTerms: "Wörter von Portico nehmen",
  termsReset: (language) => `${language}: Es gelten wieder die Wörter von Portico.`,
};

export default german;
