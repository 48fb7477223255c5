import type { Happening, MailWords, Offer } from "./content.ts";
import { momentIn } from "./moment.ts";

const when = ({ at, timeZone }: Happening) => `am ${momentIn("de", at, timeZone)}`;
const from = ({ device: { browser, system } }: Happening) =>
  [browser, system].filter(Boolean).join(" auf ") || "einem unbekannten Gerät";
const terms = ({ until, timeZone }: Offer) =>
  `Drücken Sie auf die Schaltfläche und wählen Sie ein Passwort, oder melden Sie sich an, wenn Sie dort schon ein Konto haben. Die Einladung ist nur für Sie und gilt bis ${momentIn("de", until, timeZone)}.`;
const teamRoles = {
  EMPLOYEE: "als Mitarbeiterin oder Mitarbeiter: Sie betreuen Kunden, deren Termine, Aufgaben und Notizen",
  ADMIN: "mit Verwaltungsrechten: Sie betreuen Kunden samt ihren Unterlagen, Mitarbeitende und Einstellungen",
  OWNER: "als Inhaberin oder Inhaber: Sie dürfen alles und entscheiden, wer was darf",
};

/** The mails in German. */
export const de: MailWords = {
  INVITATION: ({ organization, ...offer }) => ({
    subject: `${organization} lädt Sie ins Kundenportal ein`,
    paragraphs: [
      `${["Guten Tag", offer.name].filter(Boolean).join(" ")},`,
      `${offer.inviter ? `${offer.inviter} von ` : ""}${organization} lädt Sie ins Kundenportal ein. Dort sehen Sie, was geplant ist, was Sie tun sollen und was ${organization} für Sie schreibt, und halten Ihre Angaben aktuell.`,
      terms(offer),
    ],
    button: { label: "Einladung annehmen", url: offer.url },
    footer: `Wenn Sie das nicht erwartet haben, können Sie diese Mail ignorieren: Ohne Sie geschieht nichts. Wenn Sie unsicher sind, fragen Sie ${organization} auf dem Weg, den Sie sonst nutzen.`,
  }),
  EMPLOYEE_INVITATION: ({ organization, role, ...offer }) => ({
    subject: `${offer.inviter} lädt Sie ins Team von ${organization} ein`,
    paragraphs: [
      `${["Guten Tag", offer.name].filter(Boolean).join(" ")},`,
      `${offer.inviter} lädt Sie zum Arbeiten mit ${organization} ein, ${teamRoles[role]}.`,
      terms(offer),
    ],
    button: { label: "Einladung annehmen", url: offer.url },
    footer: `Wenn Sie das nicht erwartet haben, können Sie diese Mail ignorieren: Ohne Sie geschieht nichts. Wenn Sie unsicher sind, fragen Sie ${offer.inviter}.`,
  }),
  REGISTRATION_CODE: ({ organization, code, minutes }) => ({
    subject: `${code} ist Ihr Code für ${organization}`,
    paragraphs: [
      `Willkommen! Geben Sie diesen Code ein, um Ihr Konto bei ${organization} fertig anzulegen. Er gilt ${minutes} Minuten.`,
    ],
    code,
    footer: "Wenn Sie das nicht waren, können Sie diese Mail ignorieren. Ohne den Code geschieht nichts.",
  }),
  ACCOUNT_EXISTS: ({ organization }) => ({
    subject: `Sie haben bereits ein Konto bei ${organization}`,
    paragraphs: [
      `Jemand, vermutlich Sie, wollte sich bei ${organization} mit dieser Adresse registrieren. Es gibt bereits ein Konto: Melden Sie sich mit Ihrem Passwort an.`,
    ],
    footer: "Wenn Sie das nicht waren, können Sie diese Mail ignorieren. Ihr Konto ist unverändert.",
  }),
  RESET_PASSWORD: ({ organization, url, minutes, code, codeMinutes, ...done }) => ({
    subject: `Ein neues Passwort für ${organization}`,
    paragraphs: [
      `Jemand, vermutlich Sie, hat ${when(done)} von ${from(done)} aus ein neues Passwort für Ihr Konto bei ${organization} angefordert.`,
      `Über den Link wählen Sie es; er gilt einmal und ${minutes} Minuten lang. Oder geben Sie dort, wo Sie es angefordert haben, diesen Code ein; er gilt ${codeMinutes} Minuten.`,
    ],
    code,
    button: { label: "Neues Passwort wählen", url },
    footer: "Wenn Sie das nicht waren, können Sie diese Mail ignorieren. Ihr Passwort bleibt, wie es ist.",
  }),
  NO_ACCOUNT: ({ organization, audience }) => ({
    subject: `Kein Konto bei ${organization} unter dieser Adresse`,
    paragraphs: [
      `Jemand, vermutlich Sie, hat bei ${organization} ein neues Passwort angefordert. Unter dieser Adresse gibt es hier kein Konto ${audience === "dashboard" ? "für Mitarbeitende" : "für Kundinnen und Kunden"}. Vielleicht läuft Ihres unter einer anderen Adresse.`,
    ],
    footer: "Wenn Sie das nicht waren, können Sie diese Mail ignorieren. Es hat sich nichts geändert.",
  }),
  PASSWORD_CHANGED: ({ organization, ...done }) => ({
    subject: `Ihr Passwort bei ${organization} wurde geändert`,
    paragraphs: [
      `Das Passwort Ihres Kontos bei ${organization} wurde ${when(done)} von ${from(done)} aus geändert. Wo Sie sonst noch angemeldet waren, sind Sie jetzt abgemeldet.`,
    ],
    footer: `Wenn Sie das nicht waren, fordern Sie sofort dort, wo Sie sich anmelden, ein neues Passwort an, und sagen Sie ${organization} Bescheid.`,
  }),
  CONFIRM_EMAIL: ({ organization, url, minutes, code, codeMinutes }) => ({
    subject: `Bestätigen Sie Ihre neue Adresse für ${organization}`,
    paragraphs: [
      `Ihr Konto bei ${organization} soll künftig diese Adresse haben. Bestätigen Sie sie über den Link, innerhalb von ${minutes} Minuten. Oder geben Sie dort, wo Sie es angefordert haben, diesen Code ein; er gilt ${codeMinutes} Minuten.`,
    ],
    code,
    button: { label: "Adresse bestätigen", url },
    footer:
      "Wenn Sie das nicht waren, können Sie diese Mail ignorieren. Ohne den Link oder den Code geschieht nichts.",
  }),
  EMAIL_TAKEN: ({ organization }) => ({
    subject: `Sie haben bereits ein Konto bei ${organization}`,
    paragraphs: [
      `Jemand, vermutlich Sie, wollte diese Adresse einem anderen Konto bei ${organization} geben. Unter ihr gibt es bereits ein Konto: Melden Sie sich damit an, oder fordern Sie ein neues Passwort an.`,
    ],
    footer: "Wenn Sie das nicht waren, können Sie diese Mail ignorieren. Ihr Konto ist unverändert.",
  }),
  EMAIL_CHANGE_REQUESTED: ({ organization, address, ...done }) => ({
    subject: `Eine neue Adresse für Ihr Konto bei ${organization}`,
    paragraphs: [
      `Jemand, der Ihr Passwort kennt, vermutlich Sie, hat ${when(done)} von ${from(done)} aus verlangt, die Adresse Ihres Kontos bei ${organization} auf ${address} zu ändern.`,
      "Sie ändert sich, sobald die neue Adresse bestätigt ist. Bis dahin bleibt alles, wie es ist.",
    ],
    footer: "Wenn Sie das nicht waren, ändern Sie jetzt Ihr Passwort: Damit ist auch dies gestoppt.",
  }),
  EMAIL_CHANGED: ({ organization, address, ...done }) => ({
    subject: `Ihre Adresse bei ${organization} wurde geändert`,
    paragraphs: [
      `Die Adresse Ihres Kontos bei ${organization} wurde ${when(done)} von ${from(done)} aus auf ${address} geändert. Mit dieser Adresse können Sie sich nicht mehr anmelden.`,
    ],
    footer: `Wenn Sie das nicht waren, sagen Sie ${organization} sofort Bescheid.`,
  }),
};
