import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { entriesOfRecord } from "./audit.ts";
import {
  createTenant,
  mailsTo,
  newId,
  password,
  signInEmployee,
  type Person,
  type Tenant,
} from "./harness.ts";
import { newNetwork, portalUrl, type Answer, type Visitor } from "./http.ts";
import { accept, invite, newAddress, tokenFor } from "./invitations.ts";
import { addKey, systemWith, usesOf } from "./keys.ts";
import { assertProblem } from "./walk.ts";

const every = ["customers", "appointments", "tasks", "notes", "invitations"].map((room) => `${room}:write`);
const tasks = "/dashboard/tasks";

let tenant: Tenant;
let elsewhere: Tenant;
let owner: Visitor;
let customer: Person;

before(async () => {
  [tenant, elsewhere] = [await createTenant(), await createTenant()];
  owner = await signInEmployee(await tenant.addEmployee("OWNER"));
  customer = await tenant.addCustomer();
});

const refused = async (answer: Promise<Answer>) => assertProblem(await answer, 401, "UNAUTHENTICATED");

describe("a token that is not one", () => {
  test("forged, truncated, swapped or dressed up: 401, and nothing is counted", async () => {
    const { id, token } = await addKey(tenant, every);
    const { token: other } = await addKey(elsewhere, every);
    const [organization, key, secret] = [token.slice(3, 35), token.slice(36, 68), token.slice(69)];
    const compact = (uuid: string) => uuid.replaceAll("-", "");
    for (const forged of [
      `sk_${compact(elsewhere.id)}_${key}_${secret}`,
      `sk_${organization}_${other.slice(36, 68)}_${secret}`,
      `sk_${organization}_${compact(newId())}_${secret}`,
      `sk_${organization}_${key}_${other.slice(69)}`,
      `sk_${organization}_${key}_${"A".repeat(43)}`,
      `sk_${organization}_${key}_`,
      `sk_${organization}_${key}`,
      `sk_${organization.toUpperCase()}_${key}_${secret}`,
      token.slice(0, -1),
      `${token}A`,
      `sk_${secret}`,
      "sk_",
      `SK_${token.slice(3)}`,
      `${token}'--`,
    ]) {
      await refused(systemWith(forged).get(tasks));
      await refused(systemWith(forged).post(tasks, { customerId: customer.customerId, title: "Forged" }));
    }
    assert.equal((await usesOf(tenant, id)).count, 0);
  });

  test("in another place than the header, or under another scheme", async () => {
    const { token } = await addKey(tenant, every);
    const system = systemWith(token);
    for (const Authorization of [token, `Basic ${token}`, `Bearer  ${token} ${token}`, `Bearer ${token},x`])
      await refused(system.get(tasks, { headers: { Authorization } }));
    system.accessToken = undefined;
    await refused(system.get(`${tasks}?access_token=${token}`));
    await refused(system.get(tasks, { headers: { Cookie: `token=${token}` } }));
  });
});

