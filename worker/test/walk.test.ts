import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { operations, type Operation } from "./document.ts";
import {
  codeFor,
  createTenant,
  newId,
  password,
  signIn,
  unique,
  type Person,
  type Tenant,
} from "./harness.ts";
import { Visitor, type Answer } from "./http.ts";
import { mintToken } from "./tokens.ts";
import { assertDocumented, assertProblem } from "./walk.ts";

let tenant: Tenant;
let elsewhere: Tenant;
let person: Person;
let owner: Visitor;
const owned: Record<string, string> = {};

before(async () => {
  tenant = await createTenant();
  elsewhere = await createTenant();
  person = await tenant.addCustomer();
  owner = await signIn(person);
  for (const kind of ["appointments", "tasks", "notes"] as const)
    owned[kind] = await tenant.add(kind, person.customerId);
});

/** How an operation is called so that it succeeds. */
interface Entry {
  /** Who may: everybody, whoever holds a refresh cookie, or a signed-in customer. */
  for: "everybody" | "cookie" | "customer";
  path?: () => string;
  body?: () => Promise<object> | object;
  status: number;
}

const address = () => `${unique()}@walk.example`;
const join = (email: string) => ({ email, password, name: "Walker", organization: tenant.slug });

/** THE list: an operation that is missing here fails by name. */
const entries: Record<string, Entry> = {
  getHealth: { for: "everybody", status: 200 },
  getReadiness: { for: "everybody", status: 200 },
  getKeys: { for: "everybody", status: 200 },
  getPortalConfig: {
    for: "everybody",
    path: () => `/portal/config?organization=${tenant.slug}`,
    status: 200,
  },
  register: { for: "everybody", body: () => join(address()), status: 202 },
  verifyRegistration: {
    for: "everybody",
    body: async () => {
      const email = address();
      await new Visitor(tenant.origin).post("/portal/auth/register", join(email));
      return { organization: tenant.slug, email, code: await codeFor(email) };
    },
    status: 201,
  },
  login: {
    for: "everybody",
    body: () => ({ email: person.email, password, organization: tenant.slug }),
    status: 200,
  },
  refreshSession: { for: "cookie", body: () => ({ organization: tenant.slug }), status: 200 },
  logout: { for: "cookie", body: () => ({ organization: tenant.slug }), status: 204 },
  getMe: { for: "customer", status: 200 },
  updateMe: { for: "customer", body: () => ({ name: "Walker" }), status: 200 },
  getDashboard: { for: "customer", status: 200 },
  listAppointments: { for: "customer", status: 200 },
  getAppointment: { for: "customer", path: () => `/portal/appointments/${owned.appointments}`, status: 200 },
  listTasks: { for: "customer", status: 200 },
  getTask: { for: "customer", path: () => `/portal/tasks/${owned.tasks}`, status: 200 },
  completeTask: { for: "customer", path: () => `/portal/tasks/${owned.tasks}/complete`, status: 200 },
  reopenTask: { for: "customer", path: () => `/portal/tasks/${owned.tasks}/reopen`, status: 200 },
  listNotes: { for: "customer", status: 200 },
  getNote: { for: "customer", path: () => `/portal/notes/${owned.notes}`, status: 200 },
};

const pathOf = (operation: Operation) => entries[operation.operationId]?.path?.() ?? operation.path;
const isWrite = (operation: Operation) => operation.method !== "GET";

async function call(operation: Operation, visitor: Visitor, headers = {}): Promise<Answer> {
  const body = await entries[operation.operationId]?.body?.();
  return visitor.send(operation.method, pathOf(operation), { body, headers });
}

/** Answered exactly as what does not exist. */
const isItem = (operation: Operation) => operation.path.includes("{id}");

test("every operation of openapi.json is walked, and nothing else", () => {
  assert.deepEqual(operations.map((operation) => operation.operationId).sort(), Object.keys(entries).sort());
});

