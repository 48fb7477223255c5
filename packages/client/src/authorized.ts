import { isPortalError } from "./errors.ts";
import type { Http, HttpRequest } from "./http.ts";
import type { SessionManager } from "./session/session.ts";
import type { SessionTransport } from "./session/transport.ts";

/** Requests on behalf of whoever is signed in. An access token that is refused is renewed once. */
export function authorized(
  http: Http,
  apiUrl: string,
  session: SessionManager,
  transport: SessionTransport,
): Http {
  return async <T>(request: HttpRequest): Promise<T> => {
    const send = async (token: string): Promise<T> => {
      const { method = "GET", path } = request;
      const headers = await transport.authorize(token, method, apiUrl + path);
      return http<T>({ ...request, headers: { ...request.headers, ...headers } });
    };
    const token = await session.token(request.signal);
    try {
      return await send(token);
    } catch (error) {
      if (!isPortalError(error, "UNAUTHENTICATED")) throw error;
      return send(await session.token(request.signal, token));
    }
  };
}
