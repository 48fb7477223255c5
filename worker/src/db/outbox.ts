import { and, eq, isNull, sql } from "drizzle-orm";
import { newId } from "../lib/ids.ts";
import type { MailKey, TenantDb } from "./client.ts";
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

/** A mail that has been taken to be sent: nobody else takes it before its lease ends. */
export type TakenMail = NonNullable<Awaited<ReturnType<typeof takeMail>>>;

/** Puts a mail into the outbox, in the transaction of what it is about; it leaves once that is committed. */
export const putMail = (db: TenantDb, organizationId: string, mail: Mail): Promise<void> =>
  putMails(db, organizationId, [mail]);

/** Puts several at once. */
export async function putMails(db: TenantDb, organizationId: string, mails: Mail[]): Promise<void> {
  if (mails.length === 0) return;
  const rows = mails.map((mail) => ({ organizationId, id: newId(), ...mail }));
  await db.insert(outbox).values(rows);
  db.mails.push(...rows.map(({ id }) => ({ organizationId, id })));
}

const is = ({ organizationId, id }: MailKey) =>
  and(eq(outbox.organizationId, organizationId), eq(outbox.id, id));

// Much longer than any provider is given to answer.
const lease = sql`now() + interval '5 minutes'`;

/** Takes a mail that is due and that nobody else is sending; counts the attempt before it is made. */
export async function takeMail(db: TenantDb, key: MailKey) {
  const due = sql`(select o.id from portal.outbox o
    where o.organization_id = ${key.organizationId}::uuid and o.id = ${key.id}::uuid
      and o.sent_at is null and o.failed_at is null and o.due_at <= now()
      and (o.leased_until is null or o.leased_until <= now())
      for update skip locked)`;
  const [row] = await db
    .update(outbox)
    .set({ attempts: sql`${outbox.attempts} + 1`, leasedUntil: lease as never, updatedAt: sql`now()` })
    .where(and(eq(outbox.organizationId, key.organizationId), eq(outbox.id, due)))
    .returning();
  return row;
}

/** Notes that a mail has been sent. Its words are erased where they are not to be kept: they hold codes and links. */
export async function markSent(db: TenantDb, key: MailKey, keepWords: boolean): Promise<void> {
  await db
    .update(outbox)
    .set({
      sentAt: sql`now()`,
      failedAt: null,
      leasedUntil: null,
      lastError: null,
      updatedAt: sql`now()`,
      ...(!keepWords && { subject: "", text: "", html: "" }),
    })
    .where(and(is(key), isNull(outbox.sentAt)));
}

/** Notes that an attempt has failed, and when the next one is due; null: it is a dead letter. */
export async function markFailed(
  db: TenantDb,
  mail: TakenMail,
  error: string,
  delaySeconds: number | null,
): Promise<void> {
  await db
    .update(outbox)
    .set({
      leasedUntil: null,
      lastError: error,
      updatedAt: sql`now()`,
      ...(delaySeconds === null
        ? { failedAt: sql`now()` }
        : { dueAt: sql`now() + make_interval(secs => ${delaySeconds})` }),
    })
    // Whoever took it since, because this attempt outlived its lease, has counted another attempt.
    .where(and(is(mail), isNull(outbox.sentAt), eq(outbox.attempts, mail.attempts)));
}

/** Makes a dead letter, or a mail that waits for its next attempt, due now. False: it has been sent, words erased. */
export async function requeueMail(db: TenantDb, key: MailKey): Promise<boolean> {
  const rows = await db
    .update(outbox)
    .set({
      dueAt: sql`now()`,
      failedAt: null,
      // A dead letter has all its attempts before it again.
      attempts: sql`case when ${outbox.failedAt} is null then ${outbox.attempts} else 0 end`,
      updatedAt: sql`now()`,
    })
    .where(and(is(key), isNull(outbox.sentAt)))
    .returning({ id: outbox.id });
  if (rows.length > 0) db.mails.push(key);
  return rows.length > 0;
}
