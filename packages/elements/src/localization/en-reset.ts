import type { PortalStrings } from "./translation.ts";

/** English: a forgotten password. */
const enReset = {
  forgotPassword: "Forgot your password?",
  forgotHint: (organization) =>
    `Enter the address you use at ${organization}. We send you a link and a code to choose a new password.`,
  sendMail: "Send the mail",
  resetHint: (email) =>
    `A message to ${email} is on its way, with a link and a six-digit code. Open the link, or enter the code here.`,
  newPassword: "New password",
  newPasswordTitle: "Choose a new password",
  newPasswordHint: (organization) => `For your account at ${organization}. Every other device is signed out.`,
  setPassword: "Set the new password",
  passwordChanged: "Your password is changed. Other devices are signed out.",
  backToSignIn: "Back to sign-in",
  linkUsed: "This link does not work any more",
  linkUsedHint: "It was used, has expired, or a newer message replaces it. Have a new message sent.",
  newMail: "Send a new message",
} satisfies PortalStrings;

export default enReset;
