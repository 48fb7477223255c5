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
  errorCUSTOMER_REQUIRED: "This is an employee’s account. It signs in at the dashboard:",
  errorEMPLOYEE_REQUIRED: "This is a customer’s account. It signs in at the customer portal:",
  goThere: "go there",
  invalidEmail: "Enter an email address like name@example.com.",
  required: "Fill this in.",
  invalidField: "This was not accepted. Check it.",
} satisfies PortalStrings;

export default enLogin;
