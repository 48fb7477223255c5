import { createHash, randomBytes } from "node:crypto";
import { newId, type Tenant } from "./harness.ts";
import { Visitor } from "./http.ts";

/** A secret key as a suite needs it. */
export interface Key {
  id: string;
  token: string;
  /** Somebody's system that sends it. */
  system: Visitor;
}

const compact = (id: string) => id.replaceAll("-", "");

/** A secret key with these scopes, made without asking; columns that are named get other values than usual. */
export async function addKey(
  tenant: Tenant,
  scopes: string[],
  columns: Record<string, unknown> = {},
): Promise<Key> {
  const id = newId();
  const secret = randomBytes(32).toString("base64url");
  const secret_hash = createHash("sha256").update(secret).digest("base64url");
  const key = { organization_id: tenant.id, id };
  const row = { ...key, name: "A system", scopes, secret_hash, last_four: secret.slice(-4), ...columns };
  await tenant.sql(async (tx) => {
    await tx`insert into portal.api_keys ${tx(row)}`;
    await tx`insert into portal.api_key_uses ${tx(key)}`;
  });
  const token = `sk_${compact(tenant.id)}_${compact(id)}_${secret}`;
  return { id, token, system: systemWith(token) };
}

/** A system that sends this token. */
export function systemWith(token: string): Visitor {
  const system = new Visitor();
  system.accessToken = token;
  return system;
}

/** How often a key has been used in this minute, and whether ever. */
export async function usesOf(tenant: Tenant, id: string) {
  const [row] = await tenant.sql(
    (tx) => tx`select count, used_at as "usedAt" from portal.api_key_uses where id = ${id}`,
  );
  return row as unknown as { count: number; usedAt: Date | null };
}
