import type { EmployeesWords } from "./words.ts";

const german: EmployeesWords = {
  heading: "Team",
  invite: "Ins Team einladen",
  inviteHeading: "Ins Team einladen",
  send: "Einladung senden",
  invited: (email) => `Eine Einladung ist unterwegs an ${email}.`,
  name: "Name",
  nameHint: "So grüßt die E-Mail.",
  email: "E-Mail",
  role: "Rolle",
  lastSeen: "Zuletzt gesehen",
  never: "Nie",
  account: "Konto",
  active: "Aktiv",
  disabled: "Gesperrt",
  you: "Sie",
  roles: { EMPLOYEE: "Team", ADMIN: "Verwaltung", OWNER: "Inhaber" },
  roleHints: {
    EMPLOYEE: "Arbeitet mit Kunden, Terminen, Aufgaben und Notizen und lädt Kunden ein.",
    ADMIN: "Richtet außerdem Portal, Team, Schlüssel und E-Mail ein und liest das Protokoll.",
    OWNER: "Macht außerdem andere zu Inhabern und kann das Unternehmen löschen.",
  },
  none: "Niemand außer Ihnen",
  noneHint:
    "Laden Sie ein, wer mit Ihren Kunden arbeitet. Jeder hat eine Rolle, und was jemand tut, steht im Protokoll.",
  change: (name) => `${name}: Rolle und Konto`,
  roleSaved: (name, role) => `${name} hat jetzt die Rolle ${role}.`,
  disable: "Konto sperren",
  enable: "Konto öffnen",
  disableHeading: (name) => `Konto von ${name} sperren?`,
  disableText:
    "Die Person wird sofort überall abgemeldet und kann sich nicht anmelden. Termine und Notizen behalten ihren Namen. Sie können das Konto wieder öffnen.",
  disabledNow: (name) => `${name} kann sich nicht mehr anmelden.`,
  enabledNow: (name) => `${name} kann sich wieder anmelden.`,
  self: "Das sind Sie. Niemand ändert die eigene Rolle oder sperrt das eigene Konto: Jemand anders aus der Verwaltung kann das.",
  selfOwner: "Das sind Sie. Ein anderer Inhaber kann Ihre Rolle ändern.",
  lastOwner:
    "Sie sind der einzige Inhaber, und ein Unternehmen braucht einen. Machen Sie zuerst jemand anders zum Inhaber; dann kann diese Person Ihre Rolle ändern.",
  toAccount: "Passwort, Adresse und Geräte stehen in Ihrem Konto",
  ownersOnly: "Nur ein Inhaber ändert Inhaber.",
  pending: "Eingeladen, noch nicht da",
  noPending: "Zurzeit ist niemand ins Team eingeladen.",
};

export default german;