describe("a key beyond its room", () => {
  test("opens nothing of the portal, no session, and no invitation", async () => {
    const { system } = await addKey(tenant, every);
    for (const path of ["/portal/me", "/portal/tasks", "/portal/dashboard"]) await refused(system.get(path));
    const login = { email: customer.email, password: "not it", organization: tenant.slug };
    assertProblem(await system.post("/dashboard/auth/login", login), 401, "INVALID_CREDENTIALS");
    const refresh = await system.post("/dashboard/auth/refresh", { organization: tenant.slug });
    assertProblem(refresh, 401, "SESSION_EXPIRED");
    assert.equal(refresh.headers["set-cookie"], undefined);
  });

  test("reaches no row of another organization", async () => {
    const { system } = await addKey(elsewhere, every);
    const id = await tenant.add("tasks", customer.customerId);
    assertProblem(await system.get(`${tasks}/${id}`), 404, "NOT_FOUND");
    assertProblem(await system.patch(`${tasks}/${id}`, { title: "Mine" }), 404, "NOT_FOUND");
    assertProblem(await system.delete(`${tasks}/${id}`), 404, "NOT_FOUND");
    const task = await system.post(tasks, { customerId: customer.customerId, title: "Mine" });
    assertProblem(task, 400, "INVALID_REQUEST");
    assert.ok(!(await system.get("/dashboard/customers")).text.includes(customer.customerId));
  });

  test("manages no keys, employees or settings, and invites nobody to the team", async () => {
    const { id, system } = await addKey(tenant, [...every, "organization:read", "audit-log:read"]);
    const employee = await tenant.addEmployee();
    for (const answer of [
      await system.post("/dashboard/api-keys", { name: "More", scopes: every }),
      await system.post(`/dashboard/api-keys/${id}/revoke`),
      await system.patch("/dashboard/organization", { allowedOrigins: ["https://evil.example"] }),
      await system.delete(`/dashboard/organization?slug=${tenant.slug}`),
      await system.patch(`/dashboard/employees/${employee.userId}`, { role: "OWNER" }),
      await system.post("/dashboard/me/password", { currentPassword: password, newPassword: password }),
      await system.post("/dashboard/invitations", { email: `x@${tenant.slug}.example`, role: "EMPLOYEE" }),
      await system.post("/dashboard/invitation-imports", { csv: "email\nx@x.example\n" }),
    ])
      assertProblem(answer, 403, "FORBIDDEN");
    assert.equal((await system.get("/dashboard/organization")).status, 200);
    assert.equal((await system.get("/dashboard/audit-log")).status, 200);
  });

  test("a request of another method or with HEAD needs the scope as well", async () => {
    const { system } = await addKey(tenant, ["notes:read"]);
    assert.equal((await system.send("HEAD", "/dashboard/notes")).status, 200);
    assert.equal((await system.send("HEAD", tasks)).status, 403);
    assert.equal((await system.send("PUT", "/dashboard/notes")).status, 405);
  });
});

describe("a key in a browser", () => {
  test("is refused, with no word for the website, and written down once an hour", async () => {
    const { id, system } = await addKey(tenant, every);
    const network = newNetwork();
    for (const Origin of [tenant.origin, tenant.origin, portalUrl, "null"]) {
      const headers = { Origin, "CF-Connecting-IP": network };
      for (const answer of [
        await system.get(tasks, { headers }),
        await system.post(tasks, { customerId: customer.customerId, title: "In a page" }, { headers }),
      ]) {
        assertProblem(answer, 403, "KEY_IN_BROWSER");
        assert.equal(answer.headers["access-control-allow-origin"], undefined);
      }
    }
    const entries = await entriesOfRecord(owner, id);
    assert.equal(entries.length, 1);
    const [{ action, entity, actor, before, after }] = entries as [(typeof entries)[0]];
    assert.deepEqual(
      [action, entity, before, after],
      ["refuseKeyInBrowser", "api_key", null, { origin: tenant.origin }],
    );
    assert.deepEqual(actor, { id, name: "A system", kind: "KEY" });
    const found = await tenant.sql((tx) => tx`select 1 from portal.tasks where title = 'In a page'`);
    assert.equal(found.length, 0);
  });

  test("64 at once leave one entry", async () => {
    const { id, system } = await addKey(tenant, every);
    const headers = { Origin: tenant.origin };
    await Promise.all(Array.from({ length: 64 }, () => system.get(tasks, { headers })));
    assert.equal((await entriesOfRecord(owner, id)).length, 1);
  });

  test("what is no key there, or no longer one, leaves none", async () => {
    const dead = await addKey(tenant, every, { revoked_at: new Date() });
    const live = await addKey(tenant, every);
    const headers = { Origin: tenant.origin };
    for (const token of [dead.token, `${live.token.slice(0, -4)}AAAA`]) {
      const answer = await systemWith(token).get(tasks, { headers });
      assertProblem(answer, 401, "UNAUTHENTICATED");
      assert.equal(answer.headers["access-control-allow-origin"], undefined);
    }
    for (const { id } of [dead, live]) assert.deepEqual(await entriesOfRecord(owner, id), []);
  });
});

