/** Roles, each with all that the one before may do on the dashboard. */
const order = ["CUSTOMER", "EMPLOYEE", "ADMIN", "OWNER"] as const;

/** What a user is in an organization. */
export type Role = (typeof order)[number];

/** The roles of employees. */
export const employeeRoles = ["EMPLOYEE", "ADMIN", "OWNER"] as const;

/** Whether `role` may do what `least` may. */
export const isAtLeast = (role: Role, least: Role) => order.indexOf(role) >= order.indexOf(least);

/** Who may invite to a role: every employee customers, and otherwise nobody above their own. */
export const inviters = {
  CUSTOMER: ["EMPLOYEE", "ADMIN", "OWNER"],
  EMPLOYEE: ["ADMIN", "OWNER"],
  ADMIN: ["ADMIN", "OWNER"],
  OWNER: ["OWNER"],
} as const satisfies Record<Role, readonly Role[]>;

/** What acts, as the audit log names it: users by their role, an organization's own systems by a key, and Portico. */
export const actorKinds = ["EMPLOYEE", "CUSTOMER", "KEY", "SYSTEM"] as const;

/** One of `actorKinds`. */
export type ActorKind = (typeof actorKinds)[number];
