import { words } from "../../lib/words.ts";

const english = {
  heading: "Mail",
  intro:
    "What Portico wrote to people for you in the last ninety days. What a mail says is shown to nobody: it may hold a code or a link that is its receiver's alone.",
  filter: "State",
  all: "All",
  QUEUED: "Waiting",
  SENT: "Sent",
  FAILED: "Failed",
  mail: "Mail",
  state: "State",
  when: "When",
  actions: "Again",
  kinds: {
    INVITATION: "Invitation to the portal",
    EMPLOYEE_INVITATION: "Invitation to work here",
    REGISTRATION_CODE: "Code to register",
    ACCOUNT_EXISTS: "Somebody registered who has an account",
    RESET_PASSWORD: "Link for a new password",
    NO_ACCOUNT: "Somebody forgot a password who has no account",
    PASSWORD_CHANGED: "The password was changed",
    CONFIRM_EMAIL: "Code to confirm an address",
    EMAIL_TAKEN: "The new address belongs to another account",
    EMAIL_CHANGE_REQUESTED: "Another address was asked for",
    EMAIL_CHANGED: "The address was changed",
    OTHER: "Message",
  } as Record<string, string>,
  errors: {
    REFUSED: "The mail provider refuses this mail or its address. Check the address for typing errors.",
    NOT_AUTHORIZED:
      "The mail provider does not accept this installation's credentials or sender. Whoever runs it has to set that right.",
    RATE_LIMITED: "The mail provider takes no more mails at the moment.",
    UNAVAILABLE: "The mail provider cannot take mails at the moment.",
    UNREACHABLE: "The mail provider could not be reached.",
    TIMEOUT: "The mail provider did not answer in time.",
    INTERRUPTED: "Every attempt was interrupted before the provider had answered.",
  } as Record<string, string>,
  attempts: (count: number) => (count === 1 ? "1 attempt" : `${count} attempts`),
  dueNow: "Is sent within minutes",
  nextTry: (when: string) => `Next try ${when}`,
  sendAgain: "Send again",
  sendNow: "Send now",
  about: (kind: string, to: string) => `${kind} to ${to}`,
  requeued: (to: string) => `The mail to ${to} is on its way again.`,
  none: "No mail has been written yet",
  noneHint: "Invitations, codes and notices appear here as soon as Portico writes the first one.",
  noneSuch: { QUEUED: "No mail waits", SENT: "No mail has been sent", FAILED: "No mail has failed" },
  noneSuchHint: {
    QUEUED: "Everything that was to be sent has left.",
    SENT: "Mails appear here as soon as the provider has taken them.",
    FAILED: "If one is refused, or not taken for three days, it is told here with the reason.",
  },
};

/** The shape of the page's words. */
export type MailsWords = typeof english;

/** The words of the list of mails. */
export const mailsWords = words<MailsWords>(english, { de: () => import("./words.de.ts") });
