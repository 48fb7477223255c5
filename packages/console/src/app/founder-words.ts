import { words } from "../lib/words.ts";

const english = {
  title: "Create an organization",
  hint: "Your customers’ portal on your own website. You are its owner, and sign in here from now on.",
  organizationName: "Name of your organization",
  name: "Your name",
  email: "Your email",
  password: "Password",
  passwordHint: "At least 8 characters. A sentence is fine.",
  create: "Create the organization",
  creating: "Creating it …",
  haveOne: "Does your organization have a portal already?",
  signIn: "Sign in",
  newHere: "New here?",
};

/** The shape of the words for whoever founds an organization. */
export type FounderWords = typeof english;

/** The words for whoever founds an organization. */
export const founderWords = words<FounderWords>(english, { de: () => import("./founder-words.de.ts") });
