import type { PortalStrings } from "./translation.ts";

/** English: the profile. */
const enProfile = {
  required: "Fill this in.",
  invalidField: "This was not accepted. Check it.",
  name: "Name",
  profileHint: (organization) => `${organization} uses this to reach you.`,
  phone: "Phone",
  address: "Address",
  timeZone: "Time zone",
  zoneOfOrganization: (zone) => `Same as the organization (${zone})`,
  language: "Language and formats",
  languageOfOrganization: (language) => `Same as the organization (${language})`,
  optional: "optional",
  save: "Save",
  saved: "Saved",
  fixFields: "Not saved yet. Check the marked fields.",
} satisfies PortalStrings;

export default enProfile;
