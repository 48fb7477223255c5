import assert from "node:assert/strict";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import { createTenant, newId, signInEmployee, type Tenant } from "./harness.ts";
import { portalUrl, type Visitor } from "./http.ts";
import { assertProblem } from "./walk.ts";

interface Check {
  url: string;
  status: string;
  httpStatus: number | null;
  hasScript: boolean;
  elements: string[];
}
type Handler = (response: ServerResponse, request: IncomingMessage) => void;

const pages: Record<string, Handler> = {};
const asked: IncomingMessage[] = [];
const script = `<script type="module" src="${portalUrl}/embed/portico.js"></script>`;
let site: Server;
let other: Server;
let origin: string;
let otherOrigin: string;
let otherAsked = 0;

/** A page of its own address; answers that address. */
function serve(handler: Handler | string, headers: Record<string, string> = {}): string {
  const path = `/${newId()}`;
  pages[path] =
    typeof handler === "string"
      ? (response) => response.writeHead(200, { "Content-Type": "text/html", ...headers }).end(handler)
      : handler;
  return origin + path;
}
const redirect = (location: string) =>
  serve((response) => response.writeHead(302, { Location: location }).end());

let tenant: Tenant;
let owner: Visitor;
const place = async () => {
  const made = await createTenant({ allowed_origins: [origin, "https://nowhere.invalid"] });
  return { tenant: made, owner: await signInEmployee(await made.addEmployee("ADMIN")) };
};

before(async () => {
  const listen = (handler: (request: IncomingMessage, response: ServerResponse) => void) =>
    new Promise<Server>((resolve) => {
      const server: Server = createServer(handler).listen(0, "127.0.0.1", () => resolve(server));
    });
  site = await listen((request, response) => {
    asked.push(request);
    const handler = pages[new URL(request.url ?? "/", "http://x").pathname];
    if (handler) handler(response, request);
    else response.writeHead(404, { "Content-Type": "text/html" }).end(script);
  });
  other = await listen((_, response) => {
    otherAsked++;
    response.writeHead(200, { "Content-Type": "text/html" }).end(script);
  });
  const originOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  [origin, otherOrigin] = [originOf(site), originOf(other)];
  ({ tenant, owner } = await place());
});
after(() => {
  for (const server of [site, other]) {
    server.closeAllConnections();
    server.close();
  }
});

const ask = (url: string, visitor = owner) => visitor.post("/dashboard/organization/embed-check", { url });
const check = async (url: string, visitor = owner): Promise<Check> => {
  const answer = await ask(url, visitor);
  assert.equal(answer.status, 200, answer.text);
  return answer.json<Check>();
};
const element = (slug: string, name = "portal-dashboard") => `<${name} organization="${slug}"></${name}>`;

describe("a page of the organization's website", () => {
  test("that shows the portal is found, and kept", async () => {
    const url = serve(`<!doctype html><title>Secret words</title>${script}${element(tenant.slug)}
      ${element(tenant.slug, "portal-login")}${element("another", "portal-tasks")}`);
    const answer = await ask(`${url}?secret=1`);
    assert.deepEqual(answer.json<Check>(), {
      url: `${url}?secret=1`,
      status: "FOUND",
      httpStatus: 200,
      hasScript: true,
      elements: ["portal-dashboard", "portal-login"],
    });
    const kept = (await owner.get("/dashboard/organization")).json();
    assert.equal(kept.embedSeenUrl, url, "without what may be a secret");
    assert.ok(kept.embedSeenAt);
    const { headers } = asked.at(-1)!;
    assert.match(String(headers["user-agent"]), /Portico/);
    for (const name of ["cookie", "authorization", "origin"]) assert.equal(headers[name], undefined, name);
    const [entry] = await tenant.sql(
      (tx) => tx`select action, after from portal.audit_log where action = 'checkEmbed'`,
    );
    assert.equal((entry!.after as { embedSeenUrl: string }).embedSeenUrl, url);
    // What was seen on a website counts as long as the website may embed the portal.
    const without = await owner.patch("/dashboard/organization", {
      allowedOrigins: ["https://nowhere.invalid"],
    });
    assert.equal(without.json().embedSeenUrl, null);
    assert.equal((await owner.patch("/dashboard/organization", { allowedOrigins: [origin] })).status, 200);
  });

  const cases: [string, string, () => string][] = [
    [
      "with the script of one version",
      "FOUND",
      () => serve(script.replace("/embed/", "/embed/1.20.3/") + element(tenant.slug)),
    ],
    ["without the script", "NO_SCRIPT", () => serve(element(tenant.slug))],
    [
      "with another deployment's script",
      "NO_SCRIPT",
      () => serve(`<script src="https://evil.example/embed/portico.js"></script>${element(tenant.slug)}`),
    ],
    ["with the script in a comment", "NO_SCRIPT", () => serve(`<!-- ${script} -->${element(tenant.slug)}`)],
    ["without an element", "NO_ELEMENT", () => serve(script)],
    ["with another organization's element", "OTHER_ORGANIZATION", () => serve(script + element("another"))],
    [
      "whose policy keeps the script out",
      "BLOCKED_BY_CSP",
      () => serve(script + element(tenant.slug), { "Content-Security-Policy": "script-src 'self'" }),
    ],
    [
      "whose markup keeps the API out",
      "BLOCKED_BY_CSP",
      () =>
        serve(
          `<meta http-equiv="content-security-policy" content="default-src ${portalUrl}; connect-src 'self'">` +
            script +
            element(tenant.slug),
        ),
    ],
    [
      "whose policy lets both in",
      "FOUND",
      () =>
        serve(script + element(tenant.slug), {
          "Content-Security-Policy": `default-src 'none'; script-src ${portalUrl}/embed/; connect-src ${portalUrl}`,
        }),
    ],
    [
      "that is no HTML",
      "NOT_HTML",
      () => serve(script + element(tenant.slug), { "Content-Type": "text/plain" }),
    ],
    ["that is not there", "UNREACHABLE", () => `${origin}/missing`],
    ["of a website that does not answer", "UNREACHABLE", () => "https://nowhere.invalid/"],
    ["that leads around", "FOUND", () => redirect(redirect(redirect(serve(script + element(tenant.slug)))))],
    [
      "that leads around for too long",
      "UNREACHABLE",
      () => redirect(redirect(redirect(redirect(serve(script + element(tenant.slug)))))),
    ],
  ];
  for (const [name, status, url] of cases)
    test(`${name}: ${status}`, async () => {
      const at = await place();
      const [before, beforeOwner] = [tenant, owner];
      [tenant, owner] = [at.tenant, at.owner];
      try {
        const found = await check(url());
        assert.equal(found.status, status);
        const kept = (await owner.get("/dashboard/organization")).json();
        assert.equal(kept.embedSeenAt !== null, status === "FOUND");
      } finally {
        [tenant, owner] = [before, beforeOwner];
      }
    });
});

