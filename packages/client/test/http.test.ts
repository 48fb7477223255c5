import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { isPortalError, PortalError, type PortalClient } from "../src/index.ts";
import { answer, createBrowser, problem, startPortal, type Portal } from "./server.ts";

let portal: Portal;
let client: PortalClient;

beforeEach(async () => {
  portal = await startPortal();
  client = createBrowser(portal).open();
  await client.login({ email: "ada@northwind.example", password: "right" });
});
afterEach(() => portal.close());

/** The PortalError that the call rejects with. */
async function errorFrom(call: Promise<unknown>): Promise<PortalError> {
  const error = await call.then(
    () => assert.fail("it resolved"),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof PortalError, String(error));
  return error;
}

test("a problem becomes a PortalError with all it says", async () => {
  portal.before = (_, response) => {
    problem(response, 400, "INVALID_REQUEST", { errors: [{ path: "name", message: "Required" }] });
    return true;
  };
  const error = await errorFrom(client.updateMe({ name: "" }));
  assert.equal(error.code, "INVALID_REQUEST");
  assert.equal(error.status, 400);
  assert.equal(error.requestId, "req-1");
  assert.equal(error.retryable, false);
  assert.deepEqual(error.errors, [{ path: "name", message: "Required" }]);
  assert.ok(isPortalError(error, "INVALID_REQUEST"));
  assert.ok(!isPortalError(error, "CONFLICT"));
  assert.ok(!isPortalError(new Error("no")));
});

test("ORGANIZATION_REQUIRED carries the organizations", async () => {
  const organizations = [{ slug: "northwind", name: "Northwind Dental" }];
  portal.before = (_, response) => {
    problem(response, 409, "ORGANIZATION_REQUIRED", { organizations });
    return true;
  };
  const error = await errorFrom(client.login({ email: "ada@northwind.example", password: "right" }));
  assert.equal(error.code, "ORGANIZATION_REQUIRED");
  assert.deepEqual(error.organizations, organizations);
});

test("an answer that no portal made still gets a code, by its status", async () => {
  for (const [status, code] of [
    [404, "NOT_FOUND"],
    [409, "CONFLICT"],
    [418, "INVALID_REQUEST"],
    [500, "INTERNAL"],
    [502, "UNAVAILABLE"],
    [521, "UNAVAILABLE"],
  ] as const) {
    portal.before = (_, response) => {
      response.writeHead(status, { "Content-Type": "text/html" }).end("<h1>proxy</h1>");
      return true;
    };
    const error = await errorFrom(createBrowser(portal).open({ retries: 0 }).getPortalConfig());
    assert.equal(error.code, code, String(status));
    assert.equal(error.status, status);
  }
  portal.before = (_, response) => {
    problem(response, 409, "SOMETHING_NEW");
    return true;
  };
  const { code, status } = await errorFrom(client.getMe());
  assert.deepEqual([code, status], ["SOMETHING_NEW", 409], "what this version does not know yet");
});

test("a success that is not JSON is NETWORK", async () => {
  portal.before = (_, response) => {
    response.writeHead(200).end("<h1>hotel wifi</h1>");
    return true;
  };
  assert.equal(
    (await errorFrom(createBrowser(portal).open({ retries: 0 }).getPortalConfig())).code,
    "NETWORK",
  );
});

test("a dead server is NETWORK, retryable, with its cause", async () => {
  portal.close();
  const error = await errorFrom(createBrowser(portal).open().getPortalConfig());
  assert.equal(error.code, "NETWORK");
  assert.equal(error.status, 0);
  assert.equal(error.retryable, true);
  assert.ok(error.cause);
});

test("safe requests are tried three times at most, others once", async () => {
  portal.before = (_, response) => {
    problem(response, 503, "UNAVAILABLE");
    return true;
  };
  const safe: [string, () => Promise<unknown>][] = [
    ["/portal/tasks", () => client.listTasks()],
    ["/portal/me", () => client.updateMe({ name: "Ada" })],
    ["/portal/tasks/task-1/complete", () => client.completeTask("task-1")],
    ["/portal/auth/logout", () => client.logout()],
  ];
  for (const [path, call] of safe) {
    assert.equal((await errorFrom(call())).code, "UNAVAILABLE");
    assert.equal(portal.count(path), 3, path);
  }
  portal.seen.length = 0;
  const once: [string, () => Promise<unknown>][] = [
    ["/portal/auth/login", () => client.login({ email: "a@b.example", password: "right" })],
    ["/portal/auth/register", () => client.register({ email: "a@b.example", password: "x", name: "A" })],
    ["/portal/auth/register/verify", () => client.verifyRegistration({ email: "a@b.example", code: "1" })],
  ];
  for (const [path, call] of once) {
    assert.equal((await errorFrom(call())).code, "UNAVAILABLE");
    assert.equal(portal.count(path), 1, path);
  }
});

test("what is refused for good is sent once", async () => {
  portal.before = (_, response) => {
    problem(response, 500, "INTERNAL");
    return true;
  };
  await errorFrom(client.listTasks());
  assert.equal(portal.count("/portal/tasks"), 1);
});

