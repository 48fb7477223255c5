import type { PortalStrings } from "./translation.ts";

/** English: what every element says. */
const en: PortalStrings = {
  portal: "Customer portal",
  signOut: "Sign out",
  loading: "Loading",
  tryAgain: "Try again",
  loadFailed: (what) => `${what} could not be loaded`,
  errorNETWORK: "There is no connection right now. Check your network, then try again.",
  errorRATE_LIMITED: "That was too often in a short time. Wait a moment, then try again.",
  errorUNAVAILABLE: "The portal is busy right now. Try again in a moment.",
  errorORIGIN_NOT_ALLOWED:
    "This website is not allowed to show the portal. Its owner can allow it in the settings.",
  errorOther: "Something went wrong on our side. Try again.",
  reference: (id) => `Reference ${id}`,
  notConfigured: "There is no portal to show: the organization and api-url attributes have to name one.",
  signedOutNow: "You are signed out.",
  signInTo: (organization) => `Sign in to ${organization}`,
  signIn: "Sign in",
  createAccount: "Create an account",
};

export default en;
