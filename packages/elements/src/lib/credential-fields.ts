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
}

/** The address that people sign in with. */
export const emailField = (localize: PortalLocalize): CredentialField => ({
  name: "email",
  type: "email",
  autocomplete: "username",
  label: localize.term("email"),
  inputmode: "email",
});

/** The password: a known one, or a new one with what is asked of it. */
export const passwordField = (localize: PortalLocalize, hint?: string): CredentialField => ({
  name: "password",
  type: "password",
  autocomplete: hint ? "new-password" : "current-password",
  label: localize.term("password"),
  hint,
});
