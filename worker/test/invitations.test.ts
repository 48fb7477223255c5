import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import {
  createTenant,
  inDays,
  mailsTo,
  newId,
  password,
  signIn,
  signInEmployee,
  type Person,
  type Tenant,
} from "./harness.ts";
import { portalUrl, send, Visitor, type Answer } from "./http.ts";
import {
  accept,
  acceptSignedIn,
  create,
  invite,
  newAddress,
  preview,
  tokenFor,
  type Invitation,
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

const stateOf = (of = tenant) =>
  of.sql(async (tx) => {
    const counts: Record<string, unknown> = {};
    for (const table of ["users", "customers", "sessions", "throttles", "outbox", "audit_log"])
      [counts[table]] = (await tx`select count(*)::int as n from portal.${tx(table)}`).map((row) => row.n);
    counts.invitations = (await tx`select v::text as row from portal.invitations v order by id`).map(
      (row) => row.row,
    );
    return counts;
  });
const update = (id: string, columns: Record<string, unknown>) =>
  tenant.sql((tx) => tx`update portal.invitations set ${tx(columns)} where id = ${id}`);
const get = async (id: string) => (await owner.get(`/dashboard/invitations/${id}`)).json<Invitation>();
const resend = (id: string, by = owner) => by.post(`/dashboard/invitations/${id}/resend`);
const revoke = (id: string, by = owner) => by.post(`/dashboard/invitations/${id}/revoke`);
const usersOf = (email: string) =>
  tenant.sql(
    (tx) => tx`select id, role, customer_id, email_verified_at from portal.users where email = ${email}`,
  );
const pathsOf = (answer: Answer) =>
  answer.json<{ errors: { path: string }[] }>().errors.map(({ path }) => path);

describe("inviting a customer", () => {
  test("shows who invites whom to what, and a typed name and password make the account", async () => {
    const email = newAddress();
    const { invitation, token } = await invite(owner, { email: email.toUpperCase(), name: "Grace Miller" });
    assert.deepEqual(
      [invitation.email, invitation.name, invitation.role, invitation.status, invitation.invitedBy],
      [email, "Grace Miller", "CUSTOMER", "PENDING", { id: boss.userId, name: "Erin Employee" }],
    );
    const days = (Date.parse(invitation.expiresAt) - Date.now()) / 86_400_000;
    assert.ok(days > 6.9 && days <= 7, "seven days");

    const shown = await preview(token, new Visitor(tenant.origin), { organization: tenant.slug });
    assert.equal(shown.status, 200, shown.text);
    const { organization, ...offer } = shown.json<{ organization: { slug: string; name: string } }>();
    assert.deepEqual([organization.slug, organization.name], [tenant.slug, tenant.name]);
    assert.deepEqual(offer, {
      email,
      name: "Grace Miller",
      role: "CUSTOMER",
      invitedBy: "Erin Employee",
      expiresAt: invitation.expiresAt,
      hasAccount: false,
    });

    const visitor = new Visitor(tenant.origin);
    const answer = await accept(token, visitor);
    assert.equal(answer.status, 201, answer.text);
    const { user, customer, accessToken } = answer.json<{
      user: Record<string, string>;
      customer: Record<string, string>;
      accessToken: string;
    }>();
    assert.deepEqual([user.email, user.name, user.role], [email, "Typed Name", "CUSTOMER"]);
    assert.ok(user.emailVerifiedAt, "the mail proved the address");
    assert.deepEqual([customer.id, customer.email], [invitation.customerId, email]);
    assert.equal(customer.name, "Grace Miller", "what the organization calls the record stays");
    assert.deepEqual([...visitor.cookies.keys()], [`__Host-portico.portal.${tenant.slug}`]);
    visitor.accessToken = accessToken;
    assert.equal((await visitor.get("/portal/dashboard")).status, 200);
    assert.equal((await get(invitation.id)).status, "ACCEPTED");
    assert.equal((await new Visitor().login(email, password, tenant.slug)).status, 200);
  });

  test("of an existing record signs in as that record, which gets the address if it had none", async () => {
    const { customerId } = await tenant.addCustomer({ signsIn: false, name: "Known" });
    await tenant.sql((tx) => tx`update portal.customers set email = null where id = ${customerId}`);
    const email = newAddress();
    const { invitation, token } = await invite(owner, { email, customerId });
    assert.deepEqual([invitation.customerId, invitation.name], [customerId, "Known"]);
    const { customer } = (await accept(token)).json<{ customer: Record<string, string> }>();
    assert.deepEqual([customer.id, customer.email, customer.name], [customerId, email, "Known"]);
  });

  test("a record's own address stays", async () => {
    const { customerId, email } = await tenant.addCustomer({ signsIn: false });
    const { token } = await invite(owner, { email: newAddress(), customerId });
    const { customer } = (await accept(token)).json<{ customer: Record<string, string> }>();
    assert.equal(customer.email, email);
  });

  test("without a record takes the one with this address, and never one of two", async () => {
    const one = await tenant.addCustomer({ signsIn: false });
    const { invitation } = await invite(owner, { email: one.email, customer: { phone: "+49 30 1" } });
    assert.equal(invitation.customerId, one.customerId);
    const email = newAddress();
    await tenant.addCustomer({ email, signsIn: false });
    await tenant.addCustomer({ email, signsIn: false });
    const answer = await create(owner, { email });
    assertProblem(answer, 409, "CONFLICT");
    assert.deepEqual(pathsOf(answer), ["customerId"]);
    assert.equal((await mailsTo(email)).length, 0);
  });

  test("a new record gets what is said of it; a name that nobody knew is the one that is typed", async () => {
    const email = newAddress();
    const customer = {
      phone: "+49 30 123",
      externalId: `x-${email}`,
      timeZone: "Europe/Berlin",
      locale: "de",
    };
    const { invitation, token } = await invite(owner, { email, customer });
    assert.equal(invitation.name, email.split("@")[0]);
    const made = (await accept(token)).json<{ customer: Record<string, string> }>().customer;
    const { phone, externalId, timeZone, locale, name } = made;
    assert.deepEqual({ phone, externalId, timeZone, locale }, customer);
    assert.equal(name, "Typed Name");
    const taken = await create(owner, { email: newAddress(), customer });
    assertProblem(taken, 409, "CONFLICT");
    assert.deepEqual(pathsOf(taken), ["customer.externalId"]);
  });

  test("who has an account, and a record that somebody signs in as, are refused by name", async () => {
    const person = await tenant.addCustomer();
    const answer = await create(owner, { email: person.email });
    assertProblem(answer, 409, "CONFLICT");
    assert.deepEqual(pathsOf(answer), ["email"]);
    const other = await create(owner, { email: newAddress(), customerId: person.customerId });
    assertProblem(other, 409, "CONFLICT");
    assert.deepEqual(pathsOf(other), ["customerId"]);
    const disabled = await tenant.addEmployee();
    await tenant.sql((tx) => tx`update portal.users set disabled_at = now() where id = ${disabled.userId}`);
    assert.deepEqual(pathsOf(await create(owner, { email: disabled.email })), ["email"]);
  });

  test("a request that cannot be leaves nothing", async () => {
    const { customerId } = await tenant.addCustomer({ signsIn: false });
    const neighbour = await createTenant();
    const theirs = await neighbour.addCustomer({ signsIn: false });
    const before = await stateOf();
    const email = newAddress();
    for (const [input, path] of [
      [{}, "email"],
      [{ email: "no address" }, "email"],
      [{ email, role: "BOSS" }, "role"],
      [{ email, role: "EMPLOYEE", customerId }, "role"],
      [{ email, role: "EMPLOYEE", customer: {} }, "role"],
      [{ email, customerId, customer: {} }, "customer"],
      [{ email, customerId: newId() }, "customerId"],
      [{ email, customerId: theirs.customerId }, "customerId"],
      [{ email, name: "a\nb" }, "name"],
      [{ email, customer: { phone: "call me" } }, "customer.phone"],
      [{ email, secret: "x" }, "secret"],
    ] as [object, string][]) {
      const answer = await create(owner, input);
      assertProblem(answer, 400, "INVALID_REQUEST");
      assert.deepEqual(pathsOf(answer), [path]);
    }
    assert.deepEqual(await stateOf(), before);
  });
});

describe("inviting twice", () => {
  test("is one invitation: renewed, mailed again, and the first link says so", async () => {
    const email = newAddress();
    const first = await invite(owner, { email, name: "First" });
    await update(first.invitation.id, { expires_at: inDays(1) });
    const second = await invite(owner, { email, name: "Second" });
    assert.equal(second.invitation.id, first.invitation.id);
    assert.equal(second.invitation.customerId, first.invitation.customerId);
    assert.equal(second.invitation.name, "Second");
    assert.ok(Date.parse(second.invitation.expiresAt) > Number(inDays(6.9)));
    assert.equal((await mailsTo(email)).length, 2);
    assertProblem(await preview(first.token), 410, "INVITATION_SUPERSEDED");
    assertProblem(await accept(first.token), 410, "INVITATION_SUPERSEDED");
    assert.equal((await accept(second.token)).status, 201);
    assertProblem(await preview(first.token), 410, "INVITATION_ACCEPTED");
  });

  test("with one Idempotency-Key is one mail", async () => {
    const email = newAddress();
    const headers = { "Idempotency-Key": email };
    const answers = [await create(owner, { email }, headers), await create(owner, { email }, headers)];
    assert.equal(answers[0]!.text, answers[1]!.text);
    assert.equal((await mailsTo(email)).length, 1);
  });

  test("8 at once make one invitation and one customer record", async () => {
    const email = newAddress();
    const answers = await Promise.all(Array.from({ length: 8 }, () => create(owner, { email })));
    assert.deepEqual([...new Set(answers.map(({ status }) => status))], [201]);
    assert.equal(new Set(answers.map((answer) => answer.json<Invitation>().id)).size, 1);
    const customers = await tenant.sql((tx) => tx`select 1 from portal.customers where email = ${email}`);
    assert.equal(customers.length, 1);
  });

  test("a customer under another address ends the first: a mistyped one is no door", async () => {
    const { customerId } = await tenant.addCustomer({ signsIn: false });
    const mistyped = await invite(owner, { email: newAddress(), customerId });
    const right = await invite(owner, { email: newAddress(), customerId });
    assertProblem(await accept(mistyped.token), 410, "INVITATION_REVOKED");
    assert.equal((await get(mistyped.invitation.id)).status, "REVOKED");
    assert.equal((await accept(right.token)).status, 201);
  });

  test("an address gets ten mails an hour at most, by whatever way", async () => {
    const email = newAddress();
    const { invitation } = await invite(owner, { email });
    for (let i = 0; i < 8; i++) assert.equal((await resend(invitation.id)).status, 200);
    await revoke(invitation.id);
    const again = await invite(owner, { email });
    assertProblem(await resend(again.invitation.id), 429, "RATE_LIMITED");
    assertProblem(await create(owner, { email }), 429, "RATE_LIMITED");
    assert.equal((await mailsTo(email)).length, 10);
    assert.equal((await accept(again.token)).status, 201, "the last link is good");
  });
});

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

describe("resending and revoking", () => {
  test("resending makes a new link that is good for seven days, also of one that has expired", async () => {
    const { invitation, token } = await invite(owner, { email: newAddress(), name: "Late" });
    await update(invitation.id, { expires_at: inDays(-1) });
    assert.equal((await get(invitation.id)).status, "EXPIRED");
    const answer = await resend(invitation.id);
    assert.equal(answer.status, 200, answer.text);
    assert.equal(answer.json<Invitation>().status, "PENDING");
    assert.equal((await mailsTo(invitation.email)).length, 2);
    assertProblem(await accept(token), 410, "INVITATION_SUPERSEDED");
    assert.equal((await accept(await tokenFor(invitation.email))).status, 201);
    assertProblem(await resend(invitation.id), 409, "CONFLICT");
    assertProblem(await revoke(invitation.id), 409, "CONFLICT");
  });

  test("revoking ends the link; once and twice are the same; afterwards, inviting makes a new one", async () => {
    const email = newAddress();
    const { invitation, token } = await invite(owner, { email });
    assert.equal((await revoke(invitation.id)).json<Invitation>().status, "REVOKED");
    assert.equal((await revoke(invitation.id)).status, 200);
    assertProblem(await accept(token), 410, "INVITATION_REVOKED");
    assertProblem(await resend(invitation.id), 409, "CONFLICT");
    const next = await invite(owner, { email });
    assert.notEqual(next.invitation.id, invitation.id);
    assert.equal(next.invitation.customerId, invitation.customerId);
    assert.equal((await accept(next.token)).status, 201);
    assertProblem(await preview(token), 410, "INVITATION_REVOKED");
  });

  test("a state that is gone is refused", async () => {
    const { invitation } = await invite(owner, { email: newAddress() });
    const path = `/dashboard/invitations/${invitation.id}`;
    const etag = String((await owner.get(path)).headers.etag);
    await resend(invitation.id);
    for (const step of ["resend", "revoke"]) {
      const answer = await owner.post(`${path}/${step}`, undefined, { headers: { "If-Match": etag } });
      assertProblem(answer, 412, "PRECONDITION_FAILED");
    }
    assert.equal((await mailsTo(invitation.email)).length, 2);
  });
});

describe("the list", () => {
  test("is newest first, filtered by status, page by page, and of one's own organization", async () => {
    const own = await createTenant();
    const visitor = await signInEmployee(await own.addEmployee());
    const made: Invitation[] = [];
    for (let i = 0; i < 5; i++) made.unshift((await invite(visitor, { email: newAddress() })).invitation);
    await visitor.post(`/dashboard/invitations/${made[1]!.id}/revoke`);
    await own.sql((tx) => tx`update portal.invitations set expires_at = now() where id = ${made[2]!.id}`);
    await accept(await tokenFor(made[3]!.email));
    const list = async (query: string) =>
      (await visitor.get(`/dashboard/invitations?${query}`)).json<{
        items: Invitation[];
        nextCursor: string | null;
      }>();
    const all = await list("limit=3");
    const rest = await list(`limit=3&cursor=${all.nextCursor}`);
    assert.deepEqual(
      [...all.items, ...rest.items].map(({ id, status }) => [id, status]),
      made.map(({ id }, i) => [id, ["PENDING", "REVOKED", "EXPIRED", "ACCEPTED", "PENDING"][i]]),
    );
    assert.equal(rest.nextCursor, null);
    const idsOf = async (status: string) => (await list(`status=${status}`)).items.map(({ id }) => id);
    assert.deepEqual(await idsOf("PENDING,EXPIRED"), [made[0]!.id, made[2]!.id, made[4]!.id]);
    assert.deepEqual(await idsOf("ACCEPTED"), [made[3]!.id]);
    assertProblem(await visitor.get("/dashboard/invitations?status=OPEN"), 400, "INVALID_REQUEST");
    assertProblem(await owner.get(`/dashboard/invitations/${made[0]!.id}`), 404, "NOT_FOUND");
    for (const step of ["resend", "revoke"])
      assertProblem(await owner.post(`/dashboard/invitations/${made[0]!.id}/${step}`), 404, "NOT_FOUND");
  });

  test("no secret of a link is told anywhere: answers, audit log, idempotent answers", async () => {
    const email = newAddress();
    const answer = await create(owner, { email }, { "Idempotency-Key": email });
    const { id } = answer.json<Invitation>();
    const first = await tokenFor(email);
    await resend(id);
    const secrets = [first, await tokenFor(email)].map((token) => token.split(".")[2]!);
    const hashes = await tenant.sql(
      (tx) => tx`select secret_hash, superseded_hashes[1] as old from portal.invitations where id = ${id}`,
    );
    const told = [
      answer.text,
      (await owner.get(`/dashboard/invitations/${id}`)).text,
      JSON.stringify(await tenant.sql((tx) => tx`select * from portal.audit_log where entity_id = ${id}`)),
      JSON.stringify(await tenant.sql((tx) => tx`select * from portal.idempotency_keys`)),
    ].join();
    for (const secret of [...secrets, hashes[0]!.secret_hash, hashes[0]!.old])
      assert.ok(!told.includes(secret));
    assert.notEqual(secrets[0], secrets[1]);
  });

  test("every change is in the audit log, with what was made along with it", async () => {
    const { invitation } = await invite(owner, { email: newAddress(), role: "EMPLOYEE" });
    const visitor = new Visitor();
    const { user } = (await accept(await tokenFor(invitation.email), visitor)).json<{
      user: { id: string };
    }>();
    const customers = await invite(owner, { email: newAddress() });
    await resend(customers.invitation.id);
    await revoke(customers.invitation.id);
    const entries = async (id: string) =>
      (
        await tenant.sql(
          (tx) => tx`select action, actor_id, before->>'status' as was, after->>'status' as became
            from portal.audit_log where entity_id = ${id} order by at, id`,
        )
      ).map((row) => [row.action, row.actor_id, row.was, row.became]);
    assert.deepEqual(await entries(invitation.id), [
      ["createInvitation", boss.userId, null, "PENDING"],
      ["acceptInvitation", user.id, "PENDING", "ACCEPTED"],
    ]);
    assert.deepEqual(await entries(customers.invitation.id), [
      ["createInvitation", boss.userId, null, "PENDING"],
      ["resendInvitation", boss.userId, null, null],
      ["revokeInvitation", boss.userId, "PENDING", "REVOKED"],
    ]);
    assert.equal((await entries(customers.invitation.customerId!)).length, 1, "the record that was made");
  });
});

describe("the mail", () => {
  test("leads to the organization's own page where it has one, else to the hosted one, never to a Host header", async () => {
    const email = newAddress();
    const headers = { Host: "evil.example", "X-Forwarded-Host": "evil.example" };
    await create(owner, { email }, headers);
    const [mail] = await mailsTo(email);
    const hosted = `${portalUrl}/portal/login?organization=${tenant.slug}#portal-invitation=`;
    assert.ok(mail!.text.includes(hosted), mail!.text);
    assert.ok(mail!.html.includes(hosted.replace("&", "&amp;")));
    assert.ok(!`${mail!.text}${mail!.html}`.includes("evil.example"));

    const own = await createTenant({ portal_url: "https://dentist.example/portal?from=mail" });
    const visitor = await signInEmployee(await own.addEmployee("OWNER"));
    const { invitation } = await invite(visitor, { email: newAddress() });
    const [their] = await mailsTo(invitation.email);
    assert.ok(their!.text.includes("https://dentist.example/portal?from=mail#portal-invitation="));
    const employee = await invite(visitor, { email: newAddress(), role: "EMPLOYEE" });
    const [work] = await mailsTo(employee.invitation.email);
    assert.ok(
      work!.text.includes(`${portalUrl}/dashboard/login?organization=${own.slug}#portal-invitation=`),
    );
  });

  test("says who invites to what, what one can do, and until when, in the customer's language", async () => {
    const own = await createTenant({ locale: "de", time_zone: "Europe/Berlin", accent_color: "#123456" });
    const visitor = await signInEmployee(await own.addEmployee("OWNER"));
    const german = newAddress();
    await invite(visitor, { email: german, name: "Frau Weiß" });
    const [mail] = await mailsTo(german);
    assert.deepEqual([mail!.kind, mail!.locale], ["INVITATION", "de"]);
    for (const words of [
      "Guten Tag Frau Weiß",
      `Erin Employee von ${own.name}`,
      "Termine",
      "gilt bis",
      "MEZ|MESZ",
    ])
      assert.match(mail!.text, new RegExp(words));
    assert.match(mail!.html, /#123456/);

    const english = newAddress();
    await invite(visitor, { email: english, customer: { name: "Ms White", locale: "en-GB" } });
    const [second] = await mailsTo(english);
    assert.equal(second!.locale, "en");
    assert.match(second!.text, /Hello Ms White,/);
    assert.match(second!.text, /good until \d+ \w+ \d{4} at \d\d:\d\d/);

    const colleague = newAddress();
    await invite(visitor, { email: colleague, role: "ADMIN" });
    const [third] = await mailsTo(colleague);
    assert.deepEqual([third!.kind, third!.locale], ["EMPLOYEE_INVITATION", "de"]);
    assert.match(third!.text, /Verwaltungsrechten/);
  });

  test("a name is text, in the HTML as well", async () => {
    const email = newAddress();
    await invite(owner, { email, name: '<img src=x onerror="alert(1)">' });
    assert.doesNotMatch((await mailsTo(email))[0]!.html, /<img/);
  });
});
