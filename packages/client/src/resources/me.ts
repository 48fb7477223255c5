import type { Http } from "../http.ts";
import type { SessionManager } from "../session/session.ts";
import type { CallOptions, Me, UpdateMeInput } from "../types.ts";

/** The profile of whoever is signed in; the session's state follows what the server says. */
export function me(call: Http, session: SessionManager) {
  const remember = (answer: Me): Me => {
    session.update(answer);
    return answer;
  };
  return {
    getMe: async (options: CallOptions = {}) =>
      remember(await call<Me>({ path: "/portal/me", signal: options.signal })),
    updateMe: async (input: UpdateMeInput, options: CallOptions = {}) =>
      remember(await call<Me>({ method: "PUT", path: "/portal/me", body: input, signal: options.signal })),
  };
}
