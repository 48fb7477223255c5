// The client against the real Worker: runs where PORTAL_URL says where one with the demo data is.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createPortalClient, isPortalError, type PortalClient } from "../src/index.ts";
import { createJar } from "./jar.ts";

const url = process.env.PORTAL_URL;
const ADA = { email: "ada@northwind.example", password: "portico-demo-1" };

const open = (jar: typeof fetch, organization: string | undefined = "northwind"): PortalClient =>
  createPortalClient({ apiUrl: url!, organization, fetch: jar });

const rejects = (call: Promise<unknown>, code: Parameters<typeof isPortalError>[1]) =>
  assert.rejects(call, (error) => isPortalError(error, code) && /\S/.test(error.requestId ?? ""));

test("the client and the Worker", { skip: !url && "no PORTAL_URL" }, async (context) => {
  const jar = createJar();
  const client = open(jar);

  await context.test("before anyone signs in", async () => {
    const config = await client.getPortalConfig();
    assert.equal(config.organization.slug, "northwind");
    assert.equal(config.organization.timeZone, "Europe/Berlin");
    await rejects(open(jar, "no-such-organization").getPortalConfig(), "NOT_FOUND");
    assert.deepEqual(await client.restoreSession(), { status: "signed-out" });
    await rejects(client.login({ ...ADA, password: "wrong" }), "INVALID_CREDENTIALS");
  });

  await context.test("login and the overview", async () => {
    const session = await client.login(ADA);
    assert.equal(session.user.email, ADA.email);
    const overview = await client.getDashboard();
    assert.equal(overview.customer.id, session.customer.id);
    assert.ok(overview.upcomingAppointments.length <= 3 && overview.openTasks.length <= 5);
    assert.deepEqual(await client.getMe(), { ...session });
  });

  await context.test("a walk over pages finds what one big page has", async () => {
    const all = await client.listAppointments({ limit: 100, order: "asc" });
    const walked: string[] = [];
    for await (const { id } of client.iterateAppointments({ limit: 2, order: "asc" })) walked.push(id);
    assert.ok(walked.length > 2);
    assert.deepEqual(
      walked,
      all.items.map(({ id }) => id),
    );
    assert.deepEqual(await client.getAppointment(walked[0]!), all.items[0]);
    const from = new Date();
    const coming = await client.listAppointments({ status: ["CONFIRMED", "REQUESTED"], from, limit: 100 });
    assert.ok(coming.items.every((item) => new Date(item.startsAt) >= from && item.status !== "CANCELLED"));
    const { items } = await client.listNotes({ limit: 1 });
    assert.deepEqual(await client.getNote(items[0]!.id), items[0]);
  });

  await context.test("a task is completed and opened again", async () => {
    const { items } = await client.listTasks({ status: "OPEN", limit: 1 });
    const done = await client.completeTask(items[0]!.id);
    assert.equal(done.status, "DONE");
    assert.ok(done.completedAt);
    assert.equal((await client.reopenTask(done.id)).status, "OPEN");
    assert.equal((await client.getTask(done.id)).completedAt, null);
  });

  await context.test("the profile is replaced, and what is wrong is named", async () => {
    const { customer } = await client.getMe();
    const { name, phone, address, timeZone, locale } = customer;
    const changed = await client.updateMe({ name, phone, address: "1 Quay\nBergen", timeZone, locale });
    assert.equal(changed.customer.address, "1 Quay\nBergen");
    const { state } = client.session;
    assert.ok(state.status === "signed-in" && state.customer.address === "1 Quay\nBergen");
    await client.updateMe({ name, phone, address, timeZone, locale });
    await assert.rejects(
      client.updateMe({ name, timeZone: "Mars/Olympus" }),
      (error) => isPortalError(error, "INVALID_REQUEST") && error.errors[0]?.path === "timeZone",
    );
  });

  await context.test("what is not there", async () => {
    await rejects(client.getTask("0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b"), "NOT_FOUND");
    await rejects(client.listTasks({ limit: 1000 }), "INVALID_REQUEST");
  });

  await context.test("a second page of the same browser is signed in; a logout ends both", async () => {
    const second = open(jar);
    assert.equal((await second.restoreSession()).status, "signed-in");
    await Promise.all(Array.from({ length: 10 }, () => second.listTasks()));
    await client.logout();
    await rejects(second.getMe(), "SESSION_EXPIRED");
    assert.equal(second.session.state.status, "signed-out");
  });

  await context.test("registering with the code from the mail", async () => {
    const email = `new-${crypto.randomUUID()}@northwind.example`;
    const newcomer = open(createJar());
    const input = { email, password: "a long sentence is fine", name: "Nia Newcomer" };
    assert.deepEqual(await newcomer.register(input), { status: "VERIFY_EMAIL" });
    await rejects(newcomer.verifyRegistration({ email, code: "000000" }), "INVALID_CODE");
    const response = await fetch(`${url}/dev/outbox`, { headers: { Accept: "application/json" } });
    const { items } = (await response.json()) as { items: { to: string; text: string }[] };
    const code = /\b\d{6}\b/.exec(items.find(({ to }) => to.includes(email))?.text ?? "")?.[0];
    const session = await newcomer.verifyRegistration({ email, code: code! });
    assert.equal(session.user.name, input.name);
    assert.deepEqual((await newcomer.listTasks()).items, []);
    await rejects(open(createJar(), "tidewater").register(input), "REGISTRATION_CLOSED");
  });

  await context.test("registering an organization", async () => {
    const founder = createPortalClient({ apiUrl: url!, fetch: createJar() });
    const email = `founder-${crypto.randomUUID()}@example.com`;
    const input = {
      email,
      password: "a long sentence is fine",
      name: "Fay Founder",
      organizationName: "Harbour Gym",
    };
    const result = await founder.register(input);
    assert.ok(result.status === "SIGNED_IN" && result.session.user.role === "OWNER");
    assert.equal(founder.organization, result.session.organization.slug);
    await founder.getDashboard();
    await founder.logout();
    assert.equal((await founder.login({ email, password: input.password })).organization.name, "Harbour Gym");
  });
});
