import type { MailData, MailKind } from "../src/lib/mail/content.ts";

/** One mail of each kind: a kind that is missing here does not compile. */
export const samples: { [Kind in MailKind]: MailData<Kind> } = {
  REGISTRATION_CODE: { code: "048213", minutes: 10 },
  ACCOUNT_EXISTS: {},
};
