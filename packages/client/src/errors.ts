import type { components } from "./generated/openapi.d.ts";
import type { FieldError, OrganizationChoice } from "./types.ts";

// Each code with its HTTP status. Where several share one, the first is taken for an answer without a code.
const STATUS = {
  INVALID_REQUEST: 400,
  INVALID_CODE: 400,
  INVALID_LINK: 400,
  UNAUTHENTICATED: 401,
  SESSION_EXPIRED: 401,
  INVALID_CREDENTIALS: 401,
  FORBIDDEN: 403,
  ORIGIN_NOT_ALLOWED: 403,
  REGISTRATION_CLOSED: 403,
  CUSTOMER_REQUIRED: 403,
  INVITATION_FOR_ANOTHER: 403,
  EMPLOYEE_REQUIRED: 403,
  WRONG_PASSWORD: 403,
  NOT_FOUND: 404,
  OTHER_ORGANIZATION: 404,
  METHOD_NOT_ALLOWED: 405,
  CONFLICT: 409,
  ACCOUNT_EXISTS: 409,
  LAST_OWNER: 409,
  ORGANIZATION_REQUIRED: 409,
  INVITATION_EXPIRED: 410,
  INVITATION_REVOKED: 410,
  INVITATION_SUPERSEDED: 410,
  INVITATION_ACCEPTED: 410,
  PRECONDITION_FAILED: 412,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  IDEMPOTENCY_KEY_REUSED: 422,
  RATE_LIMITED: 429,
  INTERNAL: 500,
  UNAVAILABLE: 503,
  NETWORK: 0,
} satisfies Record<components["schemas"]["ErrorCode"] | "NETWORK", number>;

/**
 * Everything that can go wrong, as a stable word. All come from the server but `NETWORK`: no answer came,
 * or not in time, or not one that could be read. A code that this version does not know yet becomes the
 * general one of its status, e.g. `CONFLICT`.
 */
export type PortalErrorCode = keyof typeof STATUS;

/** What a {@link PortalError} is made of. */
export interface PortalErrorInit {
  code: PortalErrorCode;
  /** Text for developers; the code when left out. */
  message?: string;
  /** HTTP status; the code's own when left out. */
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
    this.status = init.status ?? STATUS[init.code];
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
  const codes = Object.keys(STATUS) as PortalErrorCode[];
  const general = status > 501 ? "UNAVAILABLE" : status > 499 ? "INTERNAL" : "INVALID_REQUEST";
  return new PortalError({
    code:
      codes.find((code) => code === problem.code) ?? codes.find((code) => STATUS[code] === status) ?? general,
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
