/**
 * THE table of errors: code → status, title, whether the same request may succeed later, and what to do.
 * The thrown class, the problem response (RFC 9457), the OpenAPI responses and the SDK's union derive from it.
 */
export const errors = {
  INVALID_REQUEST: {
    status: 400,
    title: "The request is not valid",
    retryable: false,
    help: "A field is missing, unknown or has a value that cannot be. `errors` names each one by its path. Change the request.",
  },
  INVALID_CODE: {
    status: 400,
    title: "The code is wrong or has expired",
    retryable: false,
    help: "The six digits do not fit, were tried five times, or are older than ten minutes. Ask for a new mail.",
  },
  INVALID_LINK: {
    status: 400,
    title: "The link is used, replaced or expired",
    retryable: false,
    help: "A link of a mail works once and for a while, and only the newest one. Ask for a new mail.",
  },
  UNAUTHENTICATED: {
    status: 401,
    title: "Sign in first",
    retryable: false,
    help: "The access token is missing, malformed, expired, for another audience, or its session has ended. Refresh the session and send the request again; if that fails too, sign in.",
  },
  SESSION_EXPIRED: {
    status: 401,
    title: "The session has ended",
    retryable: false,
    help: "The refresh cookie is missing, too old, or its session was signed out or revoked. Sign in again.",
  },
  INVALID_CREDENTIALS: {
    status: 401,
    title: "Email or password is wrong",
    retryable: false,
    help: "Email and password do not fit. The answer is the same for an address that has no account.",
  },
  ORIGIN_NOT_ALLOWED: {
    status: 403,
    title: "This website is not allowed to do that",
    retryable: false,
    help: "The organization does not list the website that sent this request. Add its exact origin, such as https://www.example.com, to the allowed origins.",
  },
  REGISTRATION_CLOSED: {
    status: 403,
    title: "Registration is not open",
    retryable: false,
    help: "The organization takes new accounts by invitation only or not at all, or the deployment takes no new organizations.",
  },
  CUSTOMER_REQUIRED: {
    status: 403,
    title: "This account is not a customer's",
    retryable: false,
    help: "The account belongs to an employee without a customer record, so the portal has nothing to show. Use the dashboard.",
  },
  EMPLOYEE_REQUIRED: {
    status: 403,
    title: "This account is a customer's",
    retryable: false,
    help: "Email and password fit, but the account is a customer's. Sign in at the organization's portal.",
  },
  INVITATION_FOR_ANOTHER: {
    status: 403,
    title: "The invitation is for somebody else",
    retryable: false,
    help: "Whoever is signed in has another address than the one that was invited. Sign out and open the link again, or sign in with the invited address.",
  },
  WRONG_PASSWORD: {
    status: 403,
    title: "The password is wrong",
    retryable: false,
    help: "Whoever is signed in proves it once more by the account's password, and this is not it. Tries are counted as those of signing in.",
  },
  KEY_IN_BROWSER: {
    status: 403,
    title: "Secret keys belong on a server",
    retryable: false,
    help: "A request with a secret key came with an `Origin` header, so from a web page, whose visitors can all read the key. Revoke it, make a new one, and keep that on a server.",
  },
  READ_ONLY: {
    status: 403,
    title: "A preview changes nothing",
    retryable: false,
    help: "The access token is that of an employee who looks at the portal as a customer sees it. It is good for reading only: change things at the dashboard.",
  },
  FORBIDDEN: {
    status: 403,
    title: "Not allowed",
    retryable: false,
    help: "The request lacks the header `X-Requested-With: portico`, or the account's role may not do this, or a secret key lacks the scope that `detail` names.",
  },
  NOT_FOUND: {
    status: 404,
    title: "Not found",
    retryable: false,
    help: "There is nothing at this address, or it belongs to somebody else: the two are answered alike.",
  },
  OTHER_ORGANIZATION: {
    status: 404,
    title: "The link belongs to another organization",
    retryable: false,
    help: "The link was opened in the portal of an organization that did not send it. Open it from the mail again.",
  },
  METHOD_NOT_ALLOWED: {
    status: 405,
    title: "Method not allowed",
    retryable: false,
    help: "The address exists but not for this method. `Allow` names those that do.",
  },
  ORGANIZATION_REQUIRED: {
    status: 409,
    title: "Say which organization",
    retryable: false,
    help: "The address and password fit several organizations, or several session cookies came. Send one of `organizations` as `organization`.",
  },
  ACCOUNT_EXISTS: {
    status: 409,
    title: "There is an account already",
    retryable: false,
    help: "The invited address has an account in this organization. Sign in, and accept with the access token of that account and without a password.",
  },
  CONFLICT: {
    status: 409,
    title: "That is already taken",
    retryable: false,
    help: "Something with this name or in this state exists already. Read it again before you change it.",
  },
  LAST_OWNER: {
    status: 409,
    title: "An organization needs an owner",
    retryable: false,
    help: "The change would leave the organization without an owner who can sign in. Make somebody else an owner first.",
  },
  INVITATION_ACCEPTED: {
    status: 410,
    title: "The invitation was accepted already",
    retryable: false,
    help: "The link has done its work, perhaps in another tab or before an answer was lost. Sign in.",
  },
  INVITATION_EXPIRED: {
    status: 410,
    title: "The invitation has expired",
    retryable: false,
    help: "An invitation is good for seven days. Ask the organization to send it again.",
  },
  INVITATION_REVOKED: {
    status: 410,
    title: "The invitation was taken back",
    retryable: false,
    help: "The organization has taken the invitation back, or whoever sent it may no longer invite. Ask the organization for a new one.",
  },
  INVITATION_SUPERSEDED: {
    status: 410,
    title: "A newer mail replaces this link",
    retryable: false,
    help: "The invitation was sent again, and only the newest mail's link is good. Open that one.",
  },
  CURSOR_EXPIRED: {
    status: 410,
    title: "The cursor is too old",
    retryable: false,
    help: "Changes are followed from a cursor of the last 90 days: what was deleted before then is no longer known. Ask without a cursor, and delete what does not come.",
  },
  PRECONDITION_FAILED: {
    status: 412,
    title: "Somebody has changed it meanwhile",
    retryable: false,
    help: "The record is no longer in the state that `If-Match` names. Read it again, look at what is there now, and send the change with the new ETag.",
  },
  IDEMPOTENCY_KEY_REUSED: {
    status: 422,
    title: "The idempotency key belongs to another request",
    retryable: false,
    help: "A request with another address or body was sent under this `Idempotency-Key` within the last day. Use a new key for a new request.",
  },
  PAYLOAD_TOO_LARGE: {
    status: 413,
    title: "The request is too large",
    retryable: false,
    help: "The body has more than 64 KiB, or more than 2 MiB where a list is imported, or more than 4 MiB where it is a batch. Send less, a batch in smaller ones.",
  },
  UNSUPPORTED_MEDIA_TYPE: {
    status: 415,
    title: "Send JSON",
    retryable: false,
    help: "Send `Content-Type: application/json`.",
  },
  RATE_LIMITED: {
    status: 429,
    title: "Too many attempts",
    retryable: true,
    help: "Too many attempts from this network or at this account, or too many requests with this secret key. Wait as many seconds as `Retry-After` says.",
  },
  INTERNAL: {
    status: 500,
    title: "Something went wrong on our side",
    retryable: false,
    help: "The fault is ours and has been logged under the `requestId`. Trying again rarely helps.",
  },
  UNAVAILABLE: {
    status: 503,
    title: "Not available at the moment",
    retryable: true,
    help: "The database cannot be reached at the moment. Try again after `Retry-After` seconds.",
  },
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
