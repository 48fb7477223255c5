import type { Visitor } from "./http.ts";

/** An entry of the audit log. */
export interface Entry {
  actor: { id: string; name: string; kind: string };
  action: string;
  entity: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

/** What an administrator reads of a record in the audit log, newest first. */
export const entriesOfRecord = async (visitor: Visitor, entityId: string) =>
  (await visitor.get(`/dashboard/audit-log?entityId=${entityId}&limit=100`)).json<{ items: Entry[] }>().items;
