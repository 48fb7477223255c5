import type { AppContext } from "../../context.ts";
import { PorticoError } from "../../errors.ts";
import type { AccessClaims } from "../../lib/access-token.ts";
import { verifyPassword } from "../../lib/password.ts";
import { isAtLeast, type Role } from "../../lib/roles.ts";
import { findUser, keepsPassword } from "../../db/accounts.ts";
import { admitAttempt, attemptIds, forgiveAttempts, tooManyAttempts } from "../../sessions/attempts.ts";
import { openSession, type OpenSession } from "../../sessions/open.ts";
import { admitOrigin, organizationIdOf } from "../../sessions/organization.ts";

/** What counts for the deployment rather than for one organization is kept under the nil UUID. */
const deployment = "00000000-0000-0000-0000-000000000000";

/** Signs in with a password. Known and unknown addresses do the same work and get the same answer. */
export async function login(
  c: AppContext,
  input: { email: string; password: string; organization?: string | undefined },
  audience: AccessClaims["audience"],
): Promise<OpenSession> {
  const organizationId = input.organization
    ? await organizationIdOf(c, input.organization)
    : await findOrganization(c, input, audience);
  c.set("organizationId", organizationId);
  const ids = await attemptIds(c, input.email);
  const found = await c.var.db.withTenant({ organizationId }, async (db) => {
    await admitOrigin(c, db, organizationId);
    const user = await findUser(db, organizationId, input.email);
    return { user, wait: await admitAttempt(db, organizationId, ids, user?.id) };
  });
  if (found.wait !== null) throw tooManyAttempts(found.wait);
  const user = found.user?.disabledAt ? undefined : found.user;
  if (!(await verifyPassword(input.password, user?.passwordHash)) || !user)
    throw new PorticoError("INVALID_CREDENTIALS");
  if (audience === "portal" && user.customerId === null) {
    throw new PorticoError("CUSTOMER_REQUIRED", {
      detail: "This account has no customer record. Sign in at the dashboard.",
    });
  }
  if (audience === "dashboard" && !isAtLeast(user.role, "EMPLOYEE")) {
    throw new PorticoError("EMPLOYEE_REQUIRED", {
      detail: "This is a customer's account. Sign in at the organization's portal.",
    });
  }
  return c.var.db.withTenant({ organizationId }, async (db) => {
    await forgiveAttempts(db, organizationId, ids);
    if (!(await keepsPassword(db, organizationId, user))) throw new PorticoError("INVALID_CREDENTIALS");
    return openSession(c, db, organizationId, user.id, audience);
  });
}

/** Where this address and password fit; asks which one, by name, only somebody who knows the password. */
async function findOrganization(
  c: AppContext,
  { email, password }: { email: string; password: string },
  audience: AccessClaims["audience"],
): Promise<string> {
  const ids = await attemptIds(c, email);
  const wait = await c.var.db.withTenant({ organizationId: deployment }, (db) =>
    admitAttempt(db, deployment, ids),
  );
  if (wait !== null) throw tooManyAttempts(wait);
  const candidates = await c.var.db.lookUp<{
    organization_id: string;
    slug: string;
    name: string;
    password_hash: string;
    role: Role;
    customer_id: string | null;
  }>("find_sign_ins", email);
  const fits = [];
  for (const candidate of candidates)
    if (await verifyPassword(password, candidate.password_hash)) fits.push(candidate);
  if (candidates.length === 0) await verifyPassword(password, undefined);
  if (fits.length === 0) throw new PorticoError("INVALID_CREDENTIALS");
  // Where somebody fits on both sides, the side that they ask for decides.
  const own = fits.filter((fit) =>
    audience === "portal" ? fit.customer_id !== null : isAtLeast(fit.role, "EMPLOYEE"),
  );
  const places = own.length > 0 ? own : fits;
  if (places.length > 1) {
    throw new PorticoError("ORGANIZATION_REQUIRED", {
      detail: "This address fits several organizations. Send one of their slugs as `organization`.",
      extra: { organizations: places.map(({ slug, name }) => ({ slug, name })) },
    });
  }
  await c.var.db.withTenant({ organizationId: deployment }, (db) => forgiveAttempts(db, deployment, ids));
  return places[0]!.organization_id;
}
