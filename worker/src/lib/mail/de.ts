import type { MailWords, Offer } from "./content.ts";
import { momentIn } from "./moment.ts";

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
      `Guten Tag ${offer.name},`,
      `${offer.inviter} von ${organization} lädt Sie ins Kundenportal ein. Dort sehen Sie Ihre Termine, Ihre Aufgaben und die Notizen, die ${organization} mit Ihnen teilt, und halten Ihre Angaben aktuell.`,
      terms(offer),
    ],
    button: { label: "Einladung annehmen", url: offer.url },
    footer: `Wenn Sie das nicht erwartet haben, können Sie diese Mail ignorieren: Ohne Sie geschieht nichts. Wenn Sie unsicher sind, fragen Sie ${organization} auf dem Weg, den Sie sonst nutzen.`,
  }),
  EMPLOYEE_INVITATION: ({ organization, role, ...offer }) => ({
    subject: `${offer.inviter} lädt Sie ins Team von ${organization} ein`,
    paragraphs: [
      `Guten Tag ${offer.name},`,
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
};
