import type { CommonWords } from "./common.ts";

const german: CommonWords = {
  save: "Speichern",
  saving: "Wird gespeichert …",
  cancel: "Abbrechen",
  close: "Schließen",
  delete: "Löschen",
  edit: "Bearbeiten",
  undo: "Rückgängig",
  optional: "freiwillig",
  required: "Bitte füllen Sie dieses Feld aus.",
  search: "Suchen",
  nothing: "–",
  previous: "Zurück",
  next: "Weiter",
  pages: "Seiten",
  customer: "Kunde",
  customerSearch: "Name, E-Mail oder Telefon suchen",
  customerFilter: "Nach Kunde filtern",
  noCustomerFound: "Niemand gefunden. Prüfen Sie die Schreibweise, oder legen Sie den Kunden zuerst an.",
  customersFound: (count) => (count === 1 ? "1 Kunde gefunden" : `${count} Kunden gefunden`),
  select: (name) => `${name} auswählen`,
  selectAll: "Alle auf dieser Seite auswählen",
  selected: (count) => `${count} ausgewählt`,
  clearSelection: "Auswahl aufheben",
  saved: "Gespeichert.",
  deleted: (name) => `„${name}“ ist gelöscht.`,
  changedMeanwhile:
    "Jemand anders hat das inzwischen geändert. Kopieren Sie, was Sie geschrieben haben, schließen Sie und öffnen Sie es neu, um den jetzigen Stand zu sehen.",
  refused: "Ihre Rolle erlaubt das nicht. Fragen Sie jemanden aus der Verwaltung.",
  notThere: "Das gibt es nicht oder nicht mehr.",
  notThereHint: "Es wurde vielleicht gelöscht, oder die Adresse ist falsch geschrieben.",
  backHome: "Zur Startseite",
};

export default german;
