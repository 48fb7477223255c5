import { words } from "../../lib/words.ts";

const english = {
  heading: "Get your portal live",
  steps: "Steps",
  step: (number: number, all: number) => `Step ${number} of ${all}`,
  later: "I will do this later",
  next: "Save and continue",
  onward: "Continue",
  skip: "Skip this step",
  LOOK: "How shall it look?",
  LOOKHint: "Your name, your logo, your colour. Customers see your organization, not ours.",
  CUSTOMER: "Who is your first customer?",
  CUSTOMERHint: "Take somebody real, or yourself: the portal is best understood with one person in it.",
  haveCustomers: (count: string) => `You have ${count} already. Add another one, or continue.`,
  name: "Name",
  email: "Email",
  phone: "Phone",
  withAppointment: "With a first appointment",
  title: "What for",
  day: "Day",
  at: "At",
  minutes: "How long",
  length: (minutes: number) => `${minutes} minutes`,
  appointmentPast: "Choose a day and a time that are still to come.",
  customerMade: (name: string) => `${name} is a customer now.`,
  WEBSITE: "On which page will it be?",
  WEBSITEHint:
    "The page of your website on which customers will sign in. Only websites that you name may show the portal; nobody else’s can.",
  page: "Address of the page",
  pageHint: "Copy it from your browser’s address bar. The page may be empty as yet.",
  noPage: "Write the address of a page, like https://www.example.com/portal.",
  alsoAllowed: (origins: string) => `Allowed as well: ${origins}`,
  EMBED: "Put two lines into that page",
  EMBEDHint:
    "Copy them, paste them where the portal is to be, publish the page. Then let us look whether it is there.",
  noWebsite: "First say on which page the portal will be.",
  toWebsite: "Name the page",
  INVITATION: "Invite a customer",
  INVITATIONHint: "They get a mail with a link, choose a password, and are in your portal.",
  invite: "Send the invitation",
  invited: (email: string) => `An invitation is on its way to ${email}.`,
  live: "Your portal is live",
  liveHint: "Customers can sign in on your page, and what you enter here, they see there.",
  almost: "Almost there",
  almostHint: "These steps are still to do. Come back whenever you like.",
  seePage: "Open your page",
  home: "Go to the home page",
  again: "Look at a step again",
};

/** The shape of the page's words. */
export type SetupWords = typeof english;

/** The words of the first run. */
export const setupWords = words<SetupWords>(english, { de: () => import("./words.de.ts") });
