import { words } from "../../lib/words.ts";

const english = {
  heading: "Customers",
  search: "Search name, email, phone or external id",
  newCustomer: "New customer",
  newCustomerHeading: "New customer",
  create: "Create customer",
  created: (name: string) => `${name} is a customer now.`,
  filter: "Account",
  all: "All",
  name: "Name",
  email: "Email",
  phone: "Phone",
  address: "Address",
  externalId: "External id",
  externalIdHint: "The customer's number in your own system, if you have one.",
  account: "Account",
  ACTIVE: "Active",
  INVITED: "Invited",
  EXPIRED: "Invitation expired",
  NONE: "None",
  DISABLED: "Disabled",
  nextAppointment: "Next appointment",
  openTasks: "Open tasks",
  none: "No customers yet",
  noneHint: "Make the first one here, or import a list. Customers appear here as soon as they exist.",
  notFound: (q: string) => `Nobody matches “${q}”`,
  notFoundHint: "Check the spelling, search for a part of it, or look among all customers.",
  noneSuch: "No customer is in this state",
  noneSuchHint: "Choose another filter above.",
};

/** The shape of the page's words. */
export type CustomersWords = typeof english;

/** The words of the list of customers. */
export const customersWords = words<CustomersWords>(english, { de: () => import("./words.de.ts") });
