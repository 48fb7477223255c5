import { sleep, withDeadline } from "./abort.ts";
import { errorOf, isPortalError, PortalError } from "./errors.ts";
import type { ClientOptions } from "./types.ts";

/** One request, as the resources describe it. */
export interface HttpRequest {
  path: string;
  /** GET when left out. */
  method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  query?: object;
  /** Sent as JSON. */
  body?: unknown;
  headers?: Record<string, string>;
  /** `omit` when left out: only what carries the session's cookie includes it. */
  credentials?: "include" | "omit";
  signal?: AbortSignal | undefined;
  /** Whether sending it twice does what sending it once does; true for all but POST when left out. */
  idempotent?: boolean;
}

/** Sends a request; resolves with the answer's JSON, rejects with a PortalError or the signal's reason. */
export type Http = <T>(request: HttpRequest) => Promise<T>;

// Longer than this nobody waits in front of a page: the caller gets the error, with its retryAfter.
const LONGEST_WAIT = 10_000;

const etags = new WeakMap<object, string>();

/** The state of a record as it was answered by itself, not in a list (RFC 9110, section 8.8.3). */
export const etagOf = (record: object): string | undefined => etags.get(record);

/** The wire: problems become errors, attempts have a deadline, safe requests are tried again. */
export function createHttp(options: ClientOptions & { patience?: number }): Http {
  const { apiUrl, timeout = 15_000, retries = 2, patience = LONGEST_WAIT } = options;

  const once = <T>(request: HttpRequest): Promise<T> =>
    withDeadline(timeout, request.signal, async (signal) => {
      const headers: Record<string, string> = { Accept: "application/json", ...request.headers };
      const init: RequestInit = {
        method: request.method ?? "GET",
        headers,
        signal,
        credentials: request.credentials ?? "omit",
      };
      if (request.body) {
        headers["Content-Type"] = "application/json";
        init.body = JSON.stringify(request.body);
      }
      try {
        const response = await (options.fetch ?? globalThis.fetch)(
          apiUrl + request.path + queryString(request.query),
          init,
        );
        if (!response.ok) throw await errorOf(response);
        if (response.status === 204) return undefined as T;
        const answer = await response.json();
        const etag = response.headers.get("ETag");
        if (etag) etags.set(answer, etag);
        return answer;
      } catch (cause) {
        request.signal?.throwIfAborted();
        if (isPortalError(cause)) throw cause;
        throw new PortalError({ code: "NETWORK", message: "No readable answer from the portal", cause });
      }
    });

  return async <T>(request: HttpRequest): Promise<T> => {
    for (let attempt = 0; ; attempt++) {
      try {
        return await once<T>(request);
      } catch (error) {
        const wait = waitBeforeRetry(error, attempt);
        if (attempt >= retries || wait > patience || !isIdempotent(request)) throw error;
        await sleep(wait, request.signal);
      }
    }
  };
}

function isIdempotent(request: HttpRequest): boolean {
  return request.idempotent ?? !/^P(OST|ATCH)$/.test(request.method ?? "");
}

// Milliseconds; Infinity for what another try cannot mend. A timeout has already cost the caller enough.
function waitBeforeRetry(error: unknown, attempt: number): number {
  if (!isPortalError(error) || !error.retryable) return Infinity;
  if ((error.cause as Error | undefined)?.name === "TimeoutError") return Infinity;
  return (error.retryAfter ?? 0) * 1000 + 200 * 2 ** attempt * (0.5 + Math.random());
}

// undefined is left out, lists are joined by commas, dates are ISO.
function queryString(query: object = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) params.set(name, value instanceof Date ? value.toISOString() : String(value));
  }
  return `?${params}`.replace(/\?$/, "");
}
