import type { Http, HttpRequest } from "../http.ts";
import type { MaybeSession, SessionManager } from "../session/session.ts";
import type { AcceptInvitationInput, CallOptions, InvitationPreview, Session } from "../types.ts";

/** What the link of an invitation leads to. */
export function invitations(
  http: Http,
  authorize: (send: Http) => Http,
  session: SessionManager,
  bound: string | undefined,
) {
  const request = (step: "preview" | "accept", input: object, { signal }: CallOptions): HttpRequest => ({
    method: "POST",
    path: `/portal/invitations/${step}`,
    body: { ...input, organization: bound },
    signal,
  });
  const begin = (sent: HttpRequest) =>
    session.begin(() => http<MaybeSession>({ ...sent, credentials: "include" }), sent.signal);
  const beginSignedIn = authorize(begin as Http);
  return {
    previewInvitation: (token: string, options: CallOptions = {}) =>
      http<InvitationPreview>({ ...request("preview", { token }, options), idempotent: true }),
    acceptInvitation: async (input: AcceptInvitationInput, options: CallOptions = {}) => {
      const sent = request("accept", input, options);
      return input.password === undefined ? beginSignedIn<Session | undefined>(sent) : begin(sent);
    },
  };
}
