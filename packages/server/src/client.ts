import { createHttp, dashboardApi } from "@portico/client/dashboard";
import type { DashboardApi, Http } from "@portico/client/dashboard";
import { pullChanges } from "./pull.ts";
import type { ChangesPage, PullOptions } from "./pull.ts";
import { pushRecords } from "./push.ts";
import type { PushOptions, PushResult, RecordKind, RecordRow } from "./push.ts";

/** Options of {@link createServerClient}. */
export interface ServerClientOptions {
  /** The API's origin, e.g. `https://portal.example.com`. */
  apiUrl: string;
  /** A secret key of the organization (`sk_…`), from its console. It belongs into the environment, not into code. */
  secretKey: string;
  /** Instead of the global fetch: a proxy, a test, a Worker's service binding. */
  fetch?: typeof globalThis.fetch;
  /** Milliseconds one attempt may take before it counts as `NETWORK`; 30,000 when left out, 0 for no limit. */
  timeout?: number;
  /**
   * How often a request that is safe to send again is sent again after `NETWORK`, 429 or 503, each time later; 4 when
   * left out. Creations and batches are safe: they carry an `Idempotency-Key`.
   */
  retries?: number;
}

/** The organization's side for its own systems: every operation that the key's scopes allow, and synchronization. */
export type ServerClient = DashboardApi & {
  /**
   * Brings records over, 500 rows a request: made or changed by `externalId` (or `id`), or deleted by `deleted: true`.
   * Yields what became of each row, in order, as soon as its batch is answered; a bad row stops no other.
   * Rejects with a `PortalError` where a whole batch fails; what was yielded until then has happened.
   */
  pushRecords<K extends RecordKind>(
    kind: K,
    rows: Iterable<RecordRow<K>> | AsyncIterable<RecordRow<K>>,
    options?: PushOptions,
  ): AsyncIterableIterator<PushResult<K>>;
  /**
   * What was made, changed or deleted since a cursor, page after page until there is no more for now. Keep a page's
   * `cursor` once its items are dealt with: whatever happens, each change then arrives at least once.
   */
  pullChanges(options?: PullOptions): AsyncIterableIterator<ChangesPage>;
};

// Batches may have to wait for the key's next minute (`RateLimit`): a server has that patience, a page has not.
const PATIENCE = 65_000;

/**
 * Makes a client with a secret key. It does no work until a method is called. For servers only: in a browser, whoever
 * opens the page could read the key, and the API refuses it.
 */
export function createServerClient(options: ServerClientOptions): ServerClient {
  const { secretKey, timeout = 30_000, retries = 4 } = options;
  const apiUrl = options.apiUrl.replace(/\/+$/, "");
  if ("document" in globalThis)
    throw new TypeError("A secret key belongs on a server: use @portico/client in a browser.");
  if (!/^sk_[\w-]+$/.test(secretKey)) throw new TypeError("secretKey must be a secret key, sk_…");
  const http = createHttp({ ...options, apiUrl, timeout, retries, patience: PATIENCE });
  const call: Http = (request) =>
    http({ ...request, headers: { ...request.headers, Authorization: `Bearer ${secretKey}` } });
  const api = dashboardApi(call);
  return {
    ...api,
    pushRecords: (kind, rows, options) => pushRecords(api, kind, rows, options),
    pullChanges: (options) => pullChanges(api, options),
  };
}
