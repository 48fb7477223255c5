import { Fields } from "./messages.ts";

/** PostgreSQL could not be reached, or left, or makes no sense: nothing is known of the statement. */
export class ConnectionError extends Error {
  override name = "ConnectionError";
  /** Begins with `CONNECTION_`. */
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = `CONNECTION_${code}`;
  }
}

/** PostgreSQL refused a statement. */
export class DatabaseError extends Error {
  override name = "DatabaseError";
  /** The SQLSTATE. */
  readonly code: string;
  /** The constraint that is hurt, if one is. */
  readonly constraint: string | undefined;

  constructor(code: string, message: string, constraint?: string) {
    super(message);
    this.code = code;
    this.constraint = constraint;
  }
}

/** The fields of an ErrorResponse. */
function fieldsOf(body: Uint8Array) {
  const fields = new Fields(body);
  const found = new Map<string, string>();
  for (let kind = fields.byte(); kind !== 0; kind = fields.byte())
    found.set(String.fromCharCode(kind), fields.cstring());
  const severity = found.get("V") ?? found.get("S") ?? "FATAL";
  const [code = "", message = "PostgreSQL says no more", constraint] = ["C", "M", "n"].map((kind) =>
    found.get(kind),
  );
  return { severity, code, message, constraint };
}

/** What an ErrorResponse to the attempt to sign in means: there is no database for us, whatever the reason. */
export function refusal(body: Uint8Array): ConnectionError {
  const { code, message } = fieldsOf(body);
  return new ConnectionError(code, message);
}

/** What an ErrorResponse to a statement means; anything worse than ERROR has ended the connection. */
export function failure(body: Uint8Array): DatabaseError {
  const { severity, code, message, constraint } = fieldsOf(body);
  if (severity !== "ERROR") throw new ConnectionError(code, message);
  return new DatabaseError(code, message, constraint);
}

/** Something that no PostgreSQL says at this point. */
export const unexpected = (what: string) =>
  new ConnectionError("PROTOCOL", `The server does not speak PostgreSQL's protocol: ${what}`);
