import { authorized } from "./authorized.ts";
import type { Http } from "./http.ts";
import { account } from "./resources/account.ts";
import { appointments } from "./resources/appointments.ts";
import { dashboard } from "./resources/dashboard.ts";
import { invitations } from "./resources/invitations.ts";
import { me } from "./resources/me.ts";
import { notes } from "./resources/notes.ts";
import { recovery } from "./resources/recovery.ts";
import { registration } from "./resources/registration.ts";
import { tasks } from "./resources/tasks.ts";
import { partsOf } from "./session-client.ts";
import type { EmployeeSessionClient, SessionClient } from "./session-client.ts";
import type { EmployeeClient, PortalClient } from "./types.ts";

/** Makes a client whole, in place: all but signing in joins it. Any other client stays as it is. */
export function addResources(client: SessionClient): PortalClient;
export function addResources(client: EmployeeSessionClient): EmployeeClient;
export function addResources(client: SessionClient | EmployeeSessionClient): PortalClient | EmployeeClient {
  const parts = partsOf(client);
  if (!parts || "getMe" in client) return client as PortalClient | EmployeeClient;
  const { http, session, transport, bound } = parts;
  const { apiUrl, audience } = client;
  const authorize = (send: Http) => authorized(send, apiUrl, session, transport);
  const call = authorize(http);
  return Object.assign(
    client,
    recovery(http, session, transport, bound, audience),
    invitations(http, authorize, session, bound, audience),
    account(call, session, audience),
    audience === "portal" && {
      ...registration(session, transport, bound),
      ...me(call, session),
      ...dashboard(call),
      ...appointments(call),
      ...tasks(call),
      ...notes(call),
    },
  ) as PortalClient;
}
