/**
 * THE table of errors: code → status, title, whether the same request may succeed later.
 * The thrown class, the problem response (RFC 9457), the OpenAPI responses and the SDK's union derive from it.
 */
export const errors = {
  INVALID_REQUEST: { status: 400, title: "The request is not valid", retryable: false },
  INVALID_CODE: { status: 400, title: "The code is wrong or has expired", retryable: false },
  UNAUTHENTICATED: { status: 401, title: "Sign in first", retryable: false },
  SESSION_EXPIRED: { status: 401, title: "The session has ended", retryable: false },
  INVALID_CREDENTIALS: { status: 401, title: "Email or password is wrong", retryable: false },
  ORIGIN_NOT_ALLOWED: { status: 403, title: "This website is not allowed to do that", retryable: false },
  REGISTRATION_CLOSED: { status: 403, title: "Registration is not open", retryable: false },
  CUSTOMER_REQUIRED: { status: 403, title: "This account is not a customer's", retryable: false },
  FORBIDDEN: { status: 403, title: "Not allowed", retryable: false },
  NOT_FOUND: { status: 404, title: "Not found", retryable: false },
  METHOD_NOT_ALLOWED: { status: 405, title: "Method not allowed", retryable: false },
  ORGANIZATION_REQUIRED: { status: 409, title: "Say which organization", retryable: false },
  CONFLICT: { status: 409, title: "That is already taken", retryable: false },
  PAYLOAD_TOO_LARGE: { status: 413, title: "The request is too large", retryable: false },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, title: "Send JSON", retryable: false },
  RATE_LIMITED: { status: 429, title: "Too many attempts", retryable: true },
  INTERNAL: { status: 500, title: "Something went wrong on our side", retryable: false },
  UNAVAILABLE: { status: 503, title: "Not available at the moment", retryable: true },
} as const;

/** A stable name of what went wrong; clients branch on this and on nothing else. */
export type ErrorCode = keyof typeof errors;

/** One field of the request that is wrong: `path` as in `address` or `items.0.name`. */
export interface FieldError {
  path: string;
  message: string;
}

/** What a `PorticoError` may add to its code. */
export interface ErrorOptions {
  /** What to do about it, in a sentence for a developer; never an exception's own text. */
  detail?: string;
  errors?: FieldError[];
  /** Seconds until a retry may succeed; becomes `Retry-After`. */
  retryAfter?: number;
  /** Members of the problem document beyond the standard ones. */
  extra?: Record<string, unknown>;
}

/** The one error that handlers throw; everything else becomes INTERNAL and is logged by its request id. */
export class PorticoError extends Error {
  readonly code: ErrorCode;
  readonly options: ErrorOptions;
  constructor(code: ErrorCode, options: ErrorOptions = {}) {
    super(code);
    this.code = code;
    this.options = options;
  }
}

/** The problem document (RFC 9457) of an error. */
export function problemResponse(error: PorticoError, requestId: string, docsUrl: string): Response {
  const { status, title } = errors[error.code];
  const { detail, errors: fields, retryAfter, extra } = error.options;
  const body = {
    ...extra,
    type: `${docsUrl}#${error.code}`,
    title,
    status,
    code: error.code,
    detail: detail ?? `${title}.`,
    requestId,
    ...(fields ? { errors: fields } : {}),
  };
  const headers = new Headers({ "Content-Type": "application/problem+json", "Cache-Control": "no-store" });
  if (retryAfter !== undefined) headers.set("Retry-After", String(retryAfter));
  if (status === 401) headers.set("WWW-Authenticate", 'Bearer realm="portico"');
  return new Response(JSON.stringify(body), { status, headers });
}
