import { deviceName } from "../device.ts";
import type { Happening, MailWords, Offer } from "./content.ts";
import { momentIn } from "./moment.ts";

const when = ({ at, timeZone }: Happening) => `on ${momentIn("en-GB", at, timeZone)}`;
const from = ({ device }: Happening) =>
  device.browser || device.system ? deviceName(device) : "a device that we do not know";
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
      `${["Hello", offer.name].filter(Boolean).join(" ")},`,
      `${offer.inviter ? `${offer.inviter} of ` : ""}${organization} invites you to the customer portal. There you see what is planned, what you are asked to do and what ${organization} writes for you, and keep your own details up to date.`,
      terms(offer),
    ],
    button: { label: "Accept the invitation", url: offer.url },
    footer: `If you did not expect this, you can ignore this mail: without you, nothing happens. If you are not sure, ask ${organization} in the way you always do.`,
  }),
  EMPLOYEE_INVITATION: ({ organization, role, ...offer }) => ({
    subject: `${offer.inviter} invites you to the team of ${organization}`,
    paragraphs: [
      `${["Hello", offer.name].filter(Boolean).join(" ")},`,
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
  RESET_PASSWORD: ({ organization, url, minutes, code, codeMinutes, ...done }) => ({
    subject: `A new password for ${organization}`,
    paragraphs: [
      `Somebody, probably you, asked for a new password for your account at ${organization}, ${when(done)} from ${from(done)}.`,
      `Choose one by the link, which works once, within ${minutes} minutes. Or type this code where you asked; it is good for ${codeMinutes} minutes.`,
    ],
    code,
    button: { label: "Choose a new password", url },
    footer: "If this was not you, you can ignore this mail. Your password stays as it is.",
  }),
  NO_ACCOUNT: ({ organization, audience }) => ({
    subject: `No account at ${organization} under this address`,
    paragraphs: [
      `Somebody, probably you, asked for a new password at ${organization}. Under this address there is no account ${audience === "dashboard" ? "of an employee" : "of a customer"} here. Perhaps yours is under another address.`,
    ],
    footer: "If this was not you, you can ignore this mail. Nothing has changed.",
  }),
  PASSWORD_CHANGED: ({ organization, ...done }) => ({
    subject: `Your password at ${organization} was changed`,
    paragraphs: [
      `The password of your account at ${organization} was changed ${when(done)} from ${from(done)}. Wherever else you were signed in, you are signed out now.`,
    ],
    footer: `If this was not you, ask for a new password at once where you sign in, and tell ${organization}.`,
  }),
  CONFIRM_EMAIL: ({ organization, url, minutes, code, codeMinutes }) => ({
    subject: `Confirm your new address for ${organization}`,
    paragraphs: [
      `This is to become the address of your account at ${organization}. Confirm it by the link, within ${minutes} minutes. Or type this code where you asked; it is good for ${codeMinutes} minutes.`,
    ],
    code,
    button: { label: "Confirm this address", url },
    footer: "If this was not you, you can ignore this mail. Nothing happens without the link or the code.",
  }),
  EMAIL_TAKEN: ({ organization }) => ({
    subject: `You already have an account at ${organization}`,
    paragraphs: [
      `Somebody, probably you, wanted to give this address to another account at ${organization}. There is an account under it already: sign in with it, or ask for a new password.`,
    ],
    footer: "If this was not you, you can ignore this mail. Your account is as it was.",
  }),
  EMAIL_CHANGE_REQUESTED: ({ organization, address, ...done }) => ({
    subject: `A new address for your account at ${organization}`,
    paragraphs: [
      `Somebody who knows your password, probably you, asked ${when(done)} from ${from(done)} to change the address of your account at ${organization} to ${address}.`,
      "It changes as soon as the new address is confirmed. Until then, everything stays as it is.",
    ],
    footer: "If this was not you, change your password now: that stops this, too.",
  }),
  EMAIL_CHANGED: ({ organization, address, ...done }) => ({
    subject: `Your address at ${organization} was changed`,
    paragraphs: [
      `The address of your account at ${organization} was changed to ${address}, ${when(done)} from ${from(done)}. This address signs in no longer.`,
    ],
    footer: `If this was not you, tell ${organization} at once.`,
  }),
};
