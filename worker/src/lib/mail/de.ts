import type { MailWords } from "./content.ts";

/** The mails in German. */
export const de: MailWords = {
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
