import type { PortalLocalize } from "../controllers/localize.ts";
import { addStrings } from "../controllers/localize.ts";
import loginStrings from "../localization/en-login.ts";
import strings from "../localization/en-account-fields.ts";
import type { CredentialField } from "./credential-fields.ts";

addStrings(loginStrings);
addStrings(strings);

/** Shortest password that the server takes. */
const MIN_PASSWORD = 8;

/** The name that an account has or gets. */
export const nameField = (localize: PortalLocalize, value?: string): CredentialField => ({
  name: "name",
  type: "text",
  autocomplete: "name",
  label: localize.term("name"),
  value,
});

/** A password to be. */
export const newPasswordField = (
  localize: PortalLocalize,
  more: Partial<CredentialField> = {},
): CredentialField => ({
  name: "password",
  type: "password",
  autocomplete: "new-password",
  label: localize.term("password"),
  hint: localize.term("passwordHint"),
  ...more,
});

/** The six digits of a mail. */
export const codeField = (localize: PortalLocalize): CredentialField => ({
  name: "code",
  type: "text",
  autocomplete: "one-time-code",
  label: localize.term("code"),
  inputmode: "numeric",
  maxlength: 11,
});

/** The six digits alone, however they were typed. */
export const digits = (code: string): string => code.replace(/\D/g, "");

/** What they have to say against their values. */
export function checkField(
  localize: PortalLocalize,
  { name, autocomplete }: CredentialField,
  value: string,
): string | undefined {
  if (autocomplete === "new-password" && value.length < MIN_PASSWORD) return localize.term("tooShort");
  if (name === "code" && digits(value).length !== 6) return localize.term("invalidCode");
  return undefined;
}
