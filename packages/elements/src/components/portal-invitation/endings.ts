import type { PortalError } from "@portico/client";

const unknown = ["invitationUnknown", "invitationUnknownHint"] as const;

/** How an invitation can be over: what to say of it, and of the way forward. */
const endings = {
  INVITATION_EXPIRED: ["invitationExpired", "invitationExpiredHint"],
  INVITATION_REVOKED: ["invitationRevoked", "invitationRevokedHint"],
  INVITATION_SUPERSEDED: ["invitationSuperseded", "invitationSupersededHint"],
  INVITATION_ACCEPTED: ["invitationAccepted", "invitationAcceptedHint"],
  CONFLICT: ["invitationConflict", "invitationConflictHint"],
  NOT_FOUND: unknown,
  OTHER_ORGANIZATION: unknown,
} as const;

/** The words for an error that is the end of an invitation. */
export const endingOf = ({ code }: PortalError): (typeof endings)[keyof typeof endings] | undefined =>
  endings[code as keyof typeof endings];
