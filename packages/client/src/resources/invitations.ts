import type { Http } from "../http.ts";
import type { SessionManager, WireSession } from "../session/session.ts";
import type { AcceptInvitationInput, Audience, CallOptions, InvitationPreview, Session } from "../types.ts";

const PATH = "/portal/invitations/";

/** What the link of an invitation leads to, on either side. */
export function invitations(
  http: Http,
  authorize: (send: Http) => Http,
  session: SessionManager,
  organization: string | undefined,
  audience: Audience,
) {
  const begin: Http = (request) => {
    const send = async () => {
      const wire = await http<WireSession>(request);
      // An employee's signs in at the dashboard, a customer's in the portal, wherever it was accepted.
      return (audience === "portal" ? wire.customer : wire.user.role !== "CUSTOMER") ? wire : {};
    };
    return session.begin(send, request.signal) as Promise<never>;
  };
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
