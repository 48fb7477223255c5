import { inTime, MailError, type MailErrorCode } from "./error.ts";
import { autoSubmitted, type SendMail } from "./message.ts";

/** What `[[send_email]]` in wrangler.toml binds: Cloudflare Email Service. */
export interface EmailBinding {
  send(message: {
    from: { name: string; email: string };
    to: string;
    replyTo?: string;
    subject: string;
    text: string;
    html: string;
    headers: Record<string, string>;
  }): Promise<unknown>;
}

/** What the binding's error codes mean here; one that is not listed is worth another attempt. */
const codes: [RegExp, MailErrorCode][] = [
  [/^E_SENDER_/, "NOT_AUTHORIZED"],
  [/_LIMIT_EXCEEDED$/, "RATE_LIMITED"],
  [/^E_(?:VALIDATION|FIELD|RECIPIENT|CONTENT|HEADER|TOO_MANY)/, "REFUSED"],
];

/** Sends through Cloudflare's binding. It writes the Message-ID itself, so ours goes in a header of its own. */
export const sendByBinding =
  (binding: EmailBinding): SendMail =>
  async ({ from, to, replyTo, subject, text, html, messageId }) => {
    const headers = { ...autoSubmitted, "X-Portico-Message-ID": messageId };
    const mail = { from, to, ...(replyTo !== null && { replyTo }), subject, text, html, headers };
    try {
      await inTime(binding.send(mail));
    } catch (error) {
      if (error instanceof MailError) throw error;
      const code = /^E_[A-Z_]{1,60}$/.exec(String((error as { code?: unknown }).code))?.[0];
      const known = codes.find(([pattern]) => pattern.test(code ?? ""));
      throw new MailError(known?.[1] ?? "UNAVAILABLE", code);
    }
  };
