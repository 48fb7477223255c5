import type { CustomersWords } from "./words.ts";

const german: CustomersWords = {
  heading: "Kunden",
  search: "Name, E-Mail, Telefon oder Nummer suchen",
  newCustomer: "Neuer Kunde",
  newCustomerHeading: "Neuer Kunde",
  create: "Kunden anlegen",
  created: (name) => `${name} ist jetzt als Kunde angelegt.`,
  filter: "Konto",
  all: "Alle",
  name: "Name",
  email: "E-Mail",
  phone: "Telefon",
  address: "Adresse",
  externalId: "Externe Nummer",
  externalIdHint: "Die Nummer des Kunden in Ihrem eigenen System, falls es eine gibt.",
  account: "Konto",
  ACTIVE: "Aktiv",
  INVITED: "Eingeladen",
  EXPIRED: "Einladung abgelaufen",
  NONE: "Keins",
  DISABLED: "Gesperrt",
  nextAppointment: "Nächster Termin",
  openTasks: "Offene Aufgaben",
  none: "Noch keine Kunden",
  noneHint:
    "Legen Sie hier den ersten an, oder importieren Sie eine Liste. Kunden erscheinen hier, sobald es sie gibt.",
  notFound: (q) => `Niemand passt zu „${q}“`,
  notFoundHint:
    "Prüfen Sie die Schreibweise, suchen Sie nach einem Teil, oder sehen Sie bei allen Kunden nach.",
  noneSuch: "Kein Kunde ist in diesem Zustand",
  noneSuchHint: "Wählen Sie oben einen anderen Filter.",
};

export default german;
