import { eq, sql } from "drizzle-orm";
import type { Employee, TenantDb } from "../../db/client.ts";
import { changeItem, itemRead, type ItemSpec } from "../../db/items.ts";
import { organizations } from "../../db/schema/organizations.ts";
import { throttles } from "../../db/schema/throttles.ts";
import { organizationRecordJson } from "../../db/wire.ts";
import { PorticoError } from "../../errors.ts";
import { mergeTerms, type Terms, type TermsChange } from "../../wire/terms.ts";

/** An organization is an item of its own. */
const item: ItemSpec = {
  entity: "organization",
  from: sql`(select *, id as organization_id from portal.organizations) o`,
  alias: "o",
  json: organizationRecordJson,
};

/** The organization of the session, given its id. */
export const getOrganizationRecord = itemRead(item);

type Columns = typeof organizations.$inferInsert;

/** What employees say of their organization. */
type Values = Partial<
  Pick<
    Columns,
    "name" | "timeZone" | "locale" | "registration" | "allowedOrigins" | "portalUrl" | "contactEmail"
  > & {
    branding: Partial<Pick<Columns, "accentColor" | "logoUrl">>;
    terms: TermsChange;
    setupDismissed: boolean;
  }
>;

/** Changes the organization. Links in mails lead to `portalUrl`, so it is on a website that the organization allows. */
export function updateOrganization(
  db: TenantDb,
  me: Employee,
  { branding, terms, setupDismissed, ...values }: Values,
  etags: string[] | null,
) {
  const id = me.organization_id;
  return changeItem(db, item, id, id, etags, async (before) => {
    const was = JSON.parse(before) as Values & { terms: Terms; embedSeenUrl: string | null };
    const { allowedOrigins, portalUrl } = { ...was, ...values };
    // Where the embed was seen counts as long as that website may show it.
    const { embedSeenUrl } = was;
    const isUnseen = embedSeenUrl !== null && !allowedOrigins?.includes(new URL(embedSeenUrl).origin);
    if (portalUrl && !allowedOrigins?.includes(new URL(portalUrl).origin))
      throw new PorticoError("INVALID_REQUEST", {
        errors: [
          values.portalUrl
            ? { path: "portalUrl", message: "must be on one of the allowed origins" }
            : { path: "allowedOrigins", message: `must hold the origin of portalUrl, ${portalUrl}` },
        ],
      });
    const setupDismissedAt = setupDismissed ? sql`coalesce(${organizations.setupDismissedAt}, now())` : null;
    await db
      .update(organizations)
      .set({
        ...values,
        ...branding,
        ...(terms && { terms: mergeTerms(was.terms, terms) }),
        ...(setupDismissed !== undefined && { setupDismissedAt }),
        ...(isUnseen && { embedSeenAt: null, embedSeenUrl: null }),
        updatedAt: sql`now()`,
      })
      .where(eq(organizations.id, id));
  });
}

/** Keeps where the embed was found. That is no change of what employees have set, so the ETag stays. */
export function keepEmbedSeen(db: TenantDb, me: Employee, url: string) {
  const id = me.organization_id;
  return changeItem(db, item, id, id, null, () =>
    db
      .update(organizations)
      .set({ embedSeenAt: sql`now()`, embedSeenUrl: url })
      .where(eq(organizations.id, id)),
  );
}

/** Deletes the organization and everything of it, if `slug` is its own. */
export function deleteOrganization(db: TenantDb, me: Employee, slug: string, etags: string[] | null) {
  const id = me.organization_id;
  return changeItem(db, item, id, id, etags, async (before) => {
    if ((JSON.parse(before) as { slug: string }).slug !== slug)
      throw new PorticoError("INVALID_REQUEST", {
        errors: [{ path: "slug", message: "must be this organization's slug" }],
      });
    // The one table without a foreign key: it also counts what concerns no organization.
    await db.delete(throttles).where(eq(throttles.organizationId, id));
    await db.delete(organizations).where(eq(organizations.id, id));
  });
}
