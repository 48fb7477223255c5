import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import type { Tenant } from "./harness.ts";
import { portalUrl, type Visitor } from "./http.ts";
import { openDatabase, type Hyperdrive } from "../src/db/client.ts";
import { continueImports } from "../src/features/invitations/imports.runner.ts";

/** An import as the dashboard tells it. */
export interface Import {
  id: string;
  status: string;
  counts: { total: number; ready: number; invalid: number; skipped: number; invited: number };
  confirmedAt: string | null;
  finishedAt: string | null;
}
/** A row of it. */
export interface Row {
  line: number;
  email: string | null;
  name: string | null;
  state: string;
  reason: string | null;
  message: string | null;
}

/** What runs an import, as the Worker and its schedule have it. */
export const deployment = {
  hyperdrive: { connectionString: process.env.WORKER_DATABASE_URL } as Hyperdrive,
  publicUrl: new URL(portalUrl),
};

/** How many rows of each kind. */
export const counts = (values: Partial<Import["counts"]>) => ({
  ...{ total: 0, ready: 0, invalid: 0, skipped: 0, invited: 0 },
  ...values,
});

/** How many mails each address has got. */
export const mailed = (of: Tenant) =>
  of.sql((tx) => tx`select to_address, count(*)::int as n from portal.outbox group by 1 order by 1`);

/** How many rows a table has in an organization. */
export const countOf = async (table: string, of: Tenant) =>
  (await of.sql((tx) => tx`select count(*)::int as n from portal.${tx(table)}`))[0]!.n as number;

/** What an employee does with imports; `owner` does it where nobody else is named. */
export function importsAs(owner: () => Visitor) {
  const path = "/dashboard/invitation-imports";
  const upload = (csv: string, more: object = {}, by = owner()) => by.post(path, { csv, ...more });
  async function previewOf(csv: string, by = owner()): Promise<Import> {
    const answer = await upload(csv, {}, by);
    assert.equal(answer.status, 201, answer.text);
    return answer.json<Import>();
  }
  const get = async (id: string, by = owner()) => (await by.get(`${path}/${id}`)).json<Import>();
  async function rowsOf(id: string, query = "", by = owner()): Promise<Row[]> {
    const rows: Row[] = [];
    for (let cursor: string | null = ""; cursor !== null;) {
      const answer = await by.get(`${path}/${id}/rows?limit=100${query}${cursor && `&cursor=${cursor}`}`);
      const page = answer.json<{ items: Row[]; nextCursor: string | null }>();
      rows.push(...page.items);
      cursor = page.nextCursor;
    }
    return rows;
  }
  const confirm = (id: string, by = owner()) => by.post(`${path}/${id}/confirm`);
  const cancel = (id: string, by = owner()) => by.post(`${path}/${id}/cancel`);
  async function finished(id: string, by = owner()): Promise<Import> {
    for (let i = 0; i < 600; i++) {
      const found = await get(id, by);
      if (found.status !== "RUNNING") return found;
      await sleep(100);
    }
    throw new Error("the import does not end");
  }
  // Previews, confirms and waits for the end.
  async function run(csv: string, by = owner()): Promise<Import> {
    const { id } = await previewOf(csv, by);
    assert.equal((await confirm(id, by)).status, 202);
    return finished(id, by);
  }
  return { path, upload, previewOf, get, rowsOf, confirm, cancel, finished, run };
}

/** What the minute's jobs do about imports, on a database of its own. */
export async function continueInterrupted(): Promise<void> {
  const db = openDatabase(deployment.hyperdrive);
  try {
    await continueImports(deployment, db);
  } finally {
    await db.close();
  }
}
