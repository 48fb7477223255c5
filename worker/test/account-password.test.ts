import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import {
  addChallenge,
  forgot,
  isLive,
  kindsOf,
  newPassword,
  otherThan,
  proofOf,
  reset,
  sessionIdOf,
  signsIn,
  visitorOf,
} from "./accounts.ts";
import { createTenant, newId, password, signIn, signInEmployee, unique } from "./harness.ts";
import type { Person, Tenant } from "./harness.ts";
import { Visitor } from "./http.ts";
import { assertProblem } from "./walk.ts";

let tenant: Tenant;
before(async () => {
  tenant = await createTenant();
});

const byCode = ({ email }: Person, code: string) => ({ organization: tenant.slug, email, code });
const change = (person: Person, values: object) =>
  tenant.sql((tx) => tx`update portal.users set ${tx(values as never)} where id = ${person.userId}`);
const changeChallenge = (person: Person, values: object) =>
  tenant.sql(
    (tx) => tx`update portal.challenges set ${tx(values as never)} where user_id = ${person.userId}`,
  );
const past = () => new Date(Date.now() - 1000);

describe("a reset", () => {
  for (const way of ["link", "code"] as const) {
    test(`by ${way}: once, signs in, proves the address, ends every other session, and says so`, async () => {
      const person = await tenant.addCustomer();
      await change(person, { role: "OWNER" });
      const [elsewhere, work] = [await signIn(person), await signInEmployee(person)];
      await forgot(tenant, person.email);
      const { token, code } = await proofOf(tenant, person.email);
      const visitor = visitorOf(tenant);
      const input = way === "link" ? { token } : byCode(person, code);
      const answer = await reset(tenant, input, "portal", visitor);
      assert.equal(answer.status, 200, answer.text);
      const session = answer.json<{ accessToken: string; user: Record<string, string> }>();
      assert.ok(session.user.emailVerifiedAt);
      visitor.accessToken = session.accessToken;
      assert.equal(await isLive(visitor), true);
      assert.equal((await visitor.post("/portal/auth/refresh", { organization: tenant.slug })).status, 200);
      assert.equal(await isLive(elsewhere), false);
      assert.equal(await isLive(work, "dashboard"), false);
      assert.equal((await elsewhere.post("/portal/auth/refresh", { organization: tenant.slug })).status, 401);
      assert.deepEqual(await kindsOf(tenant, person.email), ["PASSWORD_CHANGED", "RESET_PASSWORD"]);
      assertProblem(await reset(tenant, { token }), 400, "INVALID_LINK");
      assertProblem(await reset(tenant, byCode(person, code)), 400, "INVALID_CODE");
      assert.equal(await signsIn(person), false);
      assert.equal(await signsIn(person, newPassword), true);
    });
  }

  test("only the newest mail counts", async () => {
    const person = await tenant.addCustomer();
    await forgot(tenant, person.email);
    const first = await proofOf(tenant, person.email);
    await forgot(tenant, person.email);
    const second = await proofOf(tenant, person.email);
    assertProblem(await reset(tenant, { token: first.token }), 400, "INVALID_LINK");
    if (first.code !== second.code)
      assertProblem(await reset(tenant, byCode(person, first.code)), 400, "INVALID_CODE");
    assert.equal((await reset(tenant, { token: second.token })).status, 200);
  });

  test("the session is a new one, whatever cookie came along", async () => {
    const person = await tenant.addCustomer();
    const visitor = await signIn(person);
    const planted = visitor.copy();
    const token = await addChallenge(person, "RESET_PASSWORD");
    const answer = await reset(tenant, { token }, "portal", visitor);
    visitor.accessToken = answer.json<{ accessToken: string }>().accessToken;
    assert.notEqual(sessionIdOf(visitor), sessionIdOf(planted));
    assert.notDeepEqual([...visitor.cookies], [...planted.cookies]);
    assert.equal(await isLive(planted), false);
  });

  test("lets in whom too many attempts had locked out", async () => {
    const person = await tenant.addCustomer();
    const visitor = visitorOf(tenant);
    const login = (word: string) => visitor.login(person.email, word, tenant.slug);
    for (let i = 0; i < 10; i++) await login("wrong");
    assertProblem(await login(password), 429, "RATE_LIMITED");
    const token = await addChallenge(person, "RESET_PASSWORD");
    assert.equal((await reset(tenant, { token }, "portal", visitor)).status, 200);
    assert.equal((await login(newPassword)).status, 200);
  });

  test("is refused after its time: the code's after ten minutes, the link's after sixty", async () => {
    const person = await tenant.addCustomer();
    await forgot(tenant, person.email);
    const { token, code } = await proofOf(tenant, person.email);
    const [row] = await tenant.sql(
      (tx) => tx`select extract(epoch from expires_at - now()) / 60 as link,
        extract(epoch from code_expires_at - now()) / 60 as code from portal.challenges where user_id = ${person.userId}`,
    );
    assert.deepEqual([Math.ceil(row!.link), Math.ceil(row!.code)], [60, 10]);
    await changeChallenge(person, { code_expires_at: past() });
    assertProblem(await reset(tenant, byCode(person, code)), 400, "INVALID_CODE");
    await changeChallenge(person, { expires_at: past() });
    assertProblem(await reset(tenant, { token }), 400, "INVALID_LINK");
    assert.equal(await signsIn(person), true, "nothing has changed");
  });

  test("is refused for who was disabled, or has another address by now", async () => {
    for (const values of [{ disabled_at: new Date() }, { email: `${unique()}@people.example` }]) {
      const person = await tenant.addCustomer();
      await forgot(tenant, person.email);
      const { token, code } = await proofOf(tenant, person.email);
      await change(person, values);
      assertProblem(await reset(tenant, { token }), 400, "INVALID_LINK");
      const { email = person.email } = values as { email?: string };
      assertProblem(await reset(tenant, { ...byCode(person, code), email }), 400, "INVALID_CODE");
    }
  });

  test("is refused on the side where the account is none, and stays good on its own", async () => {
    const customer = await tenant.addCustomer();
    await forgot(tenant, customer.email);
    const { token, code } = await proofOf(tenant, customer.email);
    assertProblem(await reset(tenant, { token }, "dashboard"), 400, "INVALID_LINK");
    assertProblem(await reset(tenant, byCode(customer, code), "dashboard"), 400, "INVALID_CODE");
    assert.equal((await reset(tenant, byCode(customer, code))).status, 200);

    const employee = await tenant.addEmployee();
    const link = await addChallenge(employee, "RESET_PASSWORD");
    assertProblem(await reset(tenant, { token: link }), 400, "INVALID_LINK");
    assert.equal((await reset(tenant, { token: link }, "dashboard")).status, 200);
  });

  test("a link that was changed, or is another organization's, opens nothing and uses up nothing", async () => {
    const person = await tenant.addCustomer();
    const other = await createTenant();
    const stranger = await other.addCustomer();
    const theirs = (await addChallenge(stranger, "RESET_PASSWORD")).split(".");
    const token = await addChallenge(person, "RESET_PASSWORD");
    const [organization, id, secret] = token.split(".") as [string, string, string];
    const email = await addChallenge(person, "CHANGE_EMAIL");
    for (const changed of [
      `${other.id}.${id}.${secret}`,
      `${newId()}.${id}.${secret}`,
      `${organization}.${theirs[1]}.${secret}`,
      `${organization}.${id}.${theirs[2]}`,
      `${organization}.${newId()}.${secret}`,
      `${organization}.${id}.${secret.slice(1)}`,
      `${organization}.${id}`,
      `${token}.x`,
      email,
      secret,
      "",
      "x",
    ])
      assertProblem(await reset(tenant, { token: changed }, "portal", new Visitor()), 400, "INVALID_LINK");
    assertProblem(
      await reset(tenant, { token, organization: other.slug }, "portal", new Visitor()),
      400,
      "INVALID_LINK",
    );
    assertProblem(await reset(other, { token }), 403, "ORIGIN_NOT_ALLOWED");
    assert.equal((await reset(tenant, { token, organization: tenant.slug })).status, 200);
  });

  test("what is neither a link nor a code is named", async () => {
    const input = { organization: tenant.slug, email: "a@b.example", code: "123456" };
    const cases: [object, string[]][] = [
      [{}, ["email", "code", "organization"]],
      [{ ...input, code: undefined }, ["code"]],
      [{ ...input, token: "x" }, ["email", "code"]],
      [{ ...input, code: "12345a" }, ["code"]],
      [{ ...input, password: "short" }, ["password"]],
      [{ ...input, role: "OWNER" }, ["role"]],
    ];
    for (const [body, paths] of cases) {
      const answer = await reset(tenant, body);
      assertProblem(answer, 400, "INVALID_REQUEST");
      assert.deepEqual(
        answer.json<{ errors: { path: string }[] }>().errors.map(({ path }) => path),
        paths,
      );
    }
  });
});

