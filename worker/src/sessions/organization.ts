import type { AppContext } from "../context.ts";
import { getOrganization, type KnownOrganization } from "../db/accounts.ts";
import type { TenantDb } from "../db/client.ts";
import { PorticoError } from "../errors.ts";

/** Finds the organization of a slug, or says 404: slugs are public. */
export async function organizationIdOf(c: AppContext, slug: string): Promise<string> {
  const [row] = await c.var.db.lookUp<{ find_organization: string | null }>("find_organization", slug);
  const id = row?.find_organization;
  if (!id) throw new PorticoError("NOT_FOUND", { detail: "There is no organization with this slug." });
  c.set("organizationId", id);
  return id;
}

/** The organization of the transaction, if the asking origin may write to it. */
export async function admitOrigin(
  c: AppContext,
  db: TenantDb,
  organizationId: string,
): Promise<KnownOrganization> {
  const organization = await getOrganization(db, organizationId);
  if (!organization) throw new PorticoError("NOT_FOUND");
  const origin = c.var.foreignOrigin;
  c.set("originAllowed", origin === null || organization.allowedOrigins.includes(origin));
  if (!c.var.originAllowed) {
    throw new PorticoError("ORIGIN_NOT_ALLOWED", {
      detail: "Add this website's origin to the organization's allowed origins.",
    });
  }
  return organization;
}

/** Refuses new customers where the organization takes none at all. */
export function admitCustomers({ registration }: KnownOrganization): void {
  if (registration === "OFF")
    throw new PorticoError("REGISTRATION_CLOSED", {
      detail: "This organization opens no customer accounts.",
    });
}