describe("what a check does not do", () => {
  test("fetch what is not the organization's: other origins, users, other protocols, addresses", async () => {
    for (const url of [
      `${otherOrigin}/`,
      origin.replace("127.0.0.1", "localhost"),
      origin.replace("http://", "http://user:word@"),
      origin.replace("http://127.0.0.1", "http://127.0.0.1.nip.example"),
      origin.replace("127.0.0.1", "2130706434"),
      "http://169.254.169.254/latest/meta-data",
      "https://10.0.0.1/",
      "http://[::1]/",
      "file:///etc/passwd",
      "ftp://127.0.0.1/",
      "javascript:alert(1)",
      `${portalUrl}/`,
      "//",
    ])
      assertProblem(await ask(url), 400, "INVALID_REQUEST");
    assert.equal(otherAsked, 0);
  });

  test("follow a page to where the portal may not be embedded", async () => {
    for (const location of [`${otherOrigin}/`, "file:///etc/passwd", "http://169.254.169.254/", "http://"]) {
      const at = await place();
      const found = await check(redirect(location), at.owner);
      assert.deepEqual([found.status, found.httpStatus], ["UNREACHABLE", null], location);
    }
    assert.equal(otherAsked, 0);
  });

  test("read more than it needs: a page without an end, one that unfolds, one that is late", async () => {
    const { tenant, owner } = await place();
    let sent = 0;
    const endless = serve((response) => {
      response.writeHead(200, { "Content-Type": "text/html" });
      const more = () => {
        while (!response.destroyed && response.write(" ".repeat(65_536))) sent += 65_536;
        if (!response.destroyed && sent < 1e9) response.once("drain", more);
      };
      more();
    });
    assert.equal((await check(endless, owner)).status, "NO_SCRIPT");
    assert.ok(sent < 64 * 1024 * 1024, `${sent} bytes`);

    const bomb = gzipSync(
      Buffer.concat([Buffer.alloc(200 * 1024 * 1024, " "), Buffer.from(script + element(tenant.slug))]),
    );
    const unfolding = serve((response) =>
      response.writeHead(200, { "Content-Type": "text/html", "Content-Encoding": "gzip" }).end(bomb),
    );
    assert.equal((await check(unfolding, owner)).status, "NO_SCRIPT", "the end is not read");

    for (const late of [
      serve(() => {}),
      serve((response) => {
        response.writeHead(200, { "Content-Type": "text/html" });
        const timer = setInterval(() => response.write(" "), 100);
        response.on("close", () => clearInterval(timer));
      }),
    ]) {
      const began = Date.now();
      assert.equal((await check(late, owner)).status, "UNREACHABLE");
      assert.ok(Date.now() - began < 9000, `${Date.now() - began} ms`);
    }
  });

  test("go on for ever: twenty times in ten minutes", async () => {
    const { owner } = await place();
    const url = serve(script);
    const statuses: number[] = [];
    for (let n = 0; n < 21; n++) statuses.push((await ask(url, owner)).status);
    assert.deepEqual(statuses, [...Array<number>(20).fill(200), 429]);
    assertProblem(await ask(url, owner), 429, "RATE_LIMITED");
  });
});
