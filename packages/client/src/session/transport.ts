import type { Http } from "../http.ts";

/**
 * How a session is proven to the server. The cookie is the first way; one with a key of its own (DPoP) fits
 * behind the same two functions.
 */
export interface SessionTransport {
  /** Sends one of the auth endpoints what it needs, with whatever stands for the refresh token. */
  post<T>(path: string, body: object, signal?: AbortSignal, idempotent?: boolean): Promise<T>;
  /** Headers that show the access token on a request. */
  authorize(
    accessToken: string,
    method: string,
    url: string,
  ): Record<string, string> | Promise<Record<string, string>>;
}

/** The refresh token is an HttpOnly cookie of the API's origin, which script never sees. */
export function cookieTransport(http: Http): SessionTransport {
  return {
    post: (path, body, signal, idempotent = false) =>
      http({
        method: "POST",
        path,
        body,
        signal,
        idempotent,
        credentials: "include",
        // A form on some other page cannot send it: with JSON and the origin check, the answer to CSRF.
        headers: { "X-Requested-With": "portico" },
      }),
    authorize: (accessToken) => ({ Authorization: `Bearer ${accessToken}` }),
  };
}
