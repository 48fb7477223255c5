import { words } from "../../lib/words.ts";

const english = {
  heading: "Import a list",
  back: "All invitations",
  intro:
    "Invite many customers at once: choose a CSV file, look at what becomes of each line, and only then send.",
  choose: "Choose a CSV file",
  drop: "or drop it here",
  reading: "Reading the file …",
  columns:
    "A line of headings, then a line for each customer. email is needed; name, externalId, phone and locale are taken if they are there. Up to 5,000 lines, with commas, semicolons or tabs between.",
  template: "Download an example",
  tooLarge: "The file is larger than 2 MB. Split it into several.",
  notText: "This is not a CSV file. In Excel: File, Save as, CSV.",
  earlier: "Earlier lists",
  status: { PREVIEW: "Not sent", RUNNING: "Running", DONE: "Done", CANCELLED: "Stopped", FAILED: "Failed" },
  oneList: "List",
  stands: "State",
  list: (when: string) => `List of ${when}`,
  lines: "Lines",
  counts: { ready: "ready", invalid: "with an error", skipped: "left out", invited: "invited" },
  previewTitle: (count: string) => `${count} can be invited`,
  previewHint: "Nothing has been sent. Look through what is wrong: those lines are left out.",
  nothingReady: "No line can be invited",
  nothingReadyHint: "Mend the file as the lines below say, and choose it again. Nothing has been sent.",
  confirm: (count: number, text: string) => (count === 1 ? "Send 1 invitation" : `Send ${text} invitations`),
  confirmHeading: (count: number, text: string) =>
    count === 1 ? "Send 1 invitation?" : `Send ${text} invitations?`,
  confirmText: "Each gets a mail now. Mails cannot be taken back, invitations can.",
  discard: "Discard",
  discarded: "The list is discarded. Nothing was sent.",
  another: "Choose another file",
  runningTitle: (done: string, all: string) => `${done} of ${all} invited`,
  runningHint: "It goes on also when you leave this page.",
  stop: "Stop",
  stopHeading: "Stop inviting?",
  stopText: "Whoever is invited already stays invited. The others get nothing.",
  stopped: "Stopped. Whoever is invited already stays invited.",
  doneTitle: (count: string) => `${count} invited`,
  doneHint: "Who comes, you see among the invitations and on the home page.",
  cancelledTitle: "This list was stopped",
  cancelledHint: (count: string) => `${count} were invited before.`,
  failedTitle: "This list could not be finished",
  failedHint: (count: string) =>
    `${count} were invited before. Import the same file again: nobody is invited twice.`,
  progress: "How far inviting is",
  show: "Lines shown",
  all: "All",
  states: { READY: "Ready", INVALID: "Error", SKIPPED: "Left out", INVITED: "Invited" },
  line: "Line",
  email: "Email",
  name: "Name",
  state: "What becomes of it",
  reasons: {
    TOO_MANY_FIELDS:
      "It has more fields than there are headings. Put quotes around texts with a separator in them.",
    EMAIL_MISSING: "There is no email address.",
    EMAIL_INVALID: "The email address is not one.",
    NAME_INVALID: "The name is longer than 200 characters.",
    EXTERNAL_ID_INVALID: "The external id is longer than 100 characters.",
    PHONE_INVALID: "The phone number is not one.",
    LOCALE_INVALID: "The language is not one like en or de-AT.",
    EXTERNAL_ID_REPEATED: "A line before has the same external id with another address.",
    EXTERNAL_ID_TAKEN: "The customer with this external id has another email address.",
    SEVERAL_CUSTOMERS: "Several customers have this address. Invite the right one by itself.",
    REPEATED: "A line before has the same address.",
    HAS_ACCOUNT: "There is an account already.",
    ALREADY_INVITED: "There is an open invitation already.",
  },
  none: "No such line",
  noneHint: "Choose others above.",
};

/** The shape of the page's words. */
export type ImportWords = typeof english;

/** The words of importing a list of people to invite. */
export const importWords = words<ImportWords>(english, { de: () => import("./import-words.de.ts") });
