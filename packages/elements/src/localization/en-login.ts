import type { PortalStrings } from "./translation.ts";

/** English: signing in. */
const enLogin = {
  signedInAs: (name) => `Signed in as ${name}`,
  welcomeBack: "Welcome back",
  email: "Email",
  password: "Password",
  showPassword: "Show password",
  hidePassword: "Hide password",
  forgotPassword: "Forgot your password?",
  newHere: "New here?",
  byInvitation: (organization) => `${organization} gives access by invitation.`,
  errorINVALID_CREDENTIALS: "Email and password do not match. Check both and try again.",
  invalidEmail: "Enter an email address like name@example.com.",
  required: "Fill this in.",
  invalidField: "This was not accepted. Check it.",
} satisfies PortalStrings;

export default enLogin;
