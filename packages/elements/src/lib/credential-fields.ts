import type { PortalLocalize } from "../controllers/localize.ts";
import type { credentialNames } from "./auth-form.ts";

/** One of the fields that an account is made of. */
export type CredentialName = (typeof credentialNames)[number];

/** One light-DOM field. */
export interface CredentialField {
  name: CredentialName;
  type: string;
  autocomplete: string;
  label: string;
  hint?: string;
  inputmode?: string;
  maxlength?: number;
  /** What stands in it before anything is typed. */
  value?: string;
  /** Said, not asked: whose account it is. */
  isFixed?: boolean;
  /** For password managers alone, which file a new password under its address; it is fixed, too. */
  isHidden?: boolean;
}

/** The address that people sign in with. */
export const emailField = (
  localize: PortalLocalize,
  more: Partial<CredentialField> = {},
): CredentialField => ({
  name: "email",
  type: "email",
  autocomplete: "username",
  label: localize.term("email"),
  ...more,
});

/** The account's password, to prove that it is one's own. */
export const passwordField = (
  localize: PortalLocalize,
  label = localize.term("password"),
): CredentialField => ({
  name: "password",
  type: "password",
  autocomplete: "current-password",
  label,
});
