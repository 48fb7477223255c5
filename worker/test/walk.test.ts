import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { addSession } from "./accounts.ts";
import { openApi, operations, type Operation } from "./document.ts";
import { createTenant, newId, signIn, signInEmployee, type Person, type Tenant } from "./harness.ts";
import { portalUrl, Visitor, type Answer } from "./http.ts";
import { addKey, systemWith } from "./keys.ts";
import { mintToken } from "./tokens.ts";
import { entries, makePlace, type Place } from "./walk-entries.ts";
import { assertDocumented, assertProblem } from "./walk.ts";

/** Every scope there is, as the document says. */
const scopes = openApi.components.schemas.ApiKey!.properties!.scopes!.items!.enum as string[];

let place: Place;
let elsewhere: Tenant;

before(async () => {
  [place, elsewhere] = [await makePlace(), await createTenant()];
});

const isWrite = (operation: Operation) => operation.method !== "GET";
/** Answered exactly as what does not exist. */
const isItem = (operation: Operation) => operation.path.includes("{id}");

async function call(operation: Operation, visitor: Visitor, headers = {}): Promise<Answer> {
  const entry = entries[operation.operationId];
  const path = (await entry?.path?.(place, visitor)) ?? operation.path;
  const body = await entry?.body?.(place, visitor);
  const answer = await visitor.send(operation.method, path, { body, headers });
  await entry?.after?.(place);
  return answer;
}

test("every operation of openapi.json is walked, and nothing else", () => {
  assert.deepEqual(operations.map((operation) => operation.operationId).sort(), Object.keys(entries).sort());
});

