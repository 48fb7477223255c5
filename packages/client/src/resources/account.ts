import type { Http, HttpRequest } from "../http.ts";
import type { SessionManager } from "../session/session.ts";
import type {
  AccountSession,
  Audience,
  CallOptions,
  ChangeEmailInput,
  ChangePasswordInput,
  Me,
  Page,
} from "../types.ts";
import { itemPath } from "./item.ts";

/** The account of whoever is signed in; the session's state follows what the server says. */
export function account(call: Http, session: SessionManager, audience: Audience) {
  const base = `/${audience}/me`;
  const sessions = `${base}/sessions`;
  const send = <T>(method: HttpRequest["method"], path: string, options?: CallOptions, body?: object) =>
    call<T>({ method, path, body, signal: options?.signal });
  return {
    getMe: async (options?: CallOptions): Promise<Me> => session.update(await send<Me>("GET", base, options)),
    changePassword: (input: ChangePasswordInput, options?: CallOptions) =>
      send<void>("POST", `${base}/password`, options, input),
    changeEmail: async (input: ChangeEmailInput, options?: CallOptions): Promise<void> => {
      await send("POST", `${base}/email`, options, input);
    },
    confirmEmail: async (code: string, options?: CallOptions): Promise<Me> =>
      session.update(await send<Me>("POST", `${base}/email/confirm`, options, { code })),
    listSessions: (options?: CallOptions) => send<Page<AccountSession>>("GET", sessions, options),
    endSession: async (id: string, options?: CallOptions) =>
      send<void>("DELETE", itemPath(sessions, id), options),
    endOtherSessions: (options?: CallOptions) => send<void>("DELETE", sessions, options),
  };
}
