import { words } from "../../lib/words.ts";

const english = {
  heading: "Invitations",
  state: "State",
  states: { PENDING: "Waiting", ACCEPTED: "Accepted", EXPIRED: "Expired", REVOKED: "Taken back" },
  invite: "Invite a customer",
  import: "Import a list",
  send: "Send the invitation",
  invited: (email: string) => `An invitation is on its way to ${email}.`,
  who: "Who",
  roles: { EMPLOYEE: "Employee", ADMIN: "Administrator", OWNER: "Owner" },
  sent: "Sent",
  by: (name: string) => `by ${name}`,
  until: "Good until",
  actions: "Actions",
  resend: "Send again",
  resendOf: (name: string) => `Send again: invitation of ${name}`,
  resent: (email: string) => `Sent again to ${email}. Links of before say that there is a newer one.`,
  revoke: "Take back",
  revokeOf: (name: string) => `Take back: invitation of ${name}`,
  revokeHeading: (name: string) => `Take back the invitation of ${name}?`,
  revokeText: "The link in the mail stops working at once. You can invite them again.",
  revoked: (name: string) => `The invitation of ${name} is taken back.`,
  none: {
    PENDING: "No invitation is waiting",
    ACCEPTED: "Nobody has accepted yet",
    EXPIRED: "No invitation has expired",
    REVOKED: "No invitation was taken back",
  },
  noneHint: {
    PENDING: "Invite one customer, or a whole list at once. Who has not come yet appears here.",
    ACCEPTED: "When somebody follows the link in their mail and chooses a password, they appear here.",
    EXPIRED: "A link is good for seven days. After that you can send it again from here.",
    REVOKED: "When you take an invitation back, it appears here.",
  },
};

/** The shape of the page's words. */
export type InvitationsWords = typeof english;

/** The words of the list of invitations. */
export const invitationsWords = words<InvitationsWords>(english, { de: () => import("./words.de.ts") });