describe("guessing", () => {
  test("a code has five tries, all at once too", async () => {
    const person = await tenant.addCustomer();
    await forgot(tenant, person.email);
    const { code, token } = await proofOf(tenant, person.email);
    const guesses = Array.from({ length: 20 }, () => reset(tenant, byCode(person, otherThan(code))));
    for (const answer of await Promise.all(guesses)) assertProblem(answer, 400, "INVALID_CODE");
    const [row] = await tenant.sql(
      (tx) => tx`select attempts from portal.challenges where user_id = ${person.userId}`,
    );
    assert.equal(row!.attempts, 5);
    const answer = await reset(tenant, byCode(person, code));
    assert.ok(answer.status >= 400, answer.text);
    assert.equal((await reset(tenant, { token })).status, 200, "the link is no guess");
  });

  test("new mails do not bring new tries without end, and the same goes for an unknown address", async () => {
    const person = await tenant.addCustomer();
    await forgot(tenant, person.email);
    const { code, token } = await proofOf(tenant, person.email);
    const nobody = { ...person, email: `${unique()}@people.example` };
    for (let mail = 0; mail < 4; mail++) {
      // As another mail would.
      await changeChallenge(person, { attempts: 0 });
      for (let i = 0; i < 5; i++)
        for (const whose of [person, nobody])
          assertProblem(await reset(tenant, byCode(whose, otherThan(code))), 400, "INVALID_CODE");
    }
    await changeChallenge(person, { attempts: 0 });
    const [first, second] = [
      await reset(tenant, byCode(person, code)),
      await reset(tenant, byCode(nobody, code)),
    ];
    assertProblem(first, 429, "RATE_LIMITED");
    assertProblem(second, 429, "RATE_LIMITED");
    assert.ok(Number(first.headers["retry-after"]) > 80_000);
    assert.equal((await reset(tenant, { token })).status, 200);
    assert.equal((await reset(tenant, byCode(person, code))).status, 400, "and it counts from the start");
  });
});
