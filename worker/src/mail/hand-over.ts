import type { Database, MailKey } from "../db/client.ts";
import type { Env } from "../env.ts";
import { deliver } from "./deliver.ts";

/** What `[[queues.producers]]` in wrangler.toml binds. */
export interface MailQueue {
  sendBatch(messages: { body: MailKey }[]): Promise<unknown>;
}

/** As many as a queue takes at once. */
const batchSize = 100;

/**
 * Sends the mails that a request has put, behind its response: through the queue where one is bound. Undefined where
 * there are none. A failure needs no answer, since the sweep finds what is still due.
 */
export function handOver(env: Env, db: Database): Promise<void> | undefined {
  const mails = db.takeMails();
  if (mails.length === 0 || env.mail.provider === "none") return undefined;
  return env.mailQueue ? enqueue(env.mailQueue, mails) : deliver(env, db, mails);
}

async function enqueue(queue: MailQueue, mails: MailKey[]): Promise<void> {
  const messages = mails.map((body) => ({ body }));
  for (let start = 0; start < messages.length; start += batchSize)
    await queue.sendBatch(messages.slice(start, start + batchSize));
}
