// A small portal over real HTTP that speaks the contract, for the client's tests.
import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createPortalClient, type PortalClient, type PortalClientOptions } from "../src/index.ts";

/** One request as the server saw it. */
export interface Seen {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage["headers"];
  body: Record<string, string | undefined>;
}

/** Answers a request instead of the portal; false leaves it to the portal. */
export type Handler = (seen: Seen, response: ServerResponse) => boolean | void | Promise<boolean | void>;

const NOW = "2026-11-25T08:30:00.000Z";
const organization = {
  id: randomUUID(),
  slug: "northwind",
  name: "Northwind Dental",
  timeZone: "Europe/Berlin",
  locale: "en-GB",
  registration: "OPEN",
  branding: { accentColor: null, logoUrl: null },
};

/** Sends JSON; with a status from 400 on as a problem. */
export function answer(response: ServerResponse, status: number, body?: object, headers: object = {}): void {
  const type = status >= 400 ? "application/problem+json" : "application/json";
  response.writeHead(status, { "Content-Type": type, ...headers });
  response.end(body && JSON.stringify(body));
}

/** Sends a problem. */
export function problem(response: ServerResponse, status: number, code: string, more: object = {}): void {
  answer(response, status, {
    type: "about:blank",
    title: code,
    status,
    code,
    detail: code,
    requestId: "req-1",
    ...more,
  });
}

