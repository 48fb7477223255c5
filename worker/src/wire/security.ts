import { scopeOf, type Scope } from "../lib/scopes.ts";

/** The operations that keys may call, as `get /dashboard/tasks/:id`: what is not here is closed to them. */
const open = new Map<string, Scope>();

/**
 * Opens an operation to keys that have its scope, and says so in its description. The scope comes from its path:
 * `GET /dashboard/tasks` is `tasks:read`.
 */
export function openToKeys(
  method: "get" | "post" | "patch" | "delete",
  path: string,
): { security: Record<string, string[]>[] } {
  const scope = scopeOf(method, path);
  if (!scope) return { security: [{ accessToken: [] }] };
  open.set(`${method} ${path.replaceAll(/\{(\w+)\}/g, ":$1")}`, scope);
  return { security: [{ accessToken: [] }, { secretKey: [scope] }] };
}

/** The scope that a request's operation needs; undefined where no key may call it. */
export const neededScope = (method: string, routePath: string): Scope | undefined =>
  open.get(`${method.replace("HEAD", "GET").toLowerCase()} ${routePath}`);
