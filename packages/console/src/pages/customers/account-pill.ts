import type { CustomerRecord } from "@portico/client/dashboard";
import { pill } from "@portico/elements/internal/primitives/primitives.ts";
import type { Tone } from "@portico/elements/internal/primitives/primitives.ts";
import type { TemplateResult } from "lit";
import type { CustomersWords } from "./words.ts";

/** How a customer's account stands, in the words of the list's filter. */
export type AccountState = "ACTIVE" | "INVITED" | "EXPIRED" | "NONE" | "DISABLED";

const tones: Record<AccountState, Tone> = {
  ACTIVE: "accent",
  INVITED: "warning",
  EXPIRED: "warning",
  NONE: "neutral",
  DISABLED: "danger",
};

/** Whether somebody signs in as the customer, is invited to, or neither. */
export function accountState({ account, invitation }: CustomerRecord): AccountState {
  if (account) return account.disabledAt ? "DISABLED" : "ACTIVE";
  if (invitation?.status === "PENDING") return "INVITED";
  return invitation?.status === "EXPIRED" ? "EXPIRED" : "NONE";
}

/** The same as a pill. */
export function accountPill(words: CustomersWords, customer: CustomerRecord): TemplateResult {
  const state = accountState(customer);
  return pill(words[state], tones[state]);
}
