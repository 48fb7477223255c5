import { account } from "./resources/account.ts";
import { appointments } from "./resources/appointments.ts";
import { dashboard } from "./resources/dashboard.ts";
import { invitations } from "./resources/invitations.ts";
import { me } from "./resources/me.ts";
import { notes } from "./resources/notes.ts";
import { tasks } from "./resources/tasks.ts";
import { takeParts } from "./session-client.ts";
import type { EmployeeSessionClient, SessionClient } from "./session-client.ts";
import type { EmployeeClient, PortalClient } from "./types.ts";

/** Makes a client whole, in place: what signed-in people can do joins it. Any other client stays as it is. */
export function addResources(client: SessionClient): PortalClient;
export function addResources(client: EmployeeSessionClient): EmployeeClient;
export function addResources(client: SessionClient | EmployeeSessionClient): PortalClient | EmployeeClient {
  const parts = takeParts(client);
  if (!parts) return client as PortalClient | EmployeeClient;
  const { http, authorize, session, bound, audience } = parts;
  const call = authorize(http);
  return Object.assign(
    client,
    invitations(http, authorize, session, bound),
    account(call, session, audience),
    audience === "portal" && {
      ...me(call, session),
      ...dashboard(call),
      ...appointments(call),
      ...tasks(call),
      ...notes(call),
    },
  ) as PortalClient;
}
