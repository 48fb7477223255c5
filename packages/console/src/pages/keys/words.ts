import { words } from "../../lib/words.ts";

const english = {
  heading: "API keys",
  intro:
    "With a key your own systems read and write what you allow them: a CRM, a nightly job, a shop. A key belongs on a server, never into a web page or an app.",
  newKey: "New key",
  newHeading: "New API key",
  create: "Create key",
  name: "Name",
  nameHint: "Where it is used, so that you know later what stops working without it.",
  scopes: "What it may do",
  noScope: "Choose at least one thing that the key may do.",
  read: "Read",
  write: "Read and write",
  readOf: (room: string) => `Read ${room}`,
  writeOf: (room: string) => `Read and write ${room}`,
  reads: (rooms: string) => `Reads ${rooms}`,
  writes: (rooms: string) => `Reads and writes ${rooms}`,
  rooms: {
    customers: "customers",
    appointments: "appointments",
    tasks: "tasks",
    notes: "notes",
    invitations: "invitations",
    "audit-log": "the audit log",
    organization: "the organization's settings",
  } as Record<string, string>,
  record: "Records",
  expires: "Expires",
  expiries: { "30": "in 30 days", "90": "in 90 days", "365": "in a year", never: "never" } as Record<
    string,
    string
  >,
  expiryHint: "A key that is found years later is then good for nothing.",
  until: (day: string) => `until ${day}`,
  forever: "does not expire",
  state: "State",
  ACTIVE: "Active",
  EXPIRED: "Expired",
  REVOKED: "Revoked",
  madeBy: (name: string, day: string) => `${name}, ${day}`,
  lastUsed: "Last used",
  unused: "never",
  actions: "Change",
  rename: "Rename",
  renameOf: (name: string) => `Rename ${name}`,
  renameHeading: "Rename the key",
  revoke: "Revoke",
  revokeOf: (name: string) => `Revoke ${name}`,
  revokeHeading: (name: string) => `Revoke “${name}”?`,
  revokeText: (name: string) =>
    `Whatever uses “${name}” is refused from its next request on. This cannot be taken back: to go on, make a new key. Invitations that it made and nobody has accepted end with it.`,
  revoked: (name: string) => `“${name}” is revoked. Its next request is refused.`,
  secretHeading: "Copy the key now",
  secret: "Secret key",
  secretWarning:
    "It is shown this once and never again, not to you either. Keep it where your server keeps its secrets; whoever has it may do what the key may.",
  secretUse: "Your system sends it with every request:",
  copy: "Copy",
  copied: "The key is copied.",
  notCopied: "Your browser does not allow copying. Select the key and copy it by hand.",
  done: "I have kept it",
  reference: "API reference",
  none: "No API keys yet",
  noneHint: "Make one when a system of yours is to read or write records here. Until then nothing is open.",
};

/** The shape of the page's words. */
export type KeysWords = typeof english;

/** The words of the list of API keys. */
export const keysWords = words<KeysWords>(english, { de: () => import("./words.de.ts") });
