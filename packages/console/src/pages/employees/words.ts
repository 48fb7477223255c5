import { words } from "../../lib/words.ts";

const english = {
  heading: "Employees",
  invite: "Invite an employee",
  inviteHeading: "Invite an employee",
  send: "Send the invitation",
  invited: (email: string) => `An invitation is on its way to ${email}.`,
  name: "Name",
  nameHint: "How the mail greets.",
  email: "Email",
  role: "Role",
  lastSeen: "Last seen",
  never: "Never",
  account: "Account",
  active: "Active",
  disabled: "Disabled",
  you: "You",
  roles: { EMPLOYEE: "Employee", ADMIN: "Administrator", OWNER: "Owner" },
  roleHints: {
    EMPLOYEE: "Works with customers, appointments, tasks and notes, and invites customers.",
    ADMIN: "Also sets up the portal, employees, keys and mail, and reads the audit log.",
    OWNER: "Also makes other owners, and can delete the organization.",
  },
  none: "Nobody but you",
  noneHint:
    "Invite those who work with your customers. Each has a role, and what they do is in the audit log.",
  change: (name: string) => `${name}: role and account`,
  roleSaved: (name: string, role: string) => `${name} is ${role} now.`,
  disable: "Disable account",
  enable: "Enable account",
  disableHeading: (name: string) => `Disable the account of ${name}?`,
  disableText:
    "They are signed out everywhere at once, and cannot sign in. Their appointments and notes keep their name. You can enable it again.",
  disabledNow: (name: string) => `${name} cannot sign in any more.`,
  enabledNow: (name: string) => `${name} can sign in again.`,
  self: "This is you. Nobody changes their own role or shuts their own account: another administrator can.",
  selfOwner: "This is you. Another owner can change your role.",
  lastOwner:
    "You are the only owner, and an organization needs one. Make somebody else an owner first; they can then change your role.",
  toAccount: "Your password, address and devices are in your account",
  ownersOnly: "Only an owner changes owners.",
  pending: "Invited, not here yet",
  noPending: "No employee is invited at the moment.",
};

/** The shape of the page's words. */
export type EmployeesWords = typeof english;

/** The words of the list of employees. */
export const employeesWords = words<EmployeesWords>(english, { de: () => import("./words.de.ts") });
