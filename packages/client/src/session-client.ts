import { createHttp } from "./http.ts";
import type { Http } from "./http.ts";
import { auth } from "./resources/auth.ts";
import { config } from "./resources/config.ts";
import { createSession } from "./session/session.ts";
import type { SessionManager } from "./session/session.ts";
import { createTabs } from "./session/tabs.ts";
import { cookieTransport } from "./session/transport.ts";
import type { SessionTransport } from "./session/transport.ts";
import type {
  Audience,
  EmployeeClient,
  EmployeeClientOptions,
  PortalClient,
  PortalClientOptions,
} from "./types.ts";

type Base =
  "apiUrl" | "audience" | "organization" | "session" | keyof ReturnType<typeof config | typeof auth>;

/** The part of a client that signs people in. */
export type SessionClient = Pick<PortalClient, Base>;

/** The same of a client for employees. */
export type EmployeeSessionClient = Pick<EmployeeClient, Base>;

/** What the rest of a client is made from. */
interface Parts {
  http: Http;
  session: SessionManager;
  transport: SessionTransport;
  bound: string | undefined;
}

const parts = new WeakMap<EmployeeSessionClient, Parts>();

/** Makes the part of a client that signs people in; `addResources()` makes it whole. */
export function createSessionClient(options: EmployeeClientOptions): EmployeeSessionClient;
export function createSessionClient(options: PortalClientOptions): SessionClient;
export function createSessionClient(
  options: PortalClientOptions | EmployeeClientOptions,
): SessionClient | EmployeeSessionClient {
  const apiUrl = options.apiUrl.replace(/\/+$/, "");
  const { organization: bound, audience = "portal" } = options;
  const http = createHttp({ ...options, apiUrl });
  const transport = cookieTransport(http);
  const tabs = createTabs(
    // An employee who is a customer too has two sessions, which end apart.
    `portico:${apiUrl}:${bound ?? ""}${audience === "portal" ? "" : `:${audience}`}`,
    options.shareSession ?? "location" in globalThis,
    options.timeout,
  );
  const session = createSession(transport, tabs, bound, audience);
  return assemble(apiUrl, audience, { http, session, transport, bound });
}

/** A client of its parts. */
export function assemble(
  apiUrl: string,
  audience: Audience,
  made: Parts,
): SessionClient | EmployeeSessionClient {
  const { http, session, transport, bound } = made;
  const client: SessionClient | EmployeeSessionClient = {
    audience,
    apiUrl,
    get organization() {
      return session.organization;
    },
    session: session.store,
    ...config(http, () => session.organization),
    ...auth(session, transport, bound, audience),
  };
  parts.set(client, made);
  return client;
}

/** What a client was made from. */
export function partsOf(client: EmployeeSessionClient): Parts | undefined {
  return parts.get(client);
}
