import type { MaybeSession, SessionManager } from "../session/session.ts";
import type { SessionTransport } from "../session/transport.ts";
import type { Audience, CallOptions, LoginInput, Session } from "../types.ts";

/** Signing in and out. */
export function auth(
  session: SessionManager,
  transport: SessionTransport,
  bound: string | undefined,
  audience: Audience,
) {
  return {
    login: async (input: LoginInput, { signal }: CallOptions = {}): Promise<Session> => {
      const body = { ...input, organization: bound ?? input.organization };
      const send = () => transport.post<MaybeSession>(`/${audience}/auth/login`, body, signal);
      // It answers a session or an error, never anything between.
      return (await session.begin(send, signal))!;
    },
    restoreSession: (options: CallOptions = {}) => session.restore(options.signal),
    logout: (options: CallOptions = {}) => session.end(options.signal),
  };
}
