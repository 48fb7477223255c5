import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { createTenant, inDays, newId, signIn, signInEmployee, type Person, type Tenant } from "./harness.ts";
import { send, Visitor } from "./http.ts";
import {
  accept,
  acceptSignedIn,
  create,
  invitationsOf,
  invite,
  newAddress,
  pathsOf,
  preview,
} from "./invitations.ts";
import { assertProblem } from "./walk.ts";

let tenant: Tenant;
let boss: Person;
let owner: Visitor;

before(async () => {
  tenant = await createTenant();
  boss = await tenant.addEmployee("OWNER");
  owner = await signInEmployee(boss);
});

const { stateOf, update, resend, usersOf } = invitationsOf(() => ({ tenant, owner }));

describe("a link", () => {
  test("opened, fetched and scanned any number of times changes nothing", async () => {
    const { token } = await invite(owner, { email: newAddress() });
    const before = await stateOf();
    for (const path of [
      "/portal/invitations/preview",
      "/portal/invitations/accept",
      `/portal/invitations/accept?token=${token}`,
      `/portal/login?organization=${tenant.slug}`,
    ])
      for (const method of ["GET", "HEAD", "OPTIONS"])
        for (const mode of ["navigate", undefined])
          await send(method, path, { headers: { "Sec-Fetch-Mode": mode, "User-Agent": "Mail scanner" } });
    for (let i = 0; i < 5; i++) assert.equal((await preview(token)).status, 200);
    assert.deepEqual(await stateOf(), before);
    assertProblem(await send("GET", "/portal/invitations/accept"), 405, "METHOD_NOT_ALLOWED");
  });

  test("that has ended says how, and nothing is made", async () => {
    const email = newAddress();
    const { invitation, token } = await invite(owner, { email });
    const before = await stateOf();
    const ends: [string, Record<string, unknown>][] = [
      ["INVITATION_EXPIRED", { expires_at: inDays(-0.001) }],
      ["INVITATION_REVOKED", { revoked_at: inDays(0), expires_at: inDays(1) }],
      ["INVITATION_ACCEPTED", { revoked_at: null, accepted_at: inDays(0) }],
    ];
    for (const [code, columns] of ends) {
      await update(invitation.id, columns);
      assertProblem(await preview(token), 410, code);
      const answer = await accept(token);
      assertProblem(answer, 410, code);
      assert.match(answer.json<{ detail: string }>().detail, /Ask the organization|Sign in/);
      assert.equal(answer.headers["set-cookie"], undefined);
    }
    assert.equal((await usersOf(email)).length, 0);
    assert.deepEqual({ ...(await stateOf()), invitations: [] }, { ...before, invitations: [] });
  });

  test("that never was one is not found, whatever it looks like", async () => {
    const { token } = await invite(owner, { email: newAddress() });
    const [organization, id, secret] = token.split(".") as [string, string, string];
    const wrong = secret.replace(/^./, secret.startsWith("A") ? "B" : "A");
    for (const garbage of [
      "x",
      "",
      "..",
      `${organization}.${id}.${wrong}`,
      `${organization}.${newId()}.${secret}`,
      `${newId()}.${id}.${secret}`,
      `${organization}.${id}`,
      `${token}A`,
      `${organization}.${id}.${"é".repeat(43)}`,
      `${organization}.${id}.%00${secret.slice(3)}`,
    ]) {
      assertProblem(await preview(garbage), 404, "NOT_FOUND");
      assertProblem(await accept(garbage), 404, "NOT_FOUND");
    }
    for (const token of [null, 7, {}, ["x"], "x".repeat(201)])
      assertProblem(await preview(token as never), 400, "INVALID_REQUEST");
    assert.equal((await preview(token)).status, 200);
  });

  test("of one organization under another's name opens neither", async () => {
    const neighbour = await createTenant();
    const theirs = await signInEmployee(await neighbour.addEmployee("OWNER"));
    const email = newAddress();
    const { token } = await invite(owner, { email });
    const other = await invite(theirs, { email });
    const [ours] = token.split(".");
    assertProblem(await accept(other.token.replace(/^[^.]+/, ours!)), 404, "NOT_FOUND");
    // Clear to read on the website where it was opened, and only there.
    const visitor = new Visitor(neighbour.origin);
    const answer = await preview(token, visitor, { organization: neighbour.slug });
    assertProblem(answer, 404, "OTHER_ORGANIZATION");
    assert.equal(answer.headers["access-control-allow-origin"], neighbour.origin);
    assertProblem(await accept(token, visitor), 403, "ORIGIN_NOT_ALLOWED");
    assertProblem(await accept(token, visitor, { organization: neighbour.slug }), 404, "OTHER_ORGANIZATION");
    assert.equal((await accept(token)).status, 201);
    assert.equal((await accept(other.token)).status, 201, "each organization has its own account");
  });

  test("to be a customer ends where the organization takes none at all; colleagues may come", async () => {
    const own = await createTenant({ registration: "INVITATION" });
    const visitor = await signInEmployee(await own.addEmployee("OWNER"));
    const { token, invitation } = await invite(visitor, { email: newAddress() });
    await own.sql((tx) => tx`update portal.organizations set registration = 'OFF'`);
    assertProblem(await preview(token), 403, "REGISTRATION_CLOSED");
    assertProblem(await accept(token), 403, "REGISTRATION_CLOSED");
    for (const [path, body] of [
      ["/dashboard/invitations", { email: newAddress() }],
      [`/dashboard/invitations/${invitation.id}/resend`, undefined],
      ["/dashboard/invitation-imports", { csv: "email\na@x.example" }],
    ] as const)
      assertProblem(await visitor.post(path, body), 403, "REGISTRATION_CLOSED");
    const colleague = await invite(visitor, { email: newAddress(), role: "EMPLOYEE" });
    assert.equal((await accept(colleague.token)).status, 201);
    await own.sql((tx) => tx`update portal.organizations set registration = 'INVITATION'`);
    assert.equal((await accept(token)).status, 201);
  });

  test("asks for a name and a password that can be", async () => {
    const { token } = await invite(owner, { email: newAddress() });
    const refused = async (input: object, ...paths: string[]) => {
      const answer = await accept(token, new Visitor(), input);
      assertProblem(answer, 400, "INVALID_REQUEST");
      assert.deepEqual(pathsOf(answer), paths);
    };
    await refused({ name: undefined, password: undefined }, "name", "password");
    await refused({ name: undefined }, "name");
    await refused({ password: undefined }, "name", "password");
    await refused({ password: "short" }, "password");
    await refused({ name: "" }, "name");
    await refused({ role: "OWNER" }, "role");
    assert.equal((await accept(token)).status, 201);
  });
});

