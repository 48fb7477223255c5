import type { AppWords } from "./words.ts";

const german: AppWords = {
  skip: "Zum Inhalt",
  navigation: "Konsole",
  menu: "Menü",
  closeMenu: "Menü schließen",
  setUp: "Einrichten",
  home: "Start",
  customers: "Kunden",
  appointments: "Termine",
  tasks: "Aufgaben",
  notes: "Notizen",
  invitations: "Einladungen",
  embed: "Einbetten",
  employees: "Team",
  keys: "API-Schlüssel",
  data: "Import und Export",
  mails: "E-Mail",
  audit: "Protokoll",
  yourAccount: "Ihr Konto",
  signIn: "Anmelden",
  newPassword: "Neues Passwort",
  signOut: "Abmelden",
  messages: "Meldungen",
  undo: "Rückgängig",
  dismiss: "Ausblenden",
};

export default german;
