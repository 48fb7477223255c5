import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { takeByLink } from "../src/features/account/challenges.queries.ts";
import { hashText } from "../src/lib/crypto.ts";
import {
  addChallenge,
  forgot,
  mailsOf,
  newPassword,
  proofOf,
  reset,
  signsIn,
  visitorOf,
} from "./accounts.ts";
import { raceRounds, adminSql, createTenant, password, signIn, unique, type Tenant } from "./harness.ts";
import type { Answer } from "./http.ts";
import { assertProblem } from "./walk.ts";

let tenant: Tenant;
before(async () => {
  tenant = await createTenant();
});

const many = <T>(count: number, one: (n: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, n) => one(n)));
/** How many answers have each status. */
const tally = (answers: Answer[]) => {
  const counts: Record<number, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
};
const confirm = (token: string) => visitorOf(tenant).post("/portal/auth/email/confirm", { token });

describe("resets at once", () => {
  // The statement that decides, on connections that stay: six thousand requests would open six thousand.
  test("of 64 transactions that take one link one gets it, many times", async () => {
    const pool = postgres(process.env.WORKER_DATABASE_URL ?? "", { max: 64, prepare: false });
    const person = await tenant.addCustomer();
    try {
      for (let round = 0; round < raceRounds; round++) {
        const [, id = "", secret = ""] = (await addChallenge(person, "RESET_PASSWORD")).split(".");
        const link = { organizationId: tenant.id, id, purpose: "RESET_PASSWORD" as const };
        const secretHash = await hashText(secret);
        const taken = await many(64, () =>
          drizzle({ client: pool }).transaction(async (tx) => {
            await tx.execute(sql`select set_config('portal.organization_id', ${tenant.id}, true)`);
            return takeByLink(Object.assign(tx, { mails: [] }), "portal", { ...link, secretHash });
          }),
        );
        assert.deepEqual(
          taken.filter((proven) => proven !== undefined),
          [{ userId: person.userId, email: person.email }],
        );
      }
    } finally {
      await pool.end();
    }
  });

  test("of 64 requests with one link one wins, ten times", async () => {
    const person = await tenant.addCustomer();
    for (let round = 0; round < 10; round++) {
      const token = await addChallenge(person, "RESET_PASSWORD");
      assert.deepEqual(tally(await many(64, () => reset(tenant, { token }))), { 200: 1, 400: 63 });
    }
    const rows = await tenant.sql(
      (tx) => tx`select 1 from portal.sessions where user_id = ${person.userId} and revoked_at is null`,
    );
    assert.equal(rows.length, 1, "the last winner's");
    assert.equal((await mailsOf(tenant, person.email)).length, 10);
  });

  test("link and code of one mail together win once", async () => {
    for (let round = 0; round < 8; round++) {
      const person = await tenant.addCustomer();
      await forgot(tenant, person.email);
      const { token, code } = await proofOf(tenant, person.email);
      const byCode = { organization: tenant.slug, email: person.email, code };
      const answers = await many(8, (n) => reset(tenant, n % 2 ? { token } : byCode));
      assert.deepEqual(tally(answers), { 200: 1, 400: 7 });
    }
  });

  test("a request for a new mail and the old link: whichever is first, no account is left in between", async () => {
    for (let round = 0; round < 8; round++) {
      const person = await tenant.addCustomer();
      await forgot(tenant, person.email);
      const { token } = await proofOf(tenant, person.email);
      const [answer, asked] = await Promise.all([reset(tenant, { token }), forgot(tenant, person.email)]);
      assert.equal(asked.status, 202);
      assert.ok([200, 400].includes(answer.status), answer.text);
      assert.equal(await signsIn(person, answer.status === 200 ? newPassword : password), true);
      const [newest] = (await mailsOf(tenant, person.email)).filter(({ kind }) => kind === "RESET_PASSWORD");
      const next = /portal-reset=(\S+)/.exec(newest!.text)![1];
      assert.equal((await reset(tenant, { token: next })).status, 200);
    }
  });

  test("a sign-in with the old password that is under way does not outlive the reset", async () => {
    const person = await tenant.addCustomer();
    let login: Promise<Answer> | undefined;
    await adminSql.begin(async (tx) => {
      await tx`update portal.users set password_hash = 'changed' where id = ${person.userId}`;
      login = visitorOf(tenant).login(person.email, password, tenant.slug);
      for (let isWaiting = false; !isWaiting;) {
        const rows = await adminSql`select 1 from pg_stat_activity
          where wait_event_type = 'Lock' and query like '%password_hash%for share%'`;
        isWaiting = rows.length > 0;
      }
    });
    assertProblem(await login!, 401, "INVALID_CREDENTIALS");
    const rows = await tenant.sql((tx) => tx`select 1 from portal.sessions where user_id = ${person.userId}`);
    assert.equal(rows.length, 0);
  });
});

