import { createHttp } from "./http.ts";
import type { Http } from "./http.ts";
import { auth } from "./resources/auth.ts";
import { config } from "./resources/config.ts";
import { createSession } from "./session/session.ts";
import type { SessionManager } from "./session/session.ts";
import { createTabs } from "./session/tabs.ts";
import { cookieTransport } from "./session/transport.ts";
import type { SessionTransport } from "./session/transport.ts";
import type { EmployeeClientOptions, PortalClient, PortalClientOptions } from "./types.ts";

/** The part of a client that can be used before anybody is signed in. */
export type SessionClient = Pick<PortalClient, "apiUrl" | "audience" | "organization" | "session"> &
  ReturnType<typeof config> &
  ReturnType<typeof auth>;

/** What the rest of a client is made from. */
interface Parts {
  http: Http;
  session: SessionManager;
  transport: SessionTransport;
  bound: string | undefined;
}

const parts = new WeakMap<SessionClient, Parts>();

/** Makes the part of a client that signs people in; `addResources()` makes it whole. */
export function createSessionClient(options: PortalClientOptions | EmployeeClientOptions): SessionClient {
  const apiUrl = options.apiUrl.replace(/\/+$/, "");
  const { organization: bound, audience = "portal" } = options;
  const http = createHttp({ ...options, apiUrl });
  const transport = cookieTransport(http);
  const tabs = createTabs(
    // An employee who is a customer too has two sessions, which end apart.
    `portico:${apiUrl}:${bound ?? ""}${audience === "portal" ? "" : ":dashboard"}`,
    options.shareSession ?? "location" in globalThis,
    options.timeout,
  );
  const session = createSession(transport, tabs, bound, audience);
  const client: SessionClient = {
    audience,
    apiUrl,
    get organization() {
      return session.organization;
    },
    session: session.store,
    ...config(http, () => session.organization),
    ...auth(session, transport, bound, audience),
  };
  parts.set(client, { http, session, transport, bound });
  return client;
}

/** The parts of a client that is not whole yet; each are taken once. */
export function takeParts(client: SessionClient): Parts | undefined {
  const taken = parts.get(client);
  parts.delete(client);
  return taken;
}
