import type { MailWords } from "./content.ts";

/** The mails in English. */
export const en: MailWords = {
  REGISTRATION_CODE: ({ organization, code, minutes }) => ({
    subject: `${code} is your code for ${organization}`,
    paragraphs: [
      `Welcome! Type this code to finish your account at ${organization}. It is good for ${minutes} minutes.`,
    ],
    code,
    footer: "If this was not you, you can ignore this mail. Nothing happens without the code.",
  }),
  ACCOUNT_EXISTS: ({ organization }) => ({
    subject: `You already have an account at ${organization}`,
    paragraphs: [
      `Somebody, probably you, tried to register at ${organization} with this address. There is an account already: sign in with your password instead.`,
    ],
    footer: "If this was not you, you can ignore this mail. Your account is as it was.",
  }),
};
