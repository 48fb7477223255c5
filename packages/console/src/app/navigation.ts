import type { UserRole } from "@portico/client";
import { icons } from "../parts/icons.ts";
import type { PageName } from "./routes.ts";
import type { AppWords } from "./words.ts";

/** An entry of the side bar. `of`: other pages on which it is the current one. */
export interface Entry {
  page: PageName;
  path: string;
  word: keyof AppWords & string;
  icon: unknown;
  of?: PageName[];
}

/** Daily work. */
const work: Entry[] = [
  { page: "home", path: "", word: "home", icon: icons.home },
  { page: "customers", path: "customers", word: "customers", icon: icons.customers, of: ["customer"] },
  { page: "appointments", path: "appointments", word: "appointments", icon: icons.appointments },
  { page: "tasks", path: "tasks", word: "tasks", icon: icons.tasks },
  { page: "notes", path: "notes", word: "notes", icon: icons.notes },
  {
    page: "invitations",
    path: "invitations",
    word: "invitations",
    icon: icons.invitations,
    of: ["import"],
  },
];

/** What is set up once and looked after now and then, by those who run the organization. */
const setUp: Entry[] = [
  { page: "embed", path: "embed", word: "embed", icon: icons.embed },
  { page: "employees", path: "employees", word: "employees", icon: icons.employees },
  { page: "keys", path: "api-keys", word: "keys", icon: icons.keys },
  { page: "data", path: "data", word: "data", icon: icons.data },
  { page: "mails", path: "mails", word: "mails", icon: icons.mails },
  { page: "audit", path: "audit-log", word: "audit", icon: icons.audit },
];

/** The side bar's groups for a role. */
export const navigationOf = (role: UserRole): { work: Entry[]; setUp: Entry[] } => ({
  work,
  setUp: role === "EMPLOYEE" ? [] : setUp,
});
