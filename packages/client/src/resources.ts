import { authorized } from "./authorized.ts";
import { appointments } from "./resources/appointments.ts";
import { dashboard } from "./resources/dashboard.ts";
import { me } from "./resources/me.ts";
import { notes } from "./resources/notes.ts";
import { tasks } from "./resources/tasks.ts";
import { takeParts } from "./session-client.ts";
import type { SessionClient } from "./session-client.ts";
import type { PortalClient } from "./types.ts";

/** Makes a client whole, in place: what signed-in people can do joins it. Any other client stays as it is. */
export function addResources(client: SessionClient): PortalClient {
  const parts = takeParts(client);
  if (!parts) return client as PortalClient;
  const { http, session, transport } = parts;
  const call = authorized(http, client.apiUrl, session, transport);
  return Object.assign(client, {
    ...me(call, session),
    ...dashboard(call),
    ...appointments(call),
    ...tasks(call),
    ...notes(call),
  });
}