test("a retry that succeeds is a success, after the time the server asked for", async () => {
  let refusals = 1;
  portal.before = (_, response) => {
    if (refusals-- <= 0) return false;
    problem(response, 429, "RATE_LIMITED", {});
    return true;
  };
  await client.listTasks();
  assert.equal(portal.count("/portal/tasks"), 2);

  refusals = 1;
  portal.before = (_, response) => {
    if (refusals-- <= 0) return false;
    answer(response, 429, { code: "RATE_LIMITED" }, { "Retry-After": "1" });
    return true;
  };
  const started = Date.now();
  await client.listTasks();
  assert.ok(Date.now() - started >= 1000);
});

test("a long Retry-After is the caller's to show, not to sit out", async () => {
  portal.before = (_, response) => {
    answer(response, 429, { code: "RATE_LIMITED" }, { "Retry-After": "60" });
    return true;
  };
  const started = Date.now();
  const error = await errorFrom(client.listTasks());
  assert.equal(error.retryAfter, 60);
  assert.ok(error.retryable);
  assert.ok(Date.now() - started < 1000);

  portal.before = (_, response) => {
    const date = new Date(Date.now() + 90_000).toUTCString();
    answer(response, 503, { code: "UNAVAILABLE" }, { "Retry-After": date });
    return true;
  };
  const { retryAfter } = await errorFrom(client.listTasks());
  assert.ok(retryAfter! > 85 && retryAfter! <= 90, String(retryAfter));
});

test("an attempt that takes too long is NETWORK and not tried again", async () => {
  const slow = createBrowser(portal).open({ timeout: 50 });
  portal.before = () => true;
  const error = await errorFrom(slow.getPortalConfig());
  assert.equal(error.code, "NETWORK");
  assert.equal((error.cause as Error).name, "TimeoutError");
  assert.equal(portal.count("/portal/config"), 1);
});

test("an aborted call rejects with the signal's reason: before, during, between tries", async () => {
  const reason = new Error("left the page");
  await assert.rejects(client.getMe({ signal: AbortSignal.abort(reason) }), reason);
  assert.equal(portal.count("/portal/me"), 0);

  const during = new AbortController();
  portal.before = () => {
    during.abort(reason);
    return true;
  };
  await assert.rejects(client.getMe({ signal: during.signal }), reason);

  const between = new AbortController();
  portal.before = (_, response) => {
    answer(response, 429, { code: "RATE_LIMITED" }, { "Retry-After": "5" });
    setTimeout(() => between.abort(reason), 50);
    return true;
  };
  const started = Date.now();
  await assert.rejects(client.getMe({ signal: between.signal }), reason);
  assert.ok(Date.now() - started < 1000);
});

test("only auth requests carry credentials, and nobody sends what needs no preflight for the config", async () => {
  await client.getPortalConfig();
  await client.getDashboard();
  const [login, config, overview] = portal.seen;
  assert.equal(login!.headers["x-requested-with"], "portico");
  assert.deepEqual(login!.body, {
    email: "ada@northwind.example",
    password: "right",
    organization: "northwind",
  });
  assert.equal(config!.query.get("organization"), "northwind");
  for (const request of [config, overview]) {
    assert.equal(request!.headers.cookie, undefined);
    assert.equal(request!.headers["x-requested-with"], undefined);
    assert.equal(request!.headers["content-type"], undefined);
  }
  assert.equal(config!.headers.authorization, undefined);
  assert.match(overview!.headers.authorization!, /^Bearer ./);
});

test("filters travel as the contract says", async () => {
  await client.listAppointments({
    status: ["CONFIRMED", "REQUESTED"],
    from: new Date("2026-11-25T08:30:00.000Z"),
    to: undefined,
    order: "asc",
    limit: 5,
  });
  assert.equal(
    portal.seen.at(-1)!.query.toString(),
    "status=CONFIRMED%2CREQUESTED&from=2026-11-25T08%3A30%3A00.000Z&order=asc&limit=5",
  );
});

test("what cannot be an id never becomes another path", async () => {
  for (const id of ["", "..", "a/b", "a?b", "%2e%2e"]) {
    const sent = portal.seen.length;
    assert.equal((await errorFrom(client.completeTask(id))).code, "NOT_FOUND");
    assert.equal((await errorFrom(client.getAppointment(id))).code, "NOT_FOUND");
    assert.equal((await errorFrom(client.getNote(id))).code, "NOT_FOUND");
    assert.equal(portal.seen.length, sent);
  }
});

test("the iterator walks every page and fetches none too many", async () => {
  const ids: string[] = [];
  for await (const task of client.iterateTasks({ limit: 10 })) ids.push(task.id);
  assert.equal(ids.length, 45);
  assert.equal(new Set(ids).size, 45);
  assert.equal(portal.count("/portal/tasks"), 5);

  portal.seen.length = 0;
  for await (const task of client.iterateTasks({ limit: 10 })) if (task.id === "task-12") break;
  assert.equal(portal.count("/portal/tasks"), 2);

  portal.seen.length = 0;
  client.iterateTasks();
  assert.equal(portal.seen.length, 0);
});

test("aborting ends an iteration", async () => {
  const controller = new AbortController();
  const walk = async () => {
    for await (const task of client.iterateTasks({ limit: 10 }, { signal: controller.signal })) {
      if (task.id === "task-9") controller.abort(new Error("enough"));
    }
  };
  await assert.rejects(walk(), /enough/);
  assert.equal(portal.count("/portal/tasks"), 1);
});
