import { authorized } from "./authorized.ts";
import { createHttp } from "./http.ts";
import { account } from "./resources/account.ts";
import { appointments } from "./resources/appointments.ts";
import { auth, registration } from "./resources/auth.ts";
import { config } from "./resources/config.ts";
import { dashboard } from "./resources/dashboard.ts";
import { me } from "./resources/me.ts";
import { notes } from "./resources/notes.ts";
import { tasks } from "./resources/tasks.ts";
import { createSession } from "./session/session.ts";
import { createTabs } from "./session/tabs.ts";
import { cookieTransport } from "./session/transport.ts";
import type { EmployeeClient, EmployeeClientOptions, PortalClient, PortalClientOptions } from "./types.ts";

/**
 * Makes a client for one organization's portal, or with `audience: "dashboard"` for its employees' accounts. It does
 * no work until a method is called, so it may be made while a page is rendered on a server.
 */
export function createPortalClient(options: EmployeeClientOptions): EmployeeClient;
export function createPortalClient(options: PortalClientOptions): PortalClient;
export function createPortalClient(
  options: PortalClientOptions | EmployeeClientOptions,
): PortalClient | EmployeeClient {
  const apiUrl = options.apiUrl.replace(/\/+$/, "");
  const { organization: bound, audience = "portal" } = options;
  const isPortal = audience === "portal";
  const http = createHttp({ ...options, apiUrl });
  const transport = cookieTransport(http);
  const tabs = createTabs(
    // An employee who is a customer too has two sessions, which end apart.
    `portico:${apiUrl}:${bound ?? ""}${isPortal ? "" : ":dashboard"}`,
    options.shareSession ?? "location" in globalThis,
    options.timeout,
  );
  const session = createSession(transport, tabs, bound, audience);
  const call = authorized(http, apiUrl, session, transport);
  return {
    apiUrl,
    get organization() {
      return session.organization;
    },
    session: session.store,
    ...config(http, () => session.organization),
    ...auth(http, session, bound, audience),
    ...account(call, session, audience),
    ...(isPortal && {
      ...registration(session, bound),
      ...me(call, session),
      ...dashboard(call),
      ...appointments(call),
      ...tasks(call),
      ...notes(call),
    }),
    // What the signed-in employee's `customer` may be is all that differs.
  } as PortalClient | EmployeeClient;
}
