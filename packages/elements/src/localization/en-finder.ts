import type { PortalStrings } from "./translation.ts";

/** English: finding a portal. */
const enFinder = {
  required: "Fill this in.",
  findPortal: "Find your portal",
  findPortalHint: "Enter the short name of the organization, as in its invitation or link.",
  organization: "Organization",
  continue: "Continue",
  organizationUnknown: "There is no organization of this name.",
} satisfies PortalStrings;

export default enFinder;
