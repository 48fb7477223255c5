import type { Http, HttpRequest } from "../http.ts";
import type { SessionManager } from "../session/session.ts";
import type { AcceptInvitationInput, CallOptions, InvitationPreview, Session } from "../types.ts";

const PATH = "/portal/invitations";

/** What the link of an invitation leads to, on either side. */
export function invitations(
  http: Http,
  authorize: (send: Http) => Http,
  session: SessionManager,
  bound: string | undefined,
) {
  const begin = ({ path, body, signal, headers }: HttpRequest) =>
    session.begin(path, body as object, signal, headers);
  const beginSignedIn = authorize(begin as Http);
  return {
    previewInvitation: (token: string, { signal }: CallOptions = {}) =>
      http<InvitationPreview>({
        method: "POST",
        path: `${PATH}/preview`,
        body: { token, organization: bound },
        signal,
        idempotent: true,
      }),
    acceptInvitation: async (input: AcceptInvitationInput, { signal }: CallOptions = {}) => {
      const body = { ...input, organization: bound };
      const request: HttpRequest = { method: "POST", path: `${PATH}/accept`, body, signal };
      return input.password === undefined ? beginSignedIn<Session | undefined>(request) : begin(request);
    },
  };
}
