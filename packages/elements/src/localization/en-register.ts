import type { PortalStrings } from "./translation.ts";

/** English: making an account. */
const enRegister = {
  name: "Name",
  haveAccount: "Have an account?",
  createTitle: "Create an account",
  createHint: (organization) => `Your portal at ${organization}`,
  passwordHint: "At least 8 characters.",
  codeTitle: "Check your email",
  codeHint: (email) => `We sent a message to ${email}. Enter the six-digit code from it.`,
  code: "Code",
  confirmCode: "Confirm",
  codeAgain: "Send it again",
  codeSent: "A new message is on its way.",
  otherEmail: "Use another email",
  errorINVALID_CODE: "This code is wrong or has expired. Check it, or have a new one sent.",
  errorREGISTRATION_CLOSED: "New accounts are by invitation only. Ask for one.",
  tooShort: "Use at least 8 characters.",
  invalidCode: "Enter the six digits.",
} satisfies PortalStrings;

export default enRegister;
