import type { PortalStrings } from "./translation.ts";

/** English: to somebody who signs in on the wrong side. */
const enOtherSide = {
  errorCUSTOMER_REQUIRED: "This is an employee’s account. Employees sign in at the dashboard.",
  toDashboard: "Go to the dashboard",
  errorEMPLOYEE_REQUIRED: "This is a customer’s account. Customers sign in at the portal.",
  toPortal: "Go to the portal",
} satisfies PortalStrings;

export default enOtherSide;
