import { unique } from "./harness.ts";
import { addKey } from "./keys.ts";
import type { Entry, Place } from "./walk-entries.ts";

/** A secret key of its own each time. */
const path =
  (end = "") =>
  async ({ tenant }: Place) =>
    `/dashboard/api-keys/${(await addKey(tenant, [])).id}${end}`;
const administrators = { for: "employee", least: "ADMIN", status: 200 } as const;

/** How the operations on secret keys are called. */
export const keyEntries: Record<string, Entry> = {
  listApiKeys: administrators,
  getApiKey: { ...administrators, path: path() },
  createApiKey: {
    ...administrators,
    body: async ({ tenant }, { accessToken }) => {
      // The walk makes more keys than may live.
      const room = !accessToken?.startsWith("sk_");
      if (room) await tenant.sql((tx) => tx`update portal.api_keys set revoked_at = now()`);
      return { name: "Walk", scopes: ["tasks:read"] };
    },
    status: 201,
  },
  updateApiKey: { ...administrators, path: path(), body: () => ({ name: `Walk ${unique()}` }) },
  revokeApiKey: { ...administrators, path: path("/revoke") },
};