for (const operation of operations) {
  const entry = entries[operation.operationId];
  if (!entry) continue;
  const isEmployees = entry.for.startsWith("employee");
  const audience = isEmployees ? "dashboard" : "portal";
  const hasToken = entry.for === "customer" || entry.for === "employee";
  const hasCookie = entry.for.endsWith("cookie");
  /** What a key must be good for: nearly always one scope. */
  const needed = operation.security?.find((way) => way.secretKey)?.secretKey;
  const scope = needed?.[0];
  const signInAs = (person: Person) => (isEmployees ? signInEmployee(person) : signIn(person));
  const rightful = () => (isEmployees ? place.boss : place.person);
  const session = () => (isEmployees ? place.employer : place.owner);
  const visitorWho = async (origin: string | undefined) => {
    const visitor = hasCookie ? await signInAs(rightful()) : session().copy();
    // A token of its own: the walk may take longer than one lives.
    if (hasToken) visitor.accessToken = await mintToken(session());
    visitor.origin = origin;
    return visitor;
  };
  /** Somebody else's session without a sign-in, whose password costs more than all that is walked with it. */
  const enter = async ({ tenant, userId }: Person) => {
    const sid = await addSession(tenant, userId, { audience });
    const visitor = new Visitor(isEmployees ? undefined : tenant.origin);
    visitor.accessToken = await mintToken(session(), { org: tenant.id, sid, sub: userId });
    return visitor;
  };
  const newcomer = (tenant: Tenant) => (isEmployees ? tenant.addEmployee("OWNER") : tenant.addCustomer());

  describe(operation.operationId, () => {
    const refused = async (visitor: Visitor, what: string, code = "UNAUTHENTICATED") => {
      const answer = await call(operation, visitor);
      assertDocumented(operation, answer, what);
      assertProblem(answer, 401, code);
    };
    const withToken = (token: string) => {
      const visitor = new Visitor(place.tenant.origin);
      visitor.accessToken = token;
      return visitor;
    };

    test("who may, can; on the organization's website and without one", async () => {
      for (const origin of [place.tenant.origin, undefined]) {
        const answer = await call(operation, await visitorWho(origin));
        assertDocumented(operation, answer, "who may");
        assert.equal(answer.status, entry.status, answer.text);
        const allowed = answer.headers["access-control-allow-origin"];
        if (allowed !== "*") assert.equal(allowed, origin);
      }
    });

    test("nobody", async () => {
      const answer = await call(operation, new Visitor(place.tenant.origin));
      assertDocumented(operation, answer, "nobody");
      // Logging out where there is no session succeeds.
      const isFine = entry.for === "everybody" || operation.operationId.startsWith("logout");
      assert.equal(answer.status, isFine ? entry.status : 401);
    });

    if (hasToken) {
      test("documents that it needs an access token, or a key with its scopes", () => {
        const [first, ...others] = operation.security ?? [];
        assert.deepEqual(first, { accessToken: [] });
        assert.deepEqual(others, needed ? [{ secretKey: needed }] : []);
      });

      test("garbage for a token", async () => {
        const token = session().accessToken!;
        for (const garbage of ["x", "a.b.c", `${token}x`, token.slice(0, -2), "..", "null"])
          await refused(withToken(garbage), garbage);
        for (const Authorization of ["", "Bearer", "Bearer ", `Basic ${token}`, token]) {
          const answer = await call(operation, new Visitor(), { Authorization });
          assertProblem(answer, 401, "UNAUTHENTICATED");
        }
      });

      test("an expired token", async () =>
        refused(withToken(await mintToken(session(), { exp: -1 })), "expired"));

      test("a token for another audience", async () => {
        for (const aud of ["dashboard", "portal", "other", ""].filter((other) => other !== audience))
          await refused(withToken(await mintToken(session(), { aud })), `audience ${aud}`);
        const other = isEmployees ? place.owner : place.employer;
        await refused(withToken(other.accessToken!), "a session of the other side");
      });

      test("an employee who looks at the portal as the customer sees it: reads there, and nothing else", async () => {
        const { person, employer, tenant } = place;
        const claims = { aud: "preview", customer: person.customerId };
        const visitor = withToken(await mintToken(employer, claims));
        if (isEmployees) return refused(visitor, "a preview");
        const answer = await call(operation, visitor);
        assertDocumented(operation, answer, "a preview");
        if (isWrite(operation)) assertProblem(answer, 403, "READ_ONLY");
        else assert.equal(answer.status, entry.status, answer.text);
        // Not of a customer of another organization, nor through a session of the portal.
        const other = await elsewhere.addCustomer({ signsIn: false });
        const wrong = [
          await mintToken(employer, { ...claims, customer: other.customerId }),
          await mintToken(place.owner, claims),
        ];
        if (!isWrite(operation)) for (const token of wrong) await refused(withToken(token), "no preview");
        assert.equal(visitor.origin, tenant.origin);
      });

      test("a session of the other side under this side's name", async () => {
        const other = isEmployees ? place.owner : place.employer;
        await refused(withToken(await mintToken(other, { aud: audience })), "other side");
      });

      test("a revoked session", async () => {
        // Not by signing in: so many sign-ins of one person are too many attempts.
        const sid = await addSession(place.tenant, rightful().userId, { audience });
        const visitor = withToken(await mintToken(session(), { sid }));
        assert.equal((await visitor.get(`/${audience}/me`)).status, 200);
        await place.tenant.sql((tx) => tx`update portal.sessions set revoked_at = now() where id = ${sid}`);
        await refused(visitor, "revoked");
      });

      test("a disabled user", async () => {
        const gone = await newcomer(place.tenant);
        const visitor = await enter(gone);
        await place.tenant.sql(
          (tx) => tx`update portal.users set disabled_at = now() where id = ${gone.userId}`,
        );
        await refused(visitor, "disabled");
      });

      test("a session that is another organization's", async () => {
        await refused(withToken(await mintToken(session(), { org: elsewhere.id })), "other organization");
        await refused(withToken(await mintToken(session(), { sid: newId() })), "no such session");
      });

      const strangers = isEmployees ? [() => elsewhere] : [() => place.tenant, () => elsewhere];
      test("somebody else, of another organization or another customer, gets no row of this one", async () => {
        for (const tenantOf of strangers) {
          const stranger = await enter(await newcomer(tenantOf()));
          const answer = await call(operation, stranger);
          assertDocumented(operation, answer, "a stranger");
          const { person, boss, owned } = place;
          for (const text of [
            person.customerId,
            person.email,
            boss.userId,
            boss.email,
            ...Object.values(owned),
          ])
            assert.ok(!answer.text.includes(text), answer.text);
          if (isItem(operation)) assertProblem(answer, 404, "NOT_FOUND");
        }
      });
    }

    if (entry.for === "employee") {
      test("each role may, or is told that it may not", async () => {
        const order = ["EMPLOYEE", "ADMIN", "OWNER"];
        for (const role of order) {
          const visitor = await enter(await place.tenant.addEmployee(role));
          const answer = await call(operation, visitor);
          assertDocumented(operation, answer, role);
          if (order.indexOf(role) < order.indexOf(entry.least ?? "EMPLOYEE"))
            assertProblem(answer, 403, "FORBIDDEN");
          else assert.equal(answer.status, entry.status, `${role}: ${answer.text}`);
        }
      });

      test("an employee who has become a customer since", async () => {
        const { tenant, person } = place;
        const demoted = await tenant.addEmployee("OWNER");
        const visitor = await enter(demoted);
        const other = await tenant.addCustomer({ signsIn: false });
        await tenant.sql(
          (tx) => tx`update portal.users set role = 'CUSTOMER', customer_id = ${other.customerId}
            where id = ${demoted.userId}`,
        );
        assert.notEqual(other.customerId, person.customerId);
        await refused(visitor, "demoted");
      });
    }

    if (hasToken) {
      test("a secret key: only with the scope, only while it is good, only of this organization, only on a server", async () => {
        const { tenant } = place;
        const past = new Date(Date.now() - 1000);
        const others = scopes.filter((other) => other !== scope && other !== scope?.replace("read", "write"));
        const [status, code] = isEmployees ? [403, "FORBIDDEN"] : [401, "UNAUTHENTICATED"];
        for (const [what, granted] of Object.entries({ "no scope": [], "every scope but one": others })) {
          const answer = await call(operation, (await addKey(tenant, granted)).system);
          assertDocumented(operation, answer, what);
          assertProblem(answer, status!, code);
          if (scope) assert.match(answer.text, new RegExp(`the scope ${scope}`));
        }
        const mine = needed ?? scopes;
        const key = await addKey(tenant, mine);
        const answer = await call(operation, key.system);
        assertDocumented(operation, answer, "a key");
        if (scope) assert.equal(answer.status, entry.status, answer.text);
        else assertProblem(answer, status!, code);
        const neighbour = await addKey(elsewhere, mine);
        const stolen = neighbour.token.replace(/^sk_\w{32}/, key.token.slice(0, 35));
        for (const { system } of [
          await addKey(tenant, mine, { revoked_at: past }),
          await addKey(tenant, mine, { expires_at: past }),
          { system: systemWith(stolen) },
          { system: systemWith(key.token.slice(0, -1)) },
        ])
          assertProblem(await call(operation, system), 401, "UNAUTHENTICATED");
        for (const origin of [tenant.origin, portalUrl, "null"]) {
          const inBrowser = await call(operation, key.system, { Origin: origin });
          assertDocumented(operation, inBrowser, "in a browser");
          assertProblem(inBrowser, status!, isEmployees ? "KEY_IN_BROWSER" : code);
          assert.equal(inBrowser.headers["access-control-allow-origin"], undefined);
        }
      });
    }

    if (scope) {
      test("a secret key that may read may not write, and one that may write may read", async () => {
        const [from, to] = isWrite(operation) ? ["write", "read"] : ["read", "write"];
        const others = needed!.map((name) => name.replace(from!, to!));
        if (!others.every((other) => scopes.includes(other))) return;
        const answer = await call(operation, (await addKey(place.tenant, others)).system);
        if (isWrite(operation)) assertProblem(answer, 403, "FORBIDDEN");
        else assert.equal(answer.status, entry.status, answer.text);
      });

      test("a neighbour's secret key gets no row of this organization", async () => {
        const answer = await call(operation, (await addKey(elsewhere, needed!)).system);
        assertDocumented(operation, answer, "a neighbour");
        const { person, boss, owned, tenant } = place;
        for (const text of [
          tenant.slug,
          person.customerId,
          person.email,
          boss.userId,
          ...Object.values(owned),
        ])
          assert.ok(!answer.text.includes(text), answer.text);
        if (isItem(operation)) assertProblem(answer, 404, "NOT_FOUND");
      });
    }

    if (entry.for === "customer") {
      test("an employee without a customer record is told so", async () => {
        const { tenant, owner } = place;
        const employee = await tenant.addEmployee();
        const row = {
          organization_id: tenant.id,
          id: newId(),
          user_id: employee.userId,
          audience: "portal",
          expires_at: new Date(Date.now() + 1e6),
        };
        await tenant.sql((tx) => tx`insert into portal.sessions ${tx(row)}`);
        const visitor = withToken(await mintToken(owner, { sid: row.id, sub: employee.userId }));
        const answer = await call(operation, visitor);
        assertDocumented(operation, answer, "employee");
        assertProblem(answer, 403, "CUSTOMER_REQUIRED");
      });
    }

    test("a website that the organization does not allow", async () => {
      // An answer that holds nothing of any organization may be read by the website of each.
      const namesNone = entry.for === "everybody" && !isWrite(operation) && !entry.path;
      for (const origin of ["https://evil.example", ...(namesNone ? [] : [elsewhere.origin]), "null"]) {
        const answer = await call(operation, await visitorWho(origin));
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
