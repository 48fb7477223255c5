import { openDatabase, type Database, type MailKey } from "./db/client.ts";
import type { Env } from "./env.ts";
import { continueImports } from "./features/invitations/imports.runner.ts";
import { reasonOf } from "./db/reason.ts";
import { deliver } from "./mail/deliver.ts";

type Job = (env: Env, db: Database) => Promise<unknown>;

/** What runs every minute, in this order; each must be able to run in several places at once. */
const jobs: Record<string, Job> = { continueImports, deliverDueMails, sweep };

/** Runs every job on a database of its own; one that fails does not keep the next from running. */
export async function runJobs(env: Env): Promise<void> {
  for (const [name, job] of Object.entries(jobs)) await inBackground(env, name, job);
}

/** Sends the mails of a queue's messages. */
export const deliverQueued = (env: Env, mails: MailKey[]): Promise<void> =>
  inBackground(env, "deliverQueued", (_, db) => deliver(env, db, mails));

async function inBackground(env: Env, name: string, job: Job): Promise<void> {
  const db = openDatabase(env.hyperdrive);
  try {
    await job(env, db);
  } catch (error) {
    console.error(JSON.stringify({ job: name, error: String(reasonOf(error)) }));
  } finally {
    await db.close();
  }
}

/** Sends what is due and was not sent at once: tried again, or never begun. */
async function deliverDueMails(env: Env, db: Database): Promise<void> {
  if (env.mail.provider === "none") return;
  const due = await db.lookUp<{ organization_id: string; id: string }>("due_mails", "500");
  const keys = due.map((row) => ({ organizationId: row.organization_id, id: row.id }));
  await deliver(env, db, keys, 45);
}

/** Deletes what has expired, in every organization. */
async function sweep(_: Env, db: Database): Promise<void> {
  await db.lookUp("sweep", "1000");
  await db.lookUp("sweep_deletions", "1000");
  // Each with up to five thousand rows.
  await db.lookUp("sweep_imports", "20");
}