/** Starts a portal with 45 tasks on a free loopback port. */
export async function startPortal() {
  const seen: Seen[] = [];
  const sessions = new Map<string, { access: Set<string>; email: string; isEmployee: boolean }>();
  const portal = {
    url: "",
    seen,
    /** Seconds an access token lives. */
    expiresIn: 300,
    /** Milliseconds every refresh takes. */
    refreshDelay: 0,
    /** First say about every request. */
    before: undefined as Handler | undefined,
    /** How many requests went to this path. */
    count: (path: string) => seen.filter((request) => request.path === path).length,
    /** Ends every session, as an employee would. */
    revokeAll: () => sessions.clear(),
    /** Lets every access token end, not the sessions. */
    expireAccess: () => sessions.forEach((session) => session.access.clear()),
    sessions,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };

  const me = (email: string) => ({
    user: { id: `user-${email}`, email, name: "Ada Okafor", role: "CUSTOMER", emailVerifiedAt: NOW },
    customer: {
      id: "c1",
      externalId: null,
      name: "Ada Okafor",
      email,
      phone: null,
      address: null,
      timeZone: null,
      locale: null,
      createdAt: NOW,
      updatedAt: NOW,
    },
    organization,
  });
  const task = (n: number) => ({
    id: `task-${n}`,
    customerId: "c1",
    title: `Task ${n}`,
    description: null,
    status: "OPEN",
    priority: "NORMAL",
    dueAt: null,
    completedAt: null,
    createdAt: NOW,
    updatedAt: NOW,
  });

  interface Session {
    access: Set<string>;
    email: string;
    isEmployee: boolean;
  }
  const employee = (email: string) => {
    const { user } = me(email);
    return { user: { ...user, role: "EMPLOYEE" }, customer: null, organization };
  };
  function signIn(response: ServerResponse, status: number, id: string, session: Session): void {
    const accessToken = randomUUID();
    session.access.add(accessToken);
    const who = session.isEmployee ? employee(session.email) : me(session.email);
    answer(
      response,
      status,
      { accessToken, tokenType: "Bearer", expiresIn: portal.expiresIn, ...who },
      { "Set-Cookie": `refresh=${id}; Path=/; HttpOnly` },
    );
  }
  function begin(response: ServerResponse, status: number, email = "", isEmployee = false): void {
    const id = randomUUID();
    const session = { access: new Set<string>(), email, isEmployee };
    sessions.set(id, session);
    signIn(response, status, id, session);
  }

  /** What needs no cookie. */
  function mailed(request: Seen, response: ServerResponse): boolean {
    if (request.headers.cookie) return false;
    if (request.path.endsWith("/password/forgot")) answer(response, 202, { status: "MAIL_SENT" });
    else if (!request.path.endsWith("/email/confirm")) return false;
    else if (request.body.token === "link") answer(response, 204);
    else problem(response, 400, "INVALID_LINK");
    return true;
  }

  async function auth(request: Seen, response: ServerResponse): Promise<void> {
    const { body, headers } = request;
    if (headers["x-requested-with"] !== "portico") return problem(response, 403, "FORBIDDEN");
    if (headers["content-type"] !== "application/json")
      return problem(response, 415, "UNSUPPORTED_MEDIA_TYPE");
    const id = /refresh=([\w-]+)/.exec(headers.cookie ?? "")?.[1] ?? "";
    // Both sides speak alike.
    const isEmployee = request.path.startsWith("/dashboard/");
    switch (request.path.replace("/dashboard/", "/portal/")) {
      case "/portal/auth/password/reset":
        if (body.token !== "link" && body.code !== "123456")
          return problem(response, 400, body.token ? "INVALID_LINK" : "INVALID_CODE");
        return begin(response, 200, body.email ?? "ada@northwind.example", isEmployee);
      case "/portal/auth/login":
        if (body.password !== "right") return problem(response, 401, "INVALID_CREDENTIALS");
        return begin(response, 200, body.email, isEmployee);
      case "/portal/auth/register":
        if (body.organization) return answer(response, 202, { status: "VERIFY_EMAIL" });
        return begin(response, 201, body.email);
      case "/portal/auth/register/verify":
        if (body.code !== "123456") return problem(response, 400, "INVALID_CODE");
        return begin(response, 201, body.email);
      case "/portal/auth/refresh": {
        // What the answer will be is settled when the request arrives, as it is with a database.
        const session = sessions.get(id);
        await new Promise((done) => setTimeout(done, portal.refreshDelay));
        return session ? signIn(response, 200, id, session) : problem(response, 401, "SESSION_EXPIRED");
      }
      default:
        sessions.delete(id);
        return answer(response, 204, undefined, { "Set-Cookie": "refresh=; Max-Age=0; Path=/" });
    }
  }

  /** A token is what happens to it: the code of a refusal, or whose invitation it is. */
  function invitation({ path, body, headers }: Seen, response: ServerResponse): void {
    const { token = "", organization: slug, password } = body;
    const status = { INVITATION_EXPIRED: 410, INVITATION_SUPERSEDED: 410, NOT_FOUND: 404 }[token];
    if (status) return problem(response, status, token);
    if (slug !== "northwind") return problem(response, 404, "OTHER_ORGANIZATION");
    if (path.endsWith("/preview")) {
      const offer = { email: "ada@northwind.example", name: "Ada", role: "CUSTOMER", invitedBy: "Lena" };
      return answer(response, 200, { organization, ...offer, expiresAt: NOW, hasAccount: token === "known" });
    }
    if (token === "employee") return begin(response, 201, "eve@northwind.example", true);
    if (token !== "known")
      return password
        ? begin(response, 201, "new@northwind.example")
        : problem(response, 400, "INVALID_REQUEST");
    if (!headers.authorization) return problem(response, 409, "ACCOUNT_EXISTS");
    const session = sessionOf(headers);
    return session ? begin(response, 201, session.email) : problem(response, 401, "UNAUTHENTICATED");
  }

  function sessionOf(headers: Seen["headers"]): Session | undefined {
    const token = headers.authorization?.replace("Bearer ", "") ?? "";
    return [...sessions.values()].find(({ access }) => access.has(token));
  }

  function resource(request: Seen, response: ServerResponse): void {
    const session = sessionOf(request.headers);
    if (!session || request.headers.cookie) return problem(response, 401, "UNAUTHENTICATED");
    const item = /^\/portal\/tasks\/(task-\d+)(?:\/(complete|reopen))?$/.exec(request.path);
    if (item) {
      const done = item[2] === "complete";
      return answer(response, 200, { ...task(Number(item[1]!.slice(5))), status: done ? "DONE" : "OPEN" });
    }
    const own = /^\/(?:portal|dashboard)\/me\/(password|email|email\/confirm|sessions(?:\/[\w-]+)?)$/.exec(
      request.path,
    )?.[1];
    if (own === "email") return answer(response, 202, { status: "VERIFY_EMAIL" });
    if (own === "email/confirm") return answer(response, 200, { ...me("new@northwind.example") });
    if (own === "sessions" && request.method === "GET")
      return answer(response, 200, { items: [], nextCursor: null });
    if (own === "password" && request.body.currentPassword !== "right")
      return problem(response, 403, "WRONG_PASSWORD");
    if (own) return answer(response, 204);
    if (request.path === "/portal/me") {
      const mine = me(session.email);
      return answer(response, 200, { ...mine, customer: { ...mine.customer, ...request.body } });
    }
    if (request.path === "/portal/tasks") {
      const from = Number(request.query.get("cursor") ?? 0);
      const to = from + Number(request.query.get("limit") ?? 20);
      const items = Array.from({ length: 45 }, (_, n) => task(n)).slice(from, to);
      return answer(response, 200, { items, nextCursor: to < 45 ? String(to) : null });
    }
    if (request.path === "/portal/dashboard") return answer(response, 200, { organization });
    if (/^\/portal\/(appointments|notes)$/.test(request.path)) {
      return answer(response, 200, { items: [], nextCursor: null });
    }
    problem(response, 404, "NOT_FOUND");
  }

  const server = createServer(async (incoming, response) => {
    let text = "";
    for await (const chunk of incoming) text += chunk;
    const url = new URL(incoming.url!, "http://localhost");
    const request: Seen = {
      method: incoming.method!,
      path: url.pathname,
      query: url.searchParams,
      headers: incoming.headers,
      body: text ? JSON.parse(text) : {},
    };
    seen.push(request);
    if (await portal.before?.(request, response)) return;
    if (request.path === "/portal/config") {
      return answer(response, 200, {
        organization,
        features: { appointments: true, tasks: true, notes: true, profile: true },
      });
    }
    if (/^\/(?:portal|dashboard)\/auth\//.test(request.path))
      return mailed(request, response) ? undefined : auth(request, response);
    if (request.path.startsWith("/portal/invitations/")) return invitation(request, response);
    resource(request, response);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  portal.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return portal;
}

/** A portal for one test. */
export type Portal = Awaited<ReturnType<typeof startPortal>>;

/** A browser as far as cookies go: what `credentials` says decides whether they travel. */
export function createBrowser(portal: Portal) {
  let cookie: string | undefined;
  const cookieFetch: typeof fetch = async (input, init) => {
    if (init?.credentials !== "include") return fetch(input, init);
    const headers = { ...(init.headers as Record<string, string>), ...(cookie && { Cookie: cookie }) };
    const response = await fetch(input, { ...init, headers });
    const set = response.headers.getSetCookie()[0];
    if (set) cookie = set.includes("Max-Age=0") ? undefined : set.split(";")[0];
    return response;
  };
  return {
    /** For a client that is made by hand. */
    fetch: cookieFetch,
    /** A tab: another client over the same cookies. */
    open: (options: Partial<PortalClientOptions> = {}): PortalClient =>
      createPortalClient({
        apiUrl: portal.url,
        organization: "northwind",
        fetch: cookieFetch,
        shareSession: true,
        ...options,
      }),
  };
}

/** Waits until something holds, at most two seconds. */
export async function until(holds: () => boolean, what: string): Promise<void> {
  for (let n = 0; n < 200; n++) {
    if (holds()) return;
    await new Promise((done) => setTimeout(done, 10));
  }
  throw new Error(`never happened: ${what}`);
}
