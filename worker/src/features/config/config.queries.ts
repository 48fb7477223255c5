import { sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { organizationJson } from "../../db/wire.ts";

/** What everybody may know of an organization, by its slug; undefined where there is none. */
export async function getPortalConfig(
  db: Database,
  slug: string,
): Promise<{ organizationId: string; body: string } | undefined> {
  const [found] = await db.lookUp<{ find_organization: string | null }>("find_organization", slug);
  const organizationId = found?.find_organization;
  if (!organizationId) return undefined;
  const rows = await db.withTenant({ organizationId }, (tx) =>
    tx.execute(sql`
      select json_build_object('organization', ${organizationJson}, 'features',
               json_build_object('appointments', true, 'tasks', true, 'notes', true, 'profile', true))::text as body
        from portal.organizations o where o.id = ${organizationId}::uuid`),
  );
  return { organizationId, body: String(rows[0]!.body) };
}
