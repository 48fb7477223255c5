import { newId } from "../lib/ids.ts";
import type { TenantDb } from "./client.ts";
import { outbox } from "./schema/outbox.ts";

/** A mail as its receiver will see it. */
export interface Mail {
  kind: string;
  locale: string;
  to: string;
  fromName: string;
  replyTo: string | null;
  subject: string;
  text: string;
  html: string;
}

/** Puts a mail into the outbox, in the transaction of what it is about. */
export async function putMail(db: TenantDb, organizationId: string, mail: Mail): Promise<void> {
  await putMails(db, organizationId, [mail]);
}

/** Puts several at once. */
export async function putMails(db: TenantDb, organizationId: string, mails: Mail[]): Promise<void> {
  if (mails.length > 0)
    await db.insert(outbox).values(mails.map((mail) => ({ organizationId, id: newId(), ...mail })));
}
