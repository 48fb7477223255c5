import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { createTenant, mailsTo, signInEmployee, type Person, type Tenant } from "./harness.ts";
import { portalUrl, Visitor } from "./http.ts";
import {
  accept,
  create,
  invitationsOf,
  invite,
  newAddress,
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

const { resend, revoke } = invitationsOf(() => ({ tenant, owner }));

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
      "was geplant ist",
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
