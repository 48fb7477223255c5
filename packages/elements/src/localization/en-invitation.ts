import type { PortalStrings } from "./translation.ts";

/** English: an invitation. */
const enInvitation = {
  invitation: "The invitation",
  invitedTo: (organization) => `Welcome to ${organization}`,
  invitedBy: (inviter, organization) =>
    `${inviter} of ${organization} invites you to your own portal. There you see what is planned, what you are asked to do and what was written for you.`,
  invitedByNobody: (organization) =>
    `${organization} invites you to your own portal. There you see what is planned, what you are asked to do and what was written for you.`,
  invitedToTeam: (inviter, organization, role) =>
    `${inviter ?? organization} invites you to the team of ${organization}, as ${
      { EMPLOYEE: "an employee", ADMIN: "an administrator", OWNER: "an owner" }[role]
    }.`,
  invitationUntil: (day) => `The invitation is for you alone and good until ${day}.`,
  acceptInvitation: "Accept the invitation",
  acceptHere: (email) => `You are signed in as ${email}. One click, and it is yours.`,
  haveAccountHint: (email) => `${email} has an account here already. Sign in, then accept.`,
  notNow: "Not now",
  forAnother: "This invitation is for somebody else",
  forAnotherHint: (invited, signedIn) =>
    `It was sent to ${invited}, and you are signed in as ${signedIn}. Sign out to go on with it.`,
  signOutAndGoOn: "Sign out and go on",
  staySignedIn: (email) => `Stay signed in as ${email}`,
  invitationExpired: "This invitation has expired",
  invitationExpiredHint: (organization) =>
    `Invitations are good for seven days. Ask ${organization} to send it again.`,
  invitationRevoked: "This invitation was taken back",
  invitationRevokedHint: (organization) =>
    `If you think that is a mistake, ask ${organization} for a new one.`,
  invitationSuperseded: "There is a newer invitation",
  invitationSupersededHint: (organization) =>
    `It was sent again. Open the link in the newest message from ${organization}.`,
  invitationAccepted: "You have accepted this invitation",
  invitationAcceptedHint: (organization) =>
    `You have an account at ${organization}. Sign in with your address and password.`,
  invitationUnknown: "This link does not work here",
  invitationUnknownHint: (organization) =>
    `Part of it may be missing, or it is not from ${organization}. Open it again from the message.`,
  invitationConflict: "This could not be accepted",
  invitationConflictHint: (organization) =>
    `Somebody signs in to this record already, or you have another one. ${organization} can put that right.`,
  toSignIn: "Go to sign-in",
  goOn: "Continue",
  invitationWaiting: "Your invitation appears here",
  invitationWaitingHint: (organization) =>
    `Open the link in the message from ${organization}. If you have an account already, sign in.`,
  accepted: (name) => `Welcome, ${name}`,
  acceptedHint: (organization) => `You are signed in to ${organization}.`,
} satisfies PortalStrings;

export default enInvitation;
