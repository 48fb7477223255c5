import { words } from "../lib/words.ts";

const english = {
  skip: "Skip to the content",
  navigation: "Console",
  menu: "Menu",
  closeMenu: "Close menu",
  setUp: "Set up",
  home: "Home",
  customers: "Customers",
  appointments: "Appointments",
  tasks: "Tasks",
  notes: "Notes",
  invitations: "Invitations",
  embed: "Embed",
  employees: "Employees",
  keys: "API keys",
  data: "Import and export",
  mails: "Mail",
  audit: "Audit log",
  yourAccount: "Your account",
  signIn: "Sign in",
  newPassword: "New password",
  signOut: "Sign out",
  messages: "Messages",
  undo: "Undo",
  dismiss: "Dismiss",
};

/** The shape of the words around the pages. */
export type AppWords = typeof english;

/** The words around the pages. */
export const appWords = words<AppWords>(english, { de: () => import("./words.de.ts") });
