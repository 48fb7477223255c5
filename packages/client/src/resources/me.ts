import type { Http } from "../http.ts";
import type { SessionManager } from "../session/session.ts";
import type { CallOptions, Me, UpdateMeInput } from "../types.ts";

/** The profile of the signed-in customer; the session's state follows what the server says. */
export function me(call: Http, session: SessionManager) {
  return {
    updateMe: async (input: UpdateMeInput, options: CallOptions = {}): Promise<Me> =>
      session.update(
        await call<Me>({ method: "PUT", path: "/portal/me", body: input, signal: options.signal }),
      ),
  };
}
