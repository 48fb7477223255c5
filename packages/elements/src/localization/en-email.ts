import type { PortalStrings } from "./translation.ts";

/** English: the link that confirms an address. */
const enEmail = {
  confirmEmailTitle: "Confirm your new address",
  confirmEmailHint: (organization) =>
    `From then on you sign in to ${organization} with the address that the message went to.`,
  confirmEmail: "Confirm the address",
  notNow: "Not now",
  emailConfirmed: "Your new address is confirmed",
  emailConfirmedHint: (organization) => `You sign in to ${organization} with it from now on.`,
  emailLinkUsed: "This link does not work any more",
  emailLinkUsedHint: (organization) =>
    `It was used, has expired, or a newer message replaces it. In your profile at ${organization} you can have another sent.`,
  emailTaken: "This address belongs to another account",
  emailTakenHint: (organization) =>
    `Nothing has changed. In your profile at ${organization} you can choose another address.`,
  goOn: "Continue",
} satisfies PortalStrings;

export default enEmail;
