import type { MailWords, Offer } from "./content.ts";
import { momentIn } from "./moment.ts";

const terms = ({ until, timeZone }: Offer) =>
  `Press the button and choose a password, or sign in if you have an account there already. The invitation is for you alone and good until ${momentIn("en-GB", until, timeZone)}.`;
const teamRoles = {
  EMPLOYEE: "an employee: you look after customers, their appointments, tasks and notes",
  ADMIN: "an administrator: you look after customers and their records, employees and settings",
  OWNER: "an owner: you may do everything, and decide who else may",
};

/** The mails in English. */
export const en: MailWords = {
  INVITATION: ({ organization, ...offer }) => ({
    subject: `${organization} invites you to the customer portal`,
    paragraphs: [
      `Hello ${offer.name},`,
      `${offer.inviter} of ${organization} invites you to the customer portal. There you see your appointments, your tasks and the notes that ${organization} shares with you, and keep your own details up to date.`,
      terms(offer),
    ],
    button: { label: "Accept the invitation", url: offer.url },
    footer: `If you did not expect this, you can ignore this mail: without you, nothing happens. If you are not sure, ask ${organization} in the way you always do.`,
  }),
  EMPLOYEE_INVITATION: ({ organization, role, ...offer }) => ({
    subject: `${offer.inviter} invites you to the team of ${organization}`,
    paragraphs: [
      `Hello ${offer.name},`,
      `${offer.inviter} invites you to the dashboard of ${organization}, as ${teamRoles[role]}.`,
      terms(offer),
    ],
    button: { label: "Accept the invitation", url: offer.url },
    footer: `If you did not expect this, you can ignore this mail: without you, nothing happens. If you are not sure, ask ${offer.inviter}.`,
  }),
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
