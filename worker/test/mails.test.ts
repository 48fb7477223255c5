import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { createTenant, inDays, signInEmployee, type Tenant } from "./harness.ts";
import type { Visitor } from "./http.ts";
import { assertProblem } from "./walk.ts";

interface MailRecord {
  id: string;
  status: string;
  dueAt: string | null;
  attempts: number;
  lastError: { code: string; message: string } | null;
}

let tenant: Tenant;
let employee: Visitor;
const ids: Record<string, string> = {};

before(async () => {
  tenant = await createTenant();
  employee = await signInEmployee(await tenant.addEmployee());
  const tried = { attempts: 3, last_error: "UNAVAILABLE The provider cannot. (HTTP 503)" };
  ids.queued = await tenant.addMail({ created_at: inDays(-3) });
  ids.waiting = await tenant.addMail({ created_at: inDays(-2), due_at: inDays(1), ...tried });
  ids.sent = await tenant.addMail({ created_at: inDays(-1), sent_at: new Date(), attempts: 1 });
  const failed = { failed_at: new Date(), attempts: 21, last_error: "REFUSED It will not." };
  ids.failed = await tenant.addMail({ created_at: new Date(), ...failed });
});

const list = async (query = "") =>
  (await employee.get(`/dashboard/mails${query}`)).json<{ items: MailRecord[]; nextCursor: string | null }>();
const listed = async (query = "") => (await list(query)).items.map(({ id }) => id);
const send = (id: string, etag?: string) =>
  employee.post(`/dashboard/mails/${id}/send`, undefined, { headers: { "If-Match": etag } });

describe("the organization's mails", () => {
  test("newest first, by their state, page by page", async () => {
    const { queued, waiting, sent, failed } = ids;
    assert.deepEqual(await listed(), [failed, sent, waiting, queued]);
    assert.deepEqual(await listed("?status=QUEUED"), [waiting, queued]);
    assert.deepEqual(await listed("?status=SENT"), [sent]);
    assert.deepEqual(await listed("?status=FAILED"), [failed]);
    const first = await list("?status=QUEUED&limit=1");
    assert.deepEqual(await listed(`?status=QUEUED&cursor=${first.nextCursor}`), [queued]);
    assertProblem(await employee.get("/dashboard/mails?status=LOST"), 400, "INVALID_REQUEST");
  });

  test("say what became of them, and nothing of what they say", async () => {
    const answer = await employee.get(`/dashboard/mails/${ids.waiting}`);
    const mail = answer.json<MailRecord>();
    assert.deepEqual([mail.status, mail.attempts], ["QUEUED", 3]);
    assert.ok(mail.dueAt! > new Date().toISOString());
    assert.deepEqual(mail.lastError, { code: "UNAVAILABLE", message: "The provider cannot. (HTTP 503)" });
    for (const id of Object.values(ids))
      assert.doesNotMatch((await employee.get(`/dashboard/mails/${id}`)).text, /123456/);
    assert.doesNotMatch((await employee.get("/dashboard/mails")).text, /123456/);
  });
});

describe("sending again", () => {
  const auditOf = (id: string) =>
    tenant.sql((tx) => tx`select * from portal.audit_log where entity_id = ${id} order by at`);

  test("gives a dead letter all its attempts, once for each state that was seen", async () => {
    const id = ids.failed!;
    const etag = String((await employee.get(`/dashboard/mails/${id}`)).headers.etag);
    const answer = await send(id, etag);
    assert.equal(answer.status, 200, answer.text);
    const mail = answer.json<MailRecord>();
    assert.deepEqual([mail.status, mail.attempts], ["QUEUED", 0]);
    assertProblem(await send(id, etag), 412, "PRECONDITION_FAILED");
    const [entry] = await auditOf(id);
    assert.deepEqual([entry!.entity, entry!.action], ["mail", "sendMail"]);
    assert.deepEqual([entry!.before.status, entry!.after.status], ["FAILED", "QUEUED"]);
    assert.doesNotMatch(JSON.stringify(entry), /123456/);
  });

  test("makes a mail that waits due, and counts its attempts on", async () => {
    const mail = (await send(ids.waiting!)).json<MailRecord>();
    assert.deepEqual([mail.status, mail.attempts], ["QUEUED", 3]);
    assert.ok(mail.dueAt! <= new Date(Date.now() + 1000).toISOString());
  });

  test("is refused for one that was sent, and for another organization's", async () => {
    assertProblem(await send(ids.sent!), 409, "CONFLICT");
    assert.equal((await auditOf(ids.sent!)).length, 0);
    const stranger = await signInEmployee(await (await createTenant()).addEmployee("OWNER"));
    for (const answer of [
      await stranger.post(`/dashboard/mails/${ids.queued}/send`),
      await stranger.get(`/dashboard/mails/${ids.queued}`),
    ])
      assertProblem(answer, 404, "NOT_FOUND");
  });
});
