import type { components } from "./generated/openapi.d.ts";
import type { FieldError, OrganizationChoice } from "./types.ts";

/**
 * Everything that can go wrong, as a stable word. All come from the server but `NETWORK`: no answer came,
 * or not in time, or not one that could be read. A newer server may say one that is not here yet: `status`
 * tells what kind it is.
 */
export type PortalErrorCode = components["schemas"]["ErrorCode"] | "NETWORK";

// What an answer without a code is called, by its status. The server says all the others itself, so that sign-in
// forms need not load the list of what can go wrong everywhere else.
const GENERAL: Partial<Record<PortalErrorCode, number>> = {
  INVALID_REQUEST: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  RATE_LIMITED: 429,
  INTERNAL: 500,
  UNAVAILABLE: 503,
  NETWORK: 0,
};

/** What a {@link PortalError} is made of. */
export interface PortalErrorInit {
  code: PortalErrorCode;
  /** Text for developers; the code when left out. */
  message?: string;
  /** HTTP status; that of the general codes, or 400, when left out. */
  status?: number;
  requestId?: string;
  errors?: FieldError[];
  /** Seconds. */
  retryAfter?: number;
  organizations?: OrganizationChoice[];
  cause?: unknown;
}

/** A call that failed. Show your own words for its `code`; `message` is for developers. */
export class PortalError extends Error {
  override readonly name = "PortalError";
  /** What went wrong. */
  readonly code: PortalErrorCode;
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  /** The server's id of the request, for a support question. */
  readonly requestId: string | undefined;
  /** Whether the same call may succeed later: `NETWORK`, `RATE_LIMITED`, `UNAVAILABLE`. */
  readonly retryable: boolean;
  /** The fields that were refused; empty for all but `INVALID_REQUEST`. */
  readonly errors: FieldError[];
  /** Seconds to wait before another try, where the server said so. */
  readonly retryAfter: number | undefined;
  /** With `ORGANIZATION_REQUIRED`: the organizations that the address and password fit. */
  readonly organizations: OrganizationChoice[] | undefined;

  /** Only tests and stand-ins for the client have a reason to make one. */
  constructor(init: PortalErrorInit) {
    super(init.message ?? init.code, { cause: init.cause });
    this.code = init.code;
    this.status = init.status ?? GENERAL[init.code] ?? 400;
    this.requestId = init.requestId;
    this.retryable = ["NETWORK", "RATE_LIMITED", "UNAVAILABLE"].includes(init.code);
    this.errors = init.errors ?? [];
    this.retryAfter = init.retryAfter;
    this.organizations = init.organizations;
  }
}

/**
 * Whether a caught value is a PortalError, and of that code if one is given. Works across two copies of
 * this package on one page.
 */
export function isPortalError(value: unknown, code?: PortalErrorCode): value is PortalError {
  return (
    value instanceof Error && value.name === "PortalError" && (!code || (value as PortalError).code === code)
  );
}

/** Reads an answer that is not a success; also one that some proxy on the way made. */
export async function errorOf(response: Response): Promise<PortalError> {
  const { status, headers } = response;
  const problem = (await response.json().catch(() => null)) ?? {};
  const known = Object.keys(GENERAL) as PortalErrorCode[];
  const general =
    known.find((code) => GENERAL[code] === status) ??
    (status > 501 ? "UNAVAILABLE" : status > 499 ? "INTERNAL" : "INVALID_REQUEST");
  return new PortalError({
    code: /^[A-Z_]+$/.test(problem.code) ? problem.code : general,
    message: problem.detail ?? problem.title ?? `HTTP ${status}`,
    status,
    requestId: problem.requestId,
    errors: Array.isArray(problem.errors) ? problem.errors : [],
    retryAfter: secondsUntil(headers.get("Retry-After")),
    organizations: problem.organizations,
  });
}

// Retry-After is a number of seconds or a date.
function secondsUntil(value: string | null): number | undefined {
  const seconds = Number(value ?? NaN);
  const until = isNaN(seconds) ? (Date.parse(value ?? "") - Date.now()) / 1000 : seconds;
  return isNaN(until) ? undefined : Math.max(0, Math.ceil(until));
}
