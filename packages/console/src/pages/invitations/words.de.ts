import type { InvitationsWords } from "./words.ts";

const german: InvitationsWords = {
  heading: "Einladungen",
  state: "Stand",
  states: { PENDING: "Offen", ACCEPTED: "Angenommen", EXPIRED: "Abgelaufen", REVOKED: "Zurückgenommen" },
  invite: "Kunden einladen",
  import: "Liste importieren",
  send: "Einladung senden",
  invited: (email) => `Eine Einladung ist unterwegs an ${email}.`,
  who: "Wer",
  roles: { EMPLOYEE: "Team", ADMIN: "Verwaltung", OWNER: "Inhaber" },
  sent: "Gesendet",
  by: (name) => `von ${name}`,
  until: "Gilt bis",
  actions: "Aktionen",
  resend: "Noch einmal senden",
  resendOf: (name) => `Noch einmal senden: Einladung von ${name}`,
  resent: (email) => `Noch einmal gesendet an ${email}. Frühere Links sagen, dass es einen neueren gibt.`,
  revoke: "Zurücknehmen",
  revokeOf: (name) => `Zurücknehmen: Einladung von ${name}`,
  revokeHeading: (name) => `Einladung von ${name} zurücknehmen?`,
  revokeText: "Der Link in der E-Mail gilt sofort nicht mehr. Sie können wieder einladen.",
  revoked: (name) => `Die Einladung von ${name} ist zurückgenommen.`,
  none: {
    PENDING: "Keine Einladung ist offen",
    ACCEPTED: "Noch hat niemand angenommen",
    EXPIRED: "Keine Einladung ist abgelaufen",
    REVOKED: "Keine Einladung wurde zurückgenommen",
  },
  noneHint: {
    PENDING: "Laden Sie einen Kunden ein oder eine ganze Liste. Wer noch nicht da ist, erscheint hier.",
    ACCEPTED: "Wer dem Link in der E-Mail folgt und ein Passwort wählt, erscheint hier.",
    EXPIRED: "Ein Link gilt sieben Tage. Danach können Sie ihn von hier noch einmal senden.",
    REVOKED: "Wenn Sie eine Einladung zurücknehmen, erscheint sie hier.",
  },
};

export default german;
