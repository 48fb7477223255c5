/** A mail before it is laid out: paragraphs, then a code to type or a button to press where there is one. */
export interface MailContent {
  subject: string;
  paragraphs: string[];
  code?: string;
  button?: { label: string; url: string };
  footer: string;
}

/** Every mail there is, by its kind: what it needs to know, and its words in one language. */
export interface MailWords {
  INVITATION: Words<Offer>;
  EMPLOYEE_INVITATION: Words<Offer & { role: "EMPLOYEE" | "ADMIN" | "OWNER" }>;
  REGISTRATION_CODE: Words<{ code: string; minutes: number }>;
  ACCOUNT_EXISTS: Words<object>;
}

/** Who invites whom, by which link, and until when, in which time zone to say it. */
export interface Offer {
  name: string;
  inviter: string;
  url: string;
  until: Date;
  timeZone: string;
}

type Words<Data> = (data: Data & { organization: string }) => MailContent;

/** What a mail of this kind needs to know beside the organization's name. */
export type MailData<Kind extends MailKind> = Omit<Parameters<MailWords[Kind]>[0], "organization">;

/** What a mail is: what employees see of it, instead of a subject that may hold a code. */
export type MailKind = keyof MailWords;
