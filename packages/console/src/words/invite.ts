import { words } from "../lib/words.ts";

const english = {
  email: "Email",
  emailHint: "The invitation goes there. The link is good for seven days.",
  name: "Name",
  nameHint: "How the mail greets.",
  customerHint:
    "Choose who it is for, or leave this empty: then it is a new customer, or the one with this address.",
};

/** The shape of the words about inviting. */
export type InviteWords = typeof english;

/** The words about inviting a customer. */
export const inviteWords = words<InviteWords>(english, { de: () => import("./invite.de.ts") });
