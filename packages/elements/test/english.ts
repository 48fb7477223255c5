import accountFields from "../src/localization/en-account-fields.ts";
import account from "../src/localization/en-account.ts";
import email from "../src/localization/en-email.ts";
import finder from "../src/localization/en-finder.ts";
import invitation from "../src/localization/en-invitation.ts";
import login from "../src/localization/en-login.ts";
import otherSide from "../src/localization/en-other-side.ts";
import portal from "../src/localization/en-portal.ts";
import profile from "../src/localization/en-profile.ts";
import register from "../src/localization/en-register.ts";
import reset from "../src/localization/en-reset.ts";
import en from "../src/localization/en.ts";
import type { PortalStrings } from "../src/localization/translation.ts";

/** English in one piece; the elements have it in parts. */
export const english: PortalStrings = {
  ...en,
  ...accountFields,
  ...account,
  ...email,
  ...finder,
  ...invitation,
  ...login,
  ...otherSide,
  ...portal,
  ...profile,
  ...register,
  ...reset,
};

/** What a key says: words, or a function of values. */
export type Words = string | ((...values: unknown[]) => string);
