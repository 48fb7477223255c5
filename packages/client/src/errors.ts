import type { FieldError, OrganizationChoice } from "./types.ts";

/**
 * Everything that can go wrong, as a stable word. All come from the server but `NETWORK`: no answer came,
 * or not in time, or not one that could be read.
 */
export type PortalErrorCode =
  | "INVALID_REQUEST"
  | "UNAUTHENTICATED"
  | "SESSION_EXPIRED"
  | "INVALID_CREDENTIALS"
  | "INVALID_CODE"
  | "ORIGIN_NOT_ALLOWED"
  | "REGISTRATION_CLOSED"
  | "FORBIDDEN"
  | "CUSTOMER_REQUIRED"
  | "NOT_FOUND"
  | "METHOD_NOT_ALLOWED"
  | "ORGANIZATION_REQUIRED"
  | "CONFLICT"
  | "PAYLOAD_TOO_LARGE"
  | "UNSUPPORTED_MEDIA_TYPE"
  | "RATE_LIMITED"
  | "INTERNAL"
  | "UNAVAILABLE"
  | "NETWORK";

/** What {@link PortalError} is made of. */
export interface PortalErrorInit {
  code: PortalErrorCode;
  /** Text for developers; the code when left out. */
  message?: string;
  status?: number;
  requestId?: string;
  errors?: FieldError[];
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

  constructor(init: PortalErrorInit) {
    super(init.message ?? init.code, { cause: init.cause });
    this.code = init.code;
    this.status = init.status ?? 0;
    this.requestId = init.requestId;
    this.retryable = init.code === "NETWORK" || init.code === "RATE_LIMITED" || init.code === "UNAVAILABLE";
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
