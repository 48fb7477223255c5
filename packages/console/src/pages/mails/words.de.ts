import type { MailsWords } from "./words.ts";

const german: MailsWords = {
  heading: "E-Mail",
  intro:
    "Was Portico in den letzten neunzig Tagen für Sie geschrieben hat. Den Inhalt sieht niemand: Er kann einen Code oder Link enthalten, der nur den Empfänger angeht.",
  filter: "Zustand",
  all: "Alle",
  QUEUED: "Wartet",
  SENT: "Gesendet",
  FAILED: "Fehlgeschlagen",
  mail: "E-Mail",
  state: "Zustand",
  when: "Wann",
  actions: "Erneut",
  kinds: {
    INVITATION: "Einladung ins Portal",
    EMPLOYEE_INVITATION: "Einladung zur Mitarbeit",
    REGISTRATION_CODE: "Code zur Registrierung",
    ACCOUNT_EXISTS: "Registrierung trotz Konto",
    RESET_PASSWORD: "Link für ein neues Passwort",
    NO_ACCOUNT: "Passwort vergessen ohne Konto",
    PASSWORD_CHANGED: "Das Passwort wurde geändert",
    CONFIRM_EMAIL: "Code zum Bestätigen einer Adresse",
    EMAIL_TAKEN: "Die neue Adresse gehört zu einem anderen Konto",
    EMAIL_CHANGE_REQUESTED: "Eine andere Adresse wurde gewünscht",
    EMAIL_CHANGED: "Die Adresse wurde geändert",
    OTHER: "Nachricht",
  },
  errors: {
    REFUSED:
      "Der Mailanbieter lehnt diese E-Mail oder ihre Adresse ab. Prüfen Sie die Adresse auf Tippfehler.",
    NOT_AUTHORIZED:
      "Der Mailanbieter nimmt die Zugangsdaten oder den Absender dieser Installation nicht an. Das muss in Ordnung bringen, wer sie betreibt.",
    RATE_LIMITED: "Der Mailanbieter nimmt im Moment keine weiteren E-Mails an.",
    UNAVAILABLE: "Der Mailanbieter kann im Moment keine E-Mails annehmen.",
    UNREACHABLE: "Der Mailanbieter war nicht zu erreichen.",
    TIMEOUT: "Der Mailanbieter hat nicht rechtzeitig geantwortet.",
    INTERRUPTED: "Jeder Versuch wurde unterbrochen, bevor der Anbieter geantwortet hatte.",
  },
  attempts: (count) => (count === 1 ? "1 Versuch" : `${count} Versuche`),
  dueNow: "Wird in wenigen Minuten gesendet",
  nextTry: (when) => `Nächster Versuch ${when}`,
  sendAgain: "Erneut senden",
  sendNow: "Jetzt senden",
  about: (kind, to) => `${kind} an ${to}`,
  requeued: (to) => `Die E-Mail an ${to} ist wieder unterwegs.`,
  none: "Noch wurde keine E-Mail geschrieben",
  noneHint: "Einladungen, Codes und Hinweise erscheinen hier, sobald Portico die erste schreibt.",
  noneSuch: {
    QUEUED: "Keine E-Mail wartet",
    SENT: "Keine E-Mail wurde gesendet",
    FAILED: "Keine E-Mail ist fehlgeschlagen",
  },
  noneSuchHint: {
    QUEUED: "Alles, was zu senden war, ist unterwegs.",
    SENT: "E-Mails erscheinen hier, sobald der Anbieter sie angenommen hat.",
    FAILED: "Wird eine abgelehnt oder drei Tage lang nicht angenommen, steht sie hier mit dem Grund.",
  },
};

export default german;
