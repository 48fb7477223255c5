import { MailError, patience, type MailErrorCode } from "./error.ts";
import { autoSubmitted, quote, type SendMail } from "./message.ts";

/** Where a provider takes mail over HTTP, in the shape of Resend's `POST /emails`. */
export interface HttpProvider {
  url: string;
  key: string;
}

/** What a status says: about the mail itself, or about the deployment or the moment, which may pass. */
function codeOf(status: number): MailErrorCode {
  if (status === 429) return "RATE_LIMITED";
  if (status === 400 || status === 413 || status === 422) return "REFUSED";
  return status < 500 && status !== 408 && status !== 409 && status !== 425
    ? "NOT_AUTHORIZED"
    : "UNAVAILABLE";
}

/** Sends by HTTP. The id goes along as the idempotency key, under which the provider takes a mail once. */
export const sendByHttp =
  ({ url, key }: HttpProvider): SendMail =>
  async ({ id, messageId, from, to, replyTo, subject, text, html }) => {
    const sender = from.name === "" ? from.email : `${quote(from.name)} <${from.email}>`;
    const headers = { "Message-ID": messageId, ...autoSubmitted };
    const mail = {
      from: sender,
      to: [to],
      subject,
      text,
      html,
      headers,
      ...(replyTo && { reply_to: replyTo }),
    };
    const response = await fetch(url, {
      method: "POST",
      headers: { Authorization: `Bearer ${key}`, "Content-Type": "application/json", "Idempotency-Key": id },
      body: JSON.stringify(mail),
      // The key is for this address alone.
      redirect: "manual",
      signal: AbortSignal.timeout(patience),
    }).catch((error: Error) => {
      const code = error.name === "TimeoutError" ? "TIMEOUT" : "UNREACHABLE";
      throw new MailError(code, undefined, { cause: error });
    });
    await response.body?.cancel();
    if (!response.ok) throw new MailError(codeOf(response.status), `HTTP ${response.status}`);
  };
