import type { PortalStrings } from "./translation.ts";

/** English: choosing a password, and proving an address by a code. */
const enAccountFields = {
  name: "Name",
  passwordHint: "At least 8 characters.",
  codeTitle: "Check your email",
  code: "Code",
  codeAgain: "Send it again",
  codeSent: "A new message is on its way.",
  otherEmail: "Use another email",
  errorINVALID_CODE: "This code is wrong or has expired. Check it, or have a new one sent.",
  tooShort: "Use at least 8 characters.",
  invalidCode: "Enter the six digits.",
} satisfies PortalStrings;

export default enAccountFields;
