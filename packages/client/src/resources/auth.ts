import type { SessionManager } from "../session/session.ts";
import type { Audience, CallOptions, LoginInput, Session } from "../types.ts";

/** Signing in and out. */
export function auth(session: SessionManager, bound: string | undefined, audience: Audience) {
  return {
    login: async (input: LoginInput, { signal }: CallOptions = {}): Promise<Session> => {
      const body = { ...input, organization: bound ?? input.organization };
      // It answers a session or an error, never anything between.
      return (await session.begin(`/${audience}/auth/login`, body, signal))!;
    },
    restoreSession: (options: CallOptions = {}) => session.restore(options.signal),
    logout: (options: CallOptions = {}) => session.end(options.signal),
  };
}
