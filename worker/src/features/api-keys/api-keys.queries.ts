import { and, eq, gt, isNull, or, sql } from "drizzle-orm";
import { holdOrganization } from "../../db/accounts.ts";
import type { Employee, TenantDb } from "../../db/client.ts";
import { changeItem, createdItem, itemRead, type ItemChange, type ItemSpec } from "../../db/items.ts";
import { pageRead } from "../../db/page.ts";
import { apiKeys, apiKeyUses } from "../../db/schema/api-keys.ts";
import { apiKeyJson } from "../../db/wire.ts";
import { PorticoError } from "../../errors.ts";
import { writeApiKey } from "../../lib/api-key.ts";
import { hashText, newSecret } from "../../lib/crypto.ts";
import { newId } from "../../lib/ids.ts";

const item: ItemSpec = { entity: "api_key", from: sql`portal.api_keys k`, alias: "k", json: apiKeyJson };
const mostLive = 50;

/** A page of the organization's secret keys, the newest first. */
export const listApiKeys = pageRead("list_api_keys", {
  from: item.from,
  json: item.json,
  where: sql`k.organization_id = me.organization_id`,
  sort: sql`k.created_at`,
  id: sql`k.id`,
  direction: "desc",
});

/** One secret key. */
export const getApiKey = itemRead(item);

/** What is said of a key that is to be made. */
interface NewApiKey {
  name: string;
  scopes: string[];
  expiresAt: string | null;
}

/** Makes a key. The token leaves in the answer; what stays is the hash of its secret. */
export async function createApiKey(
  db: TenantDb,
  me: Employee,
  values: NewApiKey,
): Promise<{ change: ItemChange; token: string }> {
  const organizationId = me.organization_id;
  // Two who make the last one at the same moment wait for each other.
  await holdOrganization(db, organizationId);
  const isLive = and(
    eq(apiKeys.organizationId, organizationId),
    isNull(apiKeys.revokedAt),
    or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, sql`now()`)),
  );
  const live = await db.select({ id: apiKeys.id }).from(apiKeys).where(isLive).limit(mostLive);
  if (live.length === mostLive)
    throw new PorticoError("CONFLICT", {
      detail: `There are ${mostLive} keys. Revoke one that is not used.`,
    });
  const [id, secret] = [newId(), newSecret()];
  const secretHash = await hashText(secret);
  const key = { organizationId, id };
  await db
    .insert(apiKeys)
    .values({ ...key, ...values, secretHash, lastFour: secret.slice(-4), createdBy: me.user_id });
  await db.insert(apiKeyUses).values(key);
  return {
    change: await createdItem(db, item, organizationId, id),
    token: writeApiKey({ organizationId, id, secret }),
  };
}

const is = (me: Employee, id: string) =>
  and(eq(apiKeys.organizationId, me.organization_id), eq(apiKeys.id, id));

/** Names a key anew. */
export const updateApiKey = (
  db: TenantDb,
  me: Employee,
  id: string,
  values: { name: string },
  etags: string[] | null,
) =>
  changeItem(db, item, me.organization_id, id, etags, () =>
    db
      .update(apiKeys)
      .set({ ...values, updatedAt: sql`now()` })
      .where(is(me, id)),
  );

/** Ends a key, for good. Doing it twice is doing it once. */
export const revokeApiKey = (db: TenantDb, me: Employee, id: string, etags: string[] | null) =>
  changeItem(db, item, me.organization_id, id, etags, () =>
    db
      .update(apiKeys)
      .set({ revokedAt: sql`now()`, updatedAt: sql`now()` })
      .where(and(is(me, id), isNull(apiKeys.revokedAt))),
  );