for (const operation of operations) {
  const entry = entries[operation.operationId];
  if (!entry) continue;
  describe(operation.operationId, () => {
    const refused = async (visitor: Visitor, what: string, code = "UNAUTHENTICATED") => {
      const answer = await call(operation, visitor);
      assertDocumented(operation, answer, what);
      assertProblem(answer, 401, code);
    };
    const withToken = (token: string) => {
      const visitor = new Visitor(tenant.origin);
      visitor.accessToken = token;
      return visitor;
    };

    test("who may, can; on the organization's website and without one", async () => {
      for (const origin of [tenant.origin, undefined]) {
        const visitor = entry.for === "cookie" ? await signIn(person) : owner.copy();
        visitor.origin = origin;
        const answer = await call(operation, visitor);
        assertDocumented(operation, answer, "who may");
        assert.equal(answer.status, entry.status, answer.text);
        const allowed = answer.headers["access-control-allow-origin"];
        if (allowed !== "*") assert.equal(allowed, origin);
      }
    });

    test("nobody", async () => {
      const answer = await call(operation, new Visitor(tenant.origin));
      assertDocumented(operation, answer, "nobody");
      // Logging out where there is no session succeeds.
      const isFine = entry.for === "everybody" || operation.operationId === "logout";
      assert.equal(answer.status, isFine ? entry.status : 401);
    });

    if (entry.for === "customer") {
      test("documents that it needs an access token", () =>
        assert.deepEqual(operation.security, [{ accessToken: [] }]));

      test("garbage for a token", async () => {
        for (const token of [
          "x",
          "a.b.c",
          `${owner.accessToken}x`,
          owner.accessToken!.slice(0, -2),
          "..",
          "null",
        ])
          await refused(withToken(token), token);
        for (const Authorization of [
          "",
          "Bearer",
          "Bearer ",
          `Basic ${owner.accessToken}`,
          owner.accessToken!,
        ]) {
          const answer = await call(operation, new Visitor(), { Authorization });
          assertProblem(answer, 401, "UNAUTHENTICATED");
        }
      });

      test("an expired token", async () =>
        refused(withToken(await mintToken(owner, { exp: -1 })), "expired"));

      test("a token for another audience", async () => {
        for (const aud of ["dashboard", "other", ""])
          await refused(withToken(await mintToken(owner, { aud })), `audience ${aud}`);
      });

      test("a revoked session", async () => {
        const visitor = await signIn(person);
        await tenant.sql(
          (tx) => tx`update portal.sessions set revoked_at = now()
            where user_id = ${person.userId} and id = ${sessionOf(visitor)}`,
        );
        await refused(visitor, "revoked");
      });

      test("a disabled user", async () => {
        const gone = await tenant.addCustomer();
        const visitor = await signIn(gone);
        await tenant.sql((tx) => tx`update portal.users set disabled_at = now() where id = ${gone.userId}`);
        await refused(visitor, "disabled");
      });

      test("a session that is another organization's", async () => {
        await refused(withToken(await mintToken(owner, { org: elsewhere.id })), "other organization");
        await refused(withToken(await mintToken(owner, { sid: newId() })), "no such session");
      });

      test("another customer, here and in another organization, gets no row of this one", async () => {
        for (const place of [tenant, elsewhere]) {
          const stranger = await signIn(await place.addCustomer());
          const answer = await call(operation, stranger);
          assertDocumented(operation, answer, "a stranger");
          assert.ok(
            !answer.text.includes(person.customerId) && !answer.text.includes(person.email),
            answer.text,
          );
          for (const id of Object.values(owned)) assert.ok(!answer.text.includes(id), answer.text);
          if (isItem(operation)) assertProblem(answer, 404, "NOT_FOUND");
        }
      });

      test("an employee without a customer record is told so", async () => {
        const employee = await tenant.addEmployee();
        const session = {
          organization_id: tenant.id,
          id: newId(),
          user_id: employee.userId,
          audience: "portal",
        };
        const row = { ...session, expires_at: new Date(Date.now() + 1e6) };
        await tenant.sql((tx) => tx`insert into portal.sessions ${tx(row)}`);
        const visitor = withToken(await mintToken(owner, { sid: session.id, sub: employee.userId }));
        const answer = await call(operation, visitor);
        assertDocumented(operation, answer, "employee");
        assertProblem(answer, 403, "CUSTOMER_REQUIRED");
      });
    }

    test("a website that the organization does not allow", async () => {
      // An answer that holds nothing of any organization may be read by the website of each.
      const namesNone = entry.for === "everybody" && !isWrite(operation) && !entry.path;
      for (const origin of ["https://evil.example", ...(namesNone ? [] : [elsewhere.origin]), "null"]) {
        const visitor = entry.for === "cookie" ? await signIn(person) : owner.copy();
        visitor.origin = origin;
        const answer = await call(operation, visitor);
        assertDocumented(operation, answer, `from ${origin}`);
        if (answer.headers["access-control-allow-origin"] === "*") {
          assert.equal(entry.for, "everybody");
          continue;
        }
        assert.equal(answer.headers["access-control-allow-origin"], undefined);
        assert.equal(answer.headers["access-control-allow-credentials"], undefined);
        assert.match(String(answer.headers.vary), /\bOrigin\b/);
        if (isWrite(operation)) assertProblem(answer, 403, "ORIGIN_NOT_ALLOWED");
        assert.equal(answer.headers["set-cookie"], undefined);
      }
    });
  });
}

const sessionOf = (visitor: Visitor) => [...visitor.cookies.values()][0]!.split(".")[2]!;
