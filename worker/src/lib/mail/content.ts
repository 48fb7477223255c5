import type { Device } from "../device.ts";

/** A mail before it is laid out: paragraphs, then a code to type or a button to press where there is one. */
export interface MailContent {
  subject: string;
  paragraphs: string[];
  code?: string;
  button?: { label: string; url: string };
  footer: string;
}

/** When something was done, in which time zone to say it, and from which device. */
export interface Happening {
  at: Date;
  timeZone: string;
  device: Device;
}

/** Every mail there is, by its kind: what it needs to know, and its words in one language. */
export interface MailWords {
  INVITATION: Words<Offer>;
  EMPLOYEE_INVITATION: Words<Offer & { role: "EMPLOYEE" | "ADMIN" | "OWNER" }>;
  REGISTRATION_CODE: Words<{ code: string; minutes: number }>;
  ACCOUNT_EXISTS: Words<object>;
  RESET_PASSWORD: Words<Happening & Proof>;
  NO_ACCOUNT: Words<{ audience: "portal" | "dashboard" }>;
  PASSWORD_CHANGED: Words<Happening>;
  CONFIRM_EMAIL: Words<Proof>;
  EMAIL_TAKEN: Words<object>;
  EMAIL_CHANGE_REQUESTED: Words<Happening & { address: string }>;
  EMAIL_CHANGED: Words<Happening & { address: string }>;
}

/** The two ways to prove that a mail arrived, and for how long each is good. */
export interface Proof {
  url: string;
  minutes: number;
  code: string;
  codeMinutes: number;
}

/** Who invites whom, by which link, and until when, in which time zone to say it. */
export interface Offer {
  /** Null where nobody has told it. */
  name: string | null;
  /** Null where it was no person. */
  inviter: string | null;
  url: string;
  until: Date;
  timeZone: string;
}

type Words<Data> = (data: Data & { organization: string }) => MailContent;

/** What a mail of this kind needs to know beside the organization's name. */
export type MailData<Kind extends MailKind> = Omit<Parameters<MailWords[Kind]>[0], "organization">;

/** What a mail is: what employees see of it, instead of a subject that may hold a code. */
export type MailKind = keyof MailWords;
