import { sql } from "drizzle-orm";
import type { Database } from "./client.ts";

/**
 * Whether `origin` may read an answer: the organization's own list decides; where the request named none, the answer
 * holds nothing of any organization, and it is enough that some organization allows the origin.
 */
export async function originIsAllowed(
  db: Database,
  origin: string,
  organizationId?: string,
): Promise<boolean> {
  if (organizationId === undefined) {
    const rows = await db.lookUp<{ origin_is_allowed: boolean }>("origin_is_allowed", origin);
    return rows[0]?.origin_is_allowed === true;
  }
  return db.withTenant({ organizationId }, async (tx) => {
    const rows = await tx.execute(
      sql`select 1 from portal.organizations where id = ${organizationId}::uuid and ${origin} = any (allowed_origins)`,
    );
    return rows.length === 1;
  });
}

/** The origins that an organization allows, by its slug; none where there is none. */
export async function framingOrigins(db: Database, slug: string): Promise<string[]> {
  const [found] = await db.lookUp<{ find_organization: string | null }>("find_organization", slug);
  const organizationId = found?.find_organization;
  if (!organizationId) return [];
  return db.withTenant({ organizationId }, async (tx) => {
    const rows = await tx.execute(
      sql`select unnest(allowed_origins) as origin from portal.organizations where id = ${organizationId}::uuid`,
    );
    return rows.map(({ origin }) => String(origin));
  });
}
