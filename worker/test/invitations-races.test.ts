import assert from "node:assert/strict";
import { before, beforeEach, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { raceRounds, createTenant, mailsTo, signInEmployee, type Person, type Tenant } from "./harness.ts";
import { type Visitor, type Answer } from "./http.ts";
import { accept, acceptSignedIn, create, invite, newAddress, tokenFor } from "./invitations.ts";

const timeout = 170_000;
let tenant: Tenant;
let boss: Person;
let owner: Visitor;

before(async () => {
  tenant = await createTenant();
  boss = await tenant.addEmployee("OWNER");
});
// An access token lives five minutes, and a race on a busy machine half of them.
beforeEach(async () => {
  owner = await signInEmployee(boss);
});

/** Many rounds, in parts that a busy machine finishes in time. */
const manyTimes = (name: string, round: (number: number) => Promise<void>) => {
  for (let first = 0; first < raceRounds; first += 25) {
    const end = Math.min(first + 25, raceRounds);
    test(`${name} (rounds ${first + 1} to ${end})`, { timeout }, async () => {
      for (let number = first; number < end; number++) await round(number);
    });
  }
};

/** All that there is of an address. */
const made = async (email: string) => {
  const [row] = await tenant.sql(
    (tx) => tx`select
      (select count(*)::int from portal.users where email = ${email}) as users,
      (select count(*)::int from portal.customers where email = ${email}) as customers,
      (select count(*)::int from portal.sessions s join portal.users u on u.id = s.user_id
        where u.email = ${email}) as sessions,
      (select count(*)::int from portal.invitations where email = ${email}) as invitations,
      (select count(accepted_at)::int from portal.invitations where email = ${email}) as accepted`,
  );
  return { ...row, mails: (await mailsTo(email)).length };
};
const whole = { users: 1, customers: 1, sessions: 1, invitations: 1, accepted: 1, mails: 1 };
const codesOf = (answers: Answer[]) =>
  answers.map((answer) => (answer.status < 400 ? answer.status : answer.json<{ code: string }>().code));
const many = (count: number, work: () => Promise<Answer>) => Promise.all(Array.from({ length: count }, work));

manyTimes("64 accepts at once make one account", async () => {
  const email = newAddress();
  const { token } = await invite(owner, { email });
  const codes = codesOf(await many(64, () => accept(token)));
  assert.equal(codes.filter((code) => code === 201).length, 1, codes.join());
  assert.equal(codes.filter((code) => code === "INVITATION_ACCEPTED").length, 63, codes.join());
  assert.deepEqual(await made(email), whole);
});

test("64 accepts at once by one who is signed in give it once", { timeout }, async () => {
  const employee = await tenant.addEmployee();
  const { token } = await invite(owner, { email: employee.email });
  const visitor = await signInEmployee(employee);
  const codes = codesOf(await many(64, () => acceptSignedIn(token, visitor.copy())));
  assert.equal(codes.filter((code) => code === 201).length, 1, codes.join());
  assert.deepEqual(await made(employee.email), { ...whole, sessions: 2 });
});

manyTimes("resending against accepting: one of them wins", async (number) => {
  const email = newAddress();
  const { invitation, token } = await invite(owner, { email });
  const [resent, accepted] = await Promise.all([
    owner.post(`/dashboard/invitations/${invitation.id}/resend`),
    sleep(number % 10).then(() => many(8, () => accept(token))),
  ]);
  const codes = codesOf(accepted);
  if (resent.status !== 200) {
    assert.equal(resent.json().code, "CONFLICT");
    assert.equal(codes.filter((code) => code === 201).length, 1, codes.join());
    assert.deepEqual(await made(email), whole);
    return;
  }
  assert.deepEqual([...new Set(codes)], ["INVITATION_SUPERSEDED"]);
  assert.deepEqual(await made(email), { ...whole, users: 0, sessions: 0, accepted: 0, mails: 2 });
  assert.equal((await accept(await tokenFor(email))).status, 201, "the new link is good");
  assert.deepEqual(await made(email), { ...whole, mails: 2 });
});

manyTimes("revoking, or inviting again, against accepting: never half an account", async (number) => {
  const email = newAddress();
  const { invitation, token } = await invite(owner, { email });
  const [other, accepted] = await Promise.all([
    number % 2 === 0
      ? owner.post(`/dashboard/invitations/${invitation.id}/revoke`)
      : create(owner, { email, name: "Again" }),
    sleep(number % 10).then(() => many(4, () => accept(token))),
  ]);
  const winners = codesOf(accepted).filter((code) => code === 201).length;
  if (other.status < 300) assert.equal(winners, 0);
  else assert.deepEqual([other.json().code, winners], ["CONFLICT", 1]);
  const { users, sessions, accepted: consumed, customers } = (await made(email)) as typeof whole;
  assert.deepEqual([users, sessions, consumed, customers], [winners, winners, winners, 1]);
});
