import { sql, and, eq } from "drizzle-orm";
import type { TenantDb } from "./client.ts";
import { throttles } from "./schema/throttles.ts";

/** Counts one attempt under `id` before it is made; says how many there were in this window and when it ends. */
export async function countAttempt(db: TenantDb, organizationId: string, id: string, windowSeconds: number) {
  const until = sql`now() + make_interval(secs => ${windowSeconds})`;
  const [row] = await db
    .insert(throttles)
    .values({ organizationId, id, count: 1, resetsAt: until as never })
    .onConflictDoUpdate({
      target: [throttles.organizationId, throttles.id],
      set: {
        count: sql`case when ${throttles.resetsAt} <= now() then 1 else ${throttles.count} + 1 end`,
        resetsAt: sql`case when ${throttles.resetsAt} <= now() then ${until} else ${throttles.resetsAt} end`,
      },
    })
    .returning({
      count: throttles.count,
      secondsLeft: sql<number>`greatest(1, ceil(extract(epoch from ${throttles.resetsAt} - now())))::int`,
    });
  return row!;
}

/** Forgets the attempts under `id`. */
export async function clearAttempts(db: TenantDb, organizationId: string, id: string): Promise<void> {
  await db.delete(throttles).where(and(eq(throttles.organizationId, organizationId), eq(throttles.id, id)));
}
