/** Why a row is not invited: its code, what becomes of it, and what to do about it. */
export const importReasons = {
  TOO_MANY_FIELDS: ["INVALID", "The line has more fields than the header. Put quotes around separators."],
  EMAIL_MISSING: ["INVALID", "There is no email address."],
  EMAIL_INVALID: ["INVALID", "The email address is not one."],
  NAME_INVALID: ["INVALID", "The name has more than 200 characters, or control characters."],
  EXTERNAL_ID_INVALID: ["INVALID", "The external id has more than 100 characters, or control characters."],
  PHONE_INVALID: ["INVALID", "The phone number is not one."],
  LOCALE_INVALID: ["INVALID", "The language is not a tag such as en or de-AT."],
  EXTERNAL_ID_REPEATED: ["INVALID", "A line before has the same external id with another address."],
  EXTERNAL_ID_TAKEN: ["INVALID", "The customer with this external id has another email address."],
  SEVERAL_CUSTOMERS: ["INVALID", "Several customers have this address. Invite the right one by itself."],
  REPEATED: ["SKIPPED", "A line before has the same address."],
  HAS_ACCOUNT: ["SKIPPED", "There is an account already."],
  ALREADY_INVITED: ["SKIPPED", "There is an open invitation already."],
} as const satisfies Record<string, ["INVALID" | "SKIPPED", string]>;

/** A reason's code. */
export type ImportReason = keyof typeof importReasons;
