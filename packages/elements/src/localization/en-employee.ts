import type { PortalStrings } from "./translation.ts";

/** English: an employee's own page. */
const enEmployee = {
  ownAccount: "Your account",
  roleOWNER: (organization) => `Owner of ${organization}`,
  roleADMIN: (organization) => `Administrator at ${organization}`,
  roleEMPLOYEE: (organization) => `Employee at ${organization}`,
} satisfies PortalStrings;

export default enEmployee;