describe("changes at once", () => {
  test("of 8 changes of one password one wins, and every session but its own ends", async () => {
    const person = await tenant.addCustomer();
    const visitors = await many(8, () => signIn(person));
    const answers = await Promise.all(
      visitors.map((visitor, n) =>
        visitor.post("/portal/me/password", {
          currentPassword: password,
          newPassword: `${newPassword} ${n}`,
        }),
      ),
    );
    const winner = answers.findIndex(({ status }) => status === 204);
    for (const [n, { status }] of answers.entries())
      assert.ok(n === winner ? status === 204 : status === 403 || status === 401, `${status}`);
    const live = await Promise.all(visitors.map(async (visitor) => (await visitor.get("/portal/me")).status));
    assert.deepEqual(
      live,
      live.map((_, n) => (n === winner ? 200 : 401)),
    );
    assert.equal(await signsIn(person, `${newPassword} ${winner}`), true);
  });

  test("of 64 confirmations by one link one counts", async () => {
    const person = await tenant.addCustomer();
    const email = `${unique()}@people.example`;
    const token = await addChallenge(person, "CHANGE_EMAIL", email);
    assert.deepEqual(tally(await many(64, () => confirm(token))), { 204: 1, 400: 63 });
    assert.equal(await signsIn({ ...person, email }), true);
    assert.equal((await mailsOf(tenant, person.email)).length, 1);
  });

  test("of many accounts that confirm one address one gets it, and the others are told so and are as before", async () => {
    const email = `${unique()}@people.example`;
    const people = await many(16, () => tenant.addCustomer());
    const tokens = await Promise.all(people.map((person) => addChallenge(person, "CHANGE_EMAIL", email)));
    const answers = await Promise.all(tokens.map(confirm));
    assert.deepEqual(tally(answers), { 204: 1, 409: 15 });
    for (const [n, answer] of answers.entries()) {
      const { customerId } = people[n]!;
      const [row] = await tenant.sql(
        (tx) => tx`select u.email, c.email as record, (select count(*)::int from portal.challenges h
            where h.user_id = u.id and h.used_at is null) as open
          from portal.users u join portal.customers c on c.id = u.customer_id where c.id = ${customerId}`,
      );
      const isWinner = answer.status === 204;
      const own = isWinner ? email : people[n]!.email;
      assert.deepEqual({ ...row }, { email: own, record: own, open: isWinner ? 0 : 1 });
      if (isWinner) continue;
      assertProblem(answer, 409, "CONFLICT");
      assert.equal(answer.json<{ errors: { path: string }[] }>().errors[0]!.path, "email");
    }
  });

  test("a reset, a change of address, of the profile and of the password together never block each other", async () => {
    for (let round = 0; round < 10; round++) {
      const person = await tenant.addCustomer();
      const visitor = await signIn(person);
      const [token, link] = [
        await addChallenge(person, "RESET_PASSWORD"),
        await addChallenge(person, "CHANGE_EMAIL", `${unique()}@people.example`),
      ];
      const answers = await Promise.all([
        reset(tenant, { token }),
        confirm(link),
        visitor.send("PUT", "/portal/me", { body: { name: "Grace" } }),
        visitor.post("/portal/me/password", { currentPassword: password, newPassword }),
        visitor.delete("/portal/me/sessions"),
        forgot(tenant, person.email),
        visitorOf(tenant).login(person.email, password, tenant.slug),
      ]);
      for (const answer of answers) assert.ok(answer.status < 500, answer.text);
    }
  });
});
