import type { Database, MailKey } from "../db/client.ts";
import { markFailed, markSent, takeMail, type TakenMail } from "../db/outbox.ts";
import type { Env } from "../env.ts";
import { MailError } from "./error.ts";
import { messageOf, type SendMail } from "./message.ts";
import { maxAttempts, retryDelay } from "./schedule.ts";
import { sendMailOf } from "./senders.ts";

/** How many mails are under way at once. */
const atOnce = 4;

/**
 * Sends mails that may be due, each inside its organization. What is not begun when `seconds` are over, or when the
 * provider takes no more, stays in the outbox as it is; the next sweep finds it, like what has failed.
 */
export async function deliver(env: Env, db: Database, keys: MailKey[], seconds = 10): Promise<void> {
  const send = sendMailOf(env.mail);
  if (!send) return;
  const end = Date.now() + seconds * 1000;
  const waiting = [...keys];
  const work = async () => {
    for (let key = waiting.shift(); key && Date.now() < end; key = waiting.shift()) {
      try {
        const error = await deliverOne(env, db, key, send);
        if (error?.code === "RATE_LIMITED") waiting.length = 0;
      } catch (error) {
        report(key, "not noted", error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, keys.length) }, work));
}

/** Takes a mail, tries to send it and notes how that ended; answers why it failed. */
async function deliverOne(
  env: Env,
  db: Database,
  key: MailKey,
  send: SendMail,
): Promise<MailError | undefined> {
  const tenant = { organizationId: key.organizationId };
  const mail = await db.withTenant(tenant, (tx) => takeMail(tx, key));
  if (!mail) return undefined;
  const error = await attempt(env, mail, send);
  // Sent and not noted, because everything ends here, is the one way to send a mail twice: under the same id.
  await db.withTenant(tenant, async (tx) => {
    if (!error) return markSent(tx, key, env.development);
    await markFailed(tx, mail, String(error), error.isPermanent ? null : retryDelay(mail.attempts));
  });
  if (error) report(key, error.code, error.cause ?? error.message);
  return error;
}

/** Tries once; answers why it failed. */
async function attempt(env: Env, mail: TakenMail, send: SendMail): Promise<MailError | undefined> {
  // Taken more often than it failed: each of those attempts ended with the Worker.
  if (mail.attempts > maxAttempts) return new MailError("INTERRUPTED");
  try {
    await send(messageOf(mail, { from: env.mail.from, host: env.publicUrl.hostname }));
    return undefined;
  } catch (error) {
    if (error instanceof MailError) return error;
    report(mail, "unexpected", error);
    return new MailError("UNAVAILABLE");
  }
}

/** What operators see: ids and codes, never an address or a word of the mail. */
function report({ organizationId, id }: MailKey, code: string, error: unknown): void {
  console.warn(JSON.stringify({ mail: id, organizationId, code, error: String(error) }));
}
