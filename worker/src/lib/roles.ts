/** Roles, each with all that the one before may do on the dashboard. */
const order = ["CUSTOMER", "EMPLOYEE", "ADMIN", "OWNER"] as const;

/** What a user is in an organization. */
export type Role = (typeof order)[number];

/** The roles of employees. */
export const employeeRoles = ["EMPLOYEE", "ADMIN", "OWNER"] as const;

/** Whether `role` may do what `least` may. */
export const isAtLeast = (role: Role, least: Role) => order.indexOf(role) >= order.indexOf(least);