describe("an address that has an account", () => {
  test("accepts by its session alone", async () => {
    const employee = await tenant.addEmployee();
    const { token, invitation } = await invite(owner, { email: employee.email });
    const shown = await preview(token);
    assert.equal(shown.json().hasAccount, true);
    assertProblem(await accept(token), 409, "ACCOUNT_EXISTS");
    assertProblem(await acceptSignedIn(token, new Visitor()), 409, "ACCOUNT_EXISTS");
    const others = [
      await signIn(await tenant.addCustomer()),
      await signInEmployee(boss),
      await signIn(await (await createTenant()).addCustomer({ email: employee.email })),
    ];
    for (const other of others) {
      other.origin = tenant.origin;
      assertProblem(await acceptSignedIn(token, other), 403, "INVITATION_FOR_ANOTHER");
    }
    const visitor = await signInEmployee(employee);
    const answer = await acceptSignedIn(token, visitor);
    assert.equal(answer.status, 201, answer.text);
    const { user, customer } = answer.json<{ user: Record<string, string>; customer: { id: string } }>();
    assert.deepEqual([user.id, user.role], [employee.userId, "EMPLOYEE"]);
    assert.equal(customer.id, invitation.customerId);
    assert.ok(user.emailVerifiedAt);
    assert.ok(visitor.cookies.has(`__Host-portico.portal.${tenant.slug}`));
    assertProblem(await acceptSignedIn(token, visitor), 410, "INVITATION_ACCEPTED");
  });

  test("whose session has ended or whose token is no token is told to sign in, and the link stays", async () => {
    const employee = await tenant.addEmployee();
    const { token } = await invite(owner, { email: employee.email });
    const visitor = await signInEmployee(employee);
    const garbled = visitor.copy();
    garbled.accessToken = `${visitor.accessToken}x`;
    assertProblem(await acceptSignedIn(token, garbled), 401, "UNAUTHENTICATED");
    await tenant.sql(
      (tx) => tx`update portal.sessions set revoked_at = now() where user_id = ${employee.userId}`,
    );
    assertProblem(await acceptSignedIn(token, visitor), 401, "UNAUTHENTICATED");
    assert.equal((await preview(token)).status, 200);
  });

  test("gets a role above its own by a dashboard session, and never loses one", async () => {
    const person = await tenant.addCustomer();
    const { token } = await invite(owner, { email: person.email, role: "ADMIN" });
    const visitor = await signIn(person);
    const answer = await acceptSignedIn(token, visitor);
    assert.equal(answer.status, 201, answer.text);
    const { user, customer } = answer.json<{ user: { role: string }; customer: { id: string } }>();
    assert.deepEqual([user.role, customer.id], ["ADMIN", person.customerId]);
    visitor.accessToken = answer.json<{ accessToken: string }>().accessToken;
    assert.ok(visitor.cookies.has(`__Host-portico.dashboard.${tenant.slug}`));
    assert.equal((await visitor.get("/dashboard/invitations")).status, 200);

    const employee = await tenant.addEmployee();
    const lower = await invite(owner, { email: employee.email, role: "ADMIN" });
    await tenant.sql((tx) => tx`update portal.users set role = 'OWNER' where id = ${employee.userId}`);
    assert.equal((await acceptSignedIn(lower.token, await signInEmployee(employee))).status, 201);
    assert.equal((await usersOf(employee.email))[0]!.role, "OWNER");
    const pointless = await create(owner, { email: employee.email, role: "ADMIN" });
    assert.deepEqual(pathsOf(pointless), ["email"]);
  });

  test("that signs in as another customer meanwhile is told so; nothing is half done", async () => {
    const employee = await tenant.addEmployee();
    const { token } = await invite(owner, { email: employee.email });
    const other = await tenant.addCustomer({ signsIn: false });
    await tenant.sql(
      (tx) => tx`update portal.users set customer_id = ${other.customerId} where id = ${employee.userId}`,
    );
    assertProblem(await acceptSignedIn(token, await signInEmployee(employee)), 409, "CONFLICT");
    assert.equal((await usersOf(employee.email))[0]!.customer_id, other.customerId);
    assert.equal((await preview(token)).status, 200, "and the invitation is as it was");
  });

  test("a record that somebody signs in as meanwhile stays theirs", async () => {
    const { customerId } = await tenant.addCustomer({ signsIn: false });
    const email = newAddress();
    const { token, invitation } = await invite(owner, { email, customerId });
    const employee = await tenant.addEmployee();
    const second = await invite(owner, { email: employee.email });
    await tenant.sql(
      (tx) =>
        tx`update portal.invitations set customer_id = ${customerId} where id = ${second.invitation.id}`,
    );
    const rival = await tenant.addEmployee();
    await tenant.sql(
      (tx) => tx`update portal.users set customer_id = ${customerId} where id = ${rival.userId}`,
    );
    const answer = await accept(token);
    assertProblem(answer, 409, "CONFLICT");
    assert.equal((await usersOf(email)).length, 0);
    assertProblem(await acceptSignedIn(second.token, await signInEmployee(employee)), 409, "CONFLICT");
    assertProblem(await resend(invitation.id), 409, "CONFLICT");
  });

  test("the session that accepted is replaced by the new one of its side", async () => {
    const employee = await tenant.addEmployee();
    const { token } = await invite(owner, { email: employee.email, role: "ADMIN" });
    const visitor = await signInEmployee(employee);
    const old = visitor.copy();
    assert.equal((await acceptSignedIn(token, visitor)).status, 201);
    assertProblem(await old.get("/dashboard/invitations"), 401, "UNAUTHENTICATED");
    assert.equal((await visitor.post("/dashboard/auth/refresh", { organization: tenant.slug })).status, 200);
  });
});
