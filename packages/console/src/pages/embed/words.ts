import { words } from "../../lib/words.ts";

const english = {
  heading: "Embed",
  firstRun: "First steps",
  websites: "Websites that may show the portal",
  websitesHint:
    "Only pages on these websites can load your portal: a copy of your page somewhere else gets nothing. Exactly as in the address bar, with or without www.",
  website: "Address of the website",
  add: "Add",
  noWebsite: "Write an address like https://www.example.com; http only for localhost.",
  known: (origin: string) => `${origin} is in the list already.`,
  added: (origin: string) => `${origin} may show the portal now.`,
  removed: (origin: string) => `${origin} may not show the portal any more.`,
  remove: "Remove",
  removeOf: (origin: string) => `Remove ${origin}`,
  removeHeading: (origin: string) => `Remove ${origin}?`,
  removeText:
    "The portal stops working there at once, for everybody who is signed in, too. You can add it again.",
  noWebsites: "No website may show the portal yet",
  noWebsitesHint: "Until you add one, customers use the page that we host for you.",
  mailsLead: "Mails lead here",
  portalUrl: "Links in mails lead to",
  portalUrlHint:
    "The page with the portal, on one of the websites above. Empty: the page that we host for you.",
  notListed: "This page is on none of the websites above. Add its website first.",
  registration: "Who may make an account",
  registrationHint: "It counts from the next attempt on; accounts that are there stay.",
  modes: { OPEN: "Everybody", INVITATION: "By invitation", OFF: "Nobody" },
  modeHints: {
    OPEN: "Whoever proves their email address is in. If you have a customer with that address, it is theirs; else they are a new one.",
    INVITATION: "Only those whom you or a colleague invite. The right choice where you know your customers.",
    OFF: "No new accounts. Invitations that are out wait, and people who have an account go on signing in.",
  },
  modeSaved: (mode: string) => `Who may make an account: ${mode}.`,
  branding: "Branding",
  organization: "Your organization",
  terms: "Your words",
  termsHint:
    "What your portal calls appointments, tasks and notes, in each language. A law firm may say Consultations, To-dos and Memos; a gym Sessions; a school Lessons and Homework. Empty: Portico’s word. This console keeps its own.",
  termsLanguage: "Language of the portal",
  termsOf: (language: string) => `${language}, own words`,
  nouns: { appointments: "Appointments", tasks: "Tasks", notes: "Notes" },
  noTerm: "Use a letter at least, and no < or >.",
  standardTerms: "Use Portico’s words",
  termsReset: (language: string) => `${language}: Portico’s words are back.`,
};

/** The shape of the page's words. */
export type EmbedPageWords = typeof english;

/** The words of the page about the embed. */
export const embedPageWords = words<EmbedPageWords>(english, { de: () => import("./words.de.ts") });
