const kept = ["customers", "appointments", "tasks", "notes", "invitations"] as const;
const changed = kept.map((room) => `${room}:write` as const);
const seen = [...kept, "audit-log", "organization"].map((room) => `${room}:read`);

/** What a secret key can be good for. To write is to read as well. */
export const scopes = [...changed, ...seen].sort() as Scope[];

/** One of them. */
export type Scope = `${(typeof kept)[number]}:${"read" | "write"}` | "audit-log:read" | "organization:read";

/** The scope of an operation, by its method and path; undefined where there is none, so that no key may. */
export function scopeOf(method: string, path: string): Scope | undefined {
  const scope = `${path.split("/")[2]}:${method === "get" ? "read" : "write"}`;
  return scopes.find((known) => known === scope);
}
