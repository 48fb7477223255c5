import type { FounderWords } from "./founder-words.ts";

const german: FounderWords = {
  title: "Unternehmen anlegen",
  hint: "Das Portal Ihrer Kunden auf Ihrer eigenen Website. Es gehört Ihnen, und Sie melden sich von nun an hier an.",
  organizationName: "Name Ihres Unternehmens",
  name: "Ihr Name",
  email: "Ihre E-Mail",
  password: "Passwort",
  passwordHint: "Mindestens 8 Zeichen. Ein Satz ist gut.",
  create: "Unternehmen anlegen",
  creating: "Wird angelegt …",
  haveOne: "Hat Ihr Unternehmen schon ein Portal?",
  signIn: "Anmelden",
  newHere: "Neu hier?",
};

export default german;