describe("how often", () => {
  const use = (id: string, count: number, usedAt = "now()") =>
    tenant.sql((tx) =>
      tx.unsafe(`update portal.api_key_uses set count = ${count}, used_at = ${usedAt} where id = '${id}'`),
    );
  /** Not where the minute is about to end. */
  const early = async () => {
    const left = 60_000 - (Date.now() % 60_000);
    if (left < 15_000) await new Promise((resolve) => setTimeout(resolve, left + 100));
  };
  const limits = ({ headers }: Answer) => [headers["ratelimit-policy"], headers.ratelimit].map(String);

  test("headers tell the quota, what is left and until when; also of what fails", async () => {
    await early();
    const { id, system } = await addKey(tenant, every);
    const answers = [
      await system.get(tasks),
      await system.get(`${tasks}/${newId()}`),
      await system.patch(`${tasks}/${newId()}`, { title: "x" }),
      await system.get("/dashboard/employees"),
    ];
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 404, 404, 403],
    );
    for (const [index, answer] of answers.entries()) {
      const [policy, limit] = limits(answer);
      assert.equal(policy, '"key";q=600;w=60');
      const [, r, t] = /^"key";r=(\d+);t=(\d+)$/.exec(limit!) ?? [];
      assert.equal(Number(r), 599 - index, answer.text);
      assert.ok(Number(t) >= 1 && Number(t) <= 60);
    }
    assert.equal((await usesOf(tenant, id)).count, 4);
    assert.equal((await owner.get(tasks)).headers.ratelimit, undefined, "an employee has none");
  });

  test("the 601st of a minute is refused until the next one, and not counted", async () => {
    await early();
    const { id, system } = await addKey(tenant, every);
    await use(id, 599);
    const last = await system.get(tasks);
    assert.equal(last.status, 200);
    assert.match(limits(last)[1]!, /r=0;/);
    for (const answer of [
      await system.get(tasks),
      await system.post(tasks, { customerId: customer.customerId, title: "Too many" }),
    ]) {
      assertProblem(answer, 429, "RATE_LIMITED");
      assert.match(limits(answer)[1]!, new RegExp(`^"key";r=0;t=${answer.headers["retry-after"]}$`));
    }
    assert.equal((await usesOf(tenant, id)).count, 600);
    await use(id, 600, "now() - interval '1 minute'");
    assert.equal((await system.get(tasks)).status, 200, "counted anew");
    assert.equal((await usesOf(tenant, id)).count, 1);
    const another = await addKey(tenant, every);
    assert.equal((await another.system.get(tasks)).status, 200, "each key by itself");
  });

  test("64 at once are all counted, and beyond the quota go at most those under way", async () => {
    await early();
    const { id, system } = await addKey(tenant, every);
    const all = (length: number) => Promise.all(Array.from({ length }, () => system.get(`${tasks}?limit=1`)));
    for (const { status } of await all(64)) assert.equal(status, 200);
    assert.equal((await usesOf(tenant, id)).count, 64);
    await use(id, 590);
    const admitted = (await all(128)).filter(({ status }) => status === 200).length;
    assert.ok(admitted >= 10 && admitted < 10 + 100, `${admitted} of 128`);
    assertProblem(await system.get(tasks), 429, "RATE_LIMITED");
  });
});

describe("an invitation that a key made", () => {
  const make = async () => {
    const key = await addKey(tenant, ["invitations:write"]);
    const email = newAddress();
    const { invitation, token } = await invite(key.system, { email });
    assert.equal(invitation.invitedBy, null);
    return { key, email, id: invitation.id, token };
  };
  const columns = (id: string, set: string) =>
    tenant.sql((tx) => tx.unsafe(`update portal.api_keys set ${set} where id = '${id}'`));

  test("names the organization and nobody, and is accepted", async () => {
    const { email, token } = await make();
    const [mail] = await mailsTo(email);
    assert.match(mail!.text, new RegExp(`\\n${tenant.name} invites you`));
    assert.equal((await accept(token)).status, 201);
  });

  test("holds where the key has expired since: its time was up, nothing more", async () => {
    const { key, token } = await make();
    await columns(key.id, "expires_at = now()");
    assert.equal((await accept(token)).status, 201);
  });

  test("ends where the key was revoked, until somebody who may sends it again", async () => {
    const { key, token, id, email } = await make();
    await columns(key.id, "revoked_at = now()");
    assertProblem(await accept(token), 410, "INVITATION_REVOKED");
    assert.equal((await owner.post(`/dashboard/invitations/${id}/resend`)).status, 200);
    assert.equal((await accept(await tokenFor(email))).status, 201);
  });
});
