import { authorized } from "./authorized.ts";
import { createHttp } from "./http.ts";
import { appointments } from "./resources/appointments.ts";
import { auth } from "./resources/auth.ts";
import { config } from "./resources/config.ts";
import { dashboard } from "./resources/dashboard.ts";
import { invitations } from "./resources/invitations.ts";
import { me } from "./resources/me.ts";
import { notes } from "./resources/notes.ts";
import { tasks } from "./resources/tasks.ts";
import { createSession } from "./session/session.ts";
import { createTabs } from "./session/tabs.ts";
import { cookieTransport } from "./session/transport.ts";
import type { PortalClient, PortalClientOptions } from "./types.ts";

/**
 * Makes a client for one organization's portal. It does no work until a method is called, so it may be
 * made while a page is rendered on a server.
 */
export function createPortalClient(options: PortalClientOptions): PortalClient {
  const apiUrl = options.apiUrl.replace(/\/+$/, "");
  const bound = options.organization;
  const http = createHttp({ ...options, apiUrl });
  const transport = cookieTransport(http);
  const tabs = createTabs(
    `portico:${apiUrl}:${bound ?? ""}`,
    options.shareSession ?? "location" in globalThis,
    options.timeout,
  );
  const session = createSession(transport, tabs, bound);
  const call = authorized(http, apiUrl, session, transport);
  return {
    apiUrl,
    get organization() {
      return session.organization;
    },
    session: session.store,
    ...config(http, () => session.organization),
    ...auth(session, transport, bound),
    ...invitations(http, (send) => authorized(send, apiUrl, session, transport), session, bound),
    ...me(call, session),
    ...dashboard(call),
    ...appointments(call),
    ...tasks(call),
    ...notes(call),
  };
}
