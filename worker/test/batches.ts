import assert from "node:assert/strict";
import { openApi, violations } from "./document.ts";
import type { Tenant } from "./harness.ts";
import type { Visitor } from "./http.ts";
import type { Entry } from "./walk-entries.ts";

/** What became of one row. */
export interface RowResult {
  index: number;
  status: string;
  id: string | null;
  externalId: string | null;
  etag: string | null;
  errors?: { path: string; message: string }[];
}

/** The kinds of record that are written in batches. */
export type Kind = "customers" | "appointments" | "tasks" | "notes";

/** Sends a batch that must be answered, in the documented shape. */
export async function batch(
  visitor: Visitor,
  kind: Kind,
  items: unknown[],
  { dryRun, key }: { dryRun?: boolean; key?: string } = {},
): Promise<RowResult[]> {
  const headers = { "Idempotency-Key": key };
  const answer = await visitor.post(`/dashboard/${kind}/batch`, { items, dryRun }, { headers });
  assert.equal(answer.status, 200, answer.text);
  assert.deepEqual(violations(openApi.components.schemas.BatchResult!, answer.json()), []);
  const { results, counts } = answer.json<{ results: RowResult[]; counts: Record<string, number> }>();
  assert.deepEqual(
    results.map(({ index }) => index),
    items.map((_, index) => index),
  );
  for (const status of ["created", "updated", "unchanged", "deleted", "failed"])
    assert.equal(counts[status], results.filter((row) => row.status.toLowerCase() === status).length);
  return results;
}

/** The states of rows, in order. */
export const statuses = (results: RowResult[]) => results.map(({ status }) => status);

/** What is wrong with each row: the fields' paths. */
export const paths = (results: RowResult[]) =>
  results.map(({ errors }) => errors?.map(({ path }) => path).join());

/** A row that makes a record of each kind; those of customers need one. */
export const rowOf: Record<Kind, (customerId: string) => Record<string, unknown>> = {
  customers: () => ({ name: "Row" }),
  appointments: (customerId) => ({
    customerId,
    title: "Row",
    startsAt: "2026-11-25T08:30:00.000Z",
    endsAt: "2026-11-25T09:15:00.000Z",
  }),
  tasks: (customerId) => ({ customerId, title: "Row" }),
  notes: (customerId) => ({ customerId, title: "Row", body: "Words." }),
};

/** Everything that the organization has of a kind and of what goes with it: to see that nothing was written. */
export const everythingOf = (tenant: Tenant, kind: Kind) =>
  tenant.sql(async (tx) => {
    const rows = await tx`select t.*, t.xmin::text as version from portal.${tx(kind)} t order by id`;
    const audit = await tx`select count(*)::int as n from portal.audit_log`;
    const keys = await tx`select count(*)::int as n from portal.idempotency_keys`;
    const gone = await tx`select count(*)::int as n from portal.deletions`;
    return JSON.stringify([rows, audit, keys, gone]);
  });

/** How the batches are walked. */
export const batchEntries: Record<string, Entry> = Object.fromEntries(
  (["customers", "appointments", "tasks", "notes"] as const).map((kind) => [
    `upsert${kind[0]!.toUpperCase()}${kind.slice(1)}`,
    {
      for: "employee",
      body: ({ person }) => ({ items: [rowOf[kind](person.customerId)] }),
      status: 200,
    },
  ]),
);
