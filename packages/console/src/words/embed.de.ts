import type { EmbedWords } from "./embed.ts";

const german: EmbedWords = {
  snippet: "Die zwei Zeilen",
  snippetHint:
    "Setzen Sie sie dorthin, wo das Portal stehen soll. Sie bleiben gleich, was immer Sie hier ändern.",
  platforms: "Ihre Website ist gemacht mit",
  platform: { html: "HTML", wordpress: "WordPress", webflow: "Webflow", react: "React" },
  steps: {
    html: [
      "Öffnen Sie die Datei der Seite, auf der das Portal stehen soll.",
      "Fügen Sie beide Zeilen dort ein, wo es erscheinen soll, innerhalb von <body>.",
      "Speichern Sie die Datei, und stellen Sie sie auf Ihre Website.",
    ],
    wordpress: [
      "Bearbeiten Sie die Seite, und fügen Sie dort, wo das Portal stehen soll, den Block „Individuelles HTML“ ein.",
      "Fügen Sie beide Zeilen ein, und aktualisieren Sie die Seite.",
      "Fehlt die erste Zeile nach dem Speichern, darf Ihre Rolle keine Skripte schreiben: Fragen Sie die Verwaltung der Website, oder nehmen Sie dafür ein Plugin für Code im Kopf der Seite.",
    ],
    webflow: [
      "Ziehen Sie im Designer das Element „Embed“ dorthin, wo das Portal stehen soll. Es braucht einen bezahlten Plan.",
      "Fügen Sie beide Zeilen ein, speichern und schließen Sie.",
      "Veröffentlichen Sie die Website: Die Vorschau führt keine Skripte aus.",
    ],
    react: [
      "npm install @portico/elements",
      "Verwenden Sie das Element, wo das Portal stehen soll; es ist ein Custom Element, wie React 19 sie kennt.",
      "Auf einem Server gerendert hat die Seite das Element sofort, und das Portal erscheint darin im Browser.",
    ],
  },
  copyOf: (platform) => `Code für ${platform}`,
  check: "Meine Seite prüfen",
  checkShort: "Prüfen",
  checking: "Die Seite wird angesehen …",
  checked: (url) => `Angesehen: ${url}`,
  FOUND: "Das Portal ist auf dieser Seite",
  FOUNDHint: "Ihre Kunden können sich dort ab jetzt anmelden.",
  NO_SCRIPT: "Die Seite antwortet, aber die erste Zeile steht nicht darin",
  NO_SCRIPTHint:
    "Fügen Sie beide Zeilen ein, speichern und veröffentlichen Sie die Seite, und prüfen Sie noch einmal. Haben Sie das getan: Manche Website-Baukästen entfernen <script>; nehmen Sie deren Block für eigenen Code. Eine Seite in einem Cache kann einige Minuten brauchen.",
  NO_ELEMENT: "Die erste Zeile ist da, die zweite fehlt",
  NO_ELEMENTHint:
    "Fügen Sie die Zeile mit <portal-dashboard> dort ein, wo das Portal stehen soll, und veröffentlichen Sie die Seite wieder.",
  OTHER_ORGANIZATION: "Dort ist das Portal eines anderen Unternehmens",
  OTHER_ORGANIZATIONHint: (slug) =>
    `In der zweiten Zeile muss organization „${slug}“ sein. Kopieren Sie beide Zeilen noch einmal, und ersetzen Sie, was dort steht.`,
  BLOCKED_BY_CSP: "Die Seite lässt das Portal nicht herein",
  BLOCKED_BY_CSPHint:
    "Ihre Content-Security-Policy hält unser Skript oder seine Anfragen ab. Wer die Website betreut, nimmt unsere Adresse darin auf:",
  policy: "Was die Policy erlauben muss",
  UNREACHABLE: "Die Seite antwortet nicht",
  unreachableStatus: (status) =>
    `Sie hat mit dem Fehler ${status} geantwortet. Öffnen Sie sie in einem privaten Fenster: Sie muss auch ohne Anmeldung da sein. Prüfen Sie dann noch einmal.`,
  unreachableSilent:
    "Keine Antwort in fünf Sekunden, oder sie führt weiter zu einer Website, die nicht in Ihrer Liste steht. Öffnen Sie die Adresse in einem Browser: Ändert sie sich, fügen Sie die andere hinzu.",
  NOT_HTML: "Diese Adresse ist keine Seite",
  NOT_HTMLHint:
    "Sie ist eine Datei oder ein Bild. Geben Sie die Adresse der Seite ein, auf der das Portal ist.",
  seen: (when) => `Zuletzt dort gesehen ${when}.`,
};

export default german;
