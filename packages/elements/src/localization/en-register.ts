import type { PortalStrings } from "./translation.ts";

/** English: making an account. */
const enRegister = {
  haveAccount: "Have an account?",
  createTitle: "Create an account",
  createHint: (organization) => `Your portal at ${organization}`,
  codeHint: (email) => `We sent a message to ${email}. Enter the six-digit code from it.`,
  confirmCode: "Confirm",
  errorREGISTRATION_CLOSED: "New accounts are by invitation only. Ask for one.",
} satisfies PortalStrings;

export default enRegister;
