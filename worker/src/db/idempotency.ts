import { and, eq, sql } from "drizzle-orm";
import { PorticoError } from "../errors.ts";
import type { TenantDb } from "./client.ts";
import { idempotencyKeys } from "./schema/idempotency-keys.ts";

/** Whose key it is, and what was asked under it. */
export interface IdempotencyKey {
  organizationId: string;
  /** The user, or the secret key. */
  userId: string;
  key: string;
  requestHash: string;
}

/**
 * Answers a request once: the first under a key does the work and keeps its answer in the same transaction; later
 * ones, also those that wait for the first, get that answer. The same key for another request is refused.
 */
export async function answerOnce<T>(
  db: TenantDb,
  { organizationId, userId, key, requestHash }: IdempotencyKey,
  work: () => Promise<T>,
): Promise<{ answer: T; isRepeated: boolean }> {
  const id = `${userId} ${key}`;
  const mine = and(eq(idempotencyKeys.organizationId, organizationId), eq(idempotencyKeys.id, id));
  const claimed = await db
    .insert(idempotencyKeys)
    .values({ organizationId, id, requestHash })
    .onConflictDoUpdate({
      target: [idempotencyKeys.organizationId, idempotencyKeys.id],
      set: { requestHash, answer: null, createdAt: sql`now()` },
      // A key is good for a day, whether or not it has been swept.
      setWhere: sql`${idempotencyKeys.createdAt} < now() - interval '1 day'`,
    })
    .returning({ id: idempotencyKeys.id });
  if (claimed.length === 0) {
    const [known] = await db.select().from(idempotencyKeys).where(mine);
    if (known?.requestHash !== requestHash || known.answer === null)
      throw new PorticoError("IDEMPOTENCY_KEY_REUSED", { detail: "Use a new key for a new request." });
    return { answer: JSON.parse(known.answer) as T, isRepeated: true };
  }
  const answer = await work();
  await db
    .update(idempotencyKeys)
    .set({ answer: JSON.stringify(answer) })
    .where(mine);
  return { answer, isRepeated: false };
}
