import type { TakenMail } from "../db/outbox.ts";
import { MailError } from "./error.ts";

/** A mail as a provider is given it: one line a header, whatever was typed anywhere. */
export interface Message {
  /** The outbox row's id: the same at every attempt. */
  id: string;
  /** `<id@host>`, the same at every attempt (RFC 5322, section 3.6.4). */
  messageId: string;
  from: { name: string; email: string };
  to: string;
  replyTo: string | null;
  subject: string;
  text: string;
  html: string;
}

/** The port: gives one mail to a provider. Resolves when it has taken it, throws a `MailError` otherwise. */
export type SendMail = (message: Message) => Promise<void>;

/** Says that no person wrote it, so that no out-of-office note answers (RFC 3834, section 5). */
export const autoSubmitted = { "Auto-Submitted": "auto-generated" };

/** Text in a header is one line: whatever could end it becomes a space. */
const oneLine = (text: string) => text.replace(/[\s\0-\x1f\x7f-\x9f]+/g, " ").trim();

/** An address that can stand in a header and in an SMTP command as it is. */
function address(text: string): string {
  if (!/^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z0-9.-]{1,255}$/i.test(text))
    throw new MailError("REFUSED", "an address is not valid");
  return text;
}

/** The mail of an outbox row: from the deployment's address, under the organization's name. */
export function messageOf(mail: TakenMail, sender: { from: string; host: string }): Message {
  return {
    id: mail.id,
    messageId: `<${mail.id}@${sender.host}>`,
    from: { name: oneLine(mail.fromName ?? ""), email: sender.from },
    to: address(mail.to),
    replyTo: mail.replyTo === null ? null : address(mail.replyTo),
    subject: oneLine(mail.subject),
    text: mail.text,
    html: mail.html,
  };
}

/** Text of a header in ASCII: as it is where that is possible, else in encoded words of at most 75 characters (RFC 2047). */
export function encodeText(text: string): string {
  if (/^[\x20-\x7e]{0,60}$/.test(text) && !text.includes("=?")) return text;
  const words: string[] = [];
  const bytes: number[] = [];
  for (const character of text) {
    const next = new TextEncoder().encode(character);
    // 45 bytes are 60 characters in base64, beside the 12 around them.
    if (bytes.length + next.length > 45) words.push(String.fromCharCode(...bytes.splice(0)));
    bytes.push(...next);
  }
  words.push(String.fromCharCode(...bytes));
  return words.map((word) => `=?UTF-8?B?${btoa(word)}?=`).join("\r\n ");
}

/** An address with its display name as a header has it (RFC 5322, section 3.4). */
export function encodeAddress({ name, email }: { name: string; email: string }): string {
  if (name === "") return email;
  const encoded = encodeText(name);
  return encoded === name ? `${quote(name)} <${email}>` : `${encoded}\r\n <${email}>`;
}

/** A quoted string; what would end it early is replaced rather than escaped, which not every reader understands. */
export const quote = (name: string) => `"${name.replace(/["\\]/g, "'")}"`;
