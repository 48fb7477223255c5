import type { Http } from "../http.ts";
import type { MaybeSession, SessionManager } from "../session/session.ts";
import type { AcceptInvitationInput, CallOptions, InvitationPreview, Session } from "../types.ts";

const PATH = "/portal/invitations/";

/** What the link of an invitation leads to, on either side. */
export function invitations(
  http: Http,
  authorize: (send: Http) => Http,
  session: SessionManager,
  organization: string | undefined,
) {
  const begin: Http = (request) =>
    session.begin(() => http<MaybeSession>(request), request.signal) as Promise<never>;
  const beginSignedIn = authorize(begin);
  return {
    previewInvitation: (token: string, { signal }: CallOptions = {}) =>
      http<InvitationPreview>({
        method: "POST",
        path: `${PATH}preview`,
        body: { token, organization },
        signal,
        idempotent: true,
      }),
    acceptInvitation: async (input: AcceptInvitationInput, { signal }: CallOptions = {}) =>
      (input.password === undefined ? beginSignedIn : begin)<Session | undefined>({
        method: "POST",
        path: `${PATH}accept`,
        body: { ...input, organization },
        signal,
        credentials: "include",
      }),
  };
}
