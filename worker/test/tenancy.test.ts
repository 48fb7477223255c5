import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { createTenant, inDays, newId, signIn, type Person, type Tenant } from "./harness.ts";
import type { Visitor } from "./http.ts";

/** One customer with rows of each kind, and who reads as them. */
interface Side {
  tenant: Tenant;
  person: Person;
  visitor: Visitor;
  rows: Record<(typeof kinds)[number], string[]>;
  internal: string;
}

const kinds = ["appointments", "tasks", "notes"] as const;
const secret = "INTERNAL-SECRET-7f3a";

async function createSide(tenant: Tenant): Promise<Side> {
  const person = await tenant.addCustomer();
  const rows: Side["rows"] = { appointments: [], tasks: [], notes: [] };
  for (const kind of kinds) {
    for (let i = 0; i < 3; i++)
      rows[kind].push(await tenant.add(kind, person.customerId, { title: `${kind} ${i}` }));
  }
  const internal = await tenant.add("notes", person.customerId, {
    title: secret,
    body: secret,
    visibility: "INTERNAL",
    created_at: inDays(1),
  });
  return { tenant, person, visitor: await signIn(person), rows, internal };
}

let ours: Side;
let colleague: Side;
let theirs: Side;

before(async () => {
  const tenant = await createTenant();
  [ours, colleague, theirs] = [
    await createSide(tenant),
    await createSide(tenant),
    await createSide(await createTenant()),
  ];
});

const withoutRequest = (text: string) => ({ ...JSON.parse(text), requestId: "" });

interface Page {
  items: { id: string; customerId: string }[];
  nextCursor: string | null;
}

describe("by id: another's row and one that does not exist are answered alike", () => {
  for (const kind of kinds) {
    test(kind, async () => {
      const nobodys = await ours.visitor.get(`/portal/${kind}/${newId()}`);
      assert.equal(nobodys.status, 404);
      for (const id of [...colleague.rows[kind], ...theirs.rows[kind], "no-uuid", "0", "%00", "a%2fb"]) {
        const answer = await ours.visitor.get(`/portal/${kind}/${id}`);
        assert.equal(answer.status, 404, id);
        assert.deepEqual(withoutRequest(answer.text), withoutRequest(nobodys.text));
      }
      assert.equal((await ours.visitor.get(`/portal/${kind}/${ours.rows[kind][0]}`)).status, 200);
    });
  }

  test("completing and reopening another's task does nothing to it", async () => {
    for (const side of [colleague, theirs]) {
      const [id] = side.rows.tasks;
      for (const verb of ["complete", "reopen"]) {
        assert.equal((await ours.visitor.post(`/portal/tasks/${id}/${verb}`)).status, 404);
      }
      const [row] = await side.tenant.sql(
        (tx) => tx`select status, updated_at = created_at as untouched
        from portal.tasks where id = ${id!}`,
      );
      assert.deepEqual({ ...row }, { status: "OPEN", untouched: true });
    }
  });
});

describe("by cursor and filter", () => {
  for (const kind of kinds) {
    test(`${kind}: another's cursor shows the own rows or nothing`, async () => {
      for (const side of [colleague, theirs]) {
        const first = (await side.visitor.get(`/portal/${kind}?limit=1`)).json<Page>();
        assert.ok(first.nextCursor);
        const answer = await ours.visitor.get(`/portal/${kind}?cursor=${first.nextCursor}`);
        assert.ok([200, 400].includes(answer.status));
        for (const item of answer.json<Page>().items ?? [])
          assert.equal(item.customerId, ours.person.customerId);
      }
    });

    test(`${kind}: parameters that name somebody else change nothing`, async () => {
      const query = `customerId=${theirs.person.customerId}&organizationId=${theirs.tenant.id}&organization=${theirs.tenant.slug}`;
      const answer = await ours.visitor.get(`/portal/${kind}?${query}`);
      assert.ok([200, 400].includes(answer.status));
      for (const item of answer.json<Page>().items ?? [])
        assert.equal(item.customerId, ours.person.customerId);
    });

    test(`${kind}: every page holds each own row once`, async () => {
      const seen: string[] = [];
      let cursor = "";
      do {
        const page = (await ours.visitor.get(`/portal/${kind}?limit=1${cursor}`)).json<Page>();
        seen.push(...page.items.map((item) => item.id));
        cursor = page.nextCursor ? `&cursor=${page.nextCursor}` : "";
      } while (cursor && seen.length < 20);
      assert.deepEqual(seen.toSorted(), ours.rows[kind].toSorted());
    });
  }
});

describe("internal notes reach no answer", () => {
  test("list, pages, item, overview, profile", async () => {
    const { visitor, internal } = ours;
    assert.equal((await visitor.get(`/portal/notes/${internal}`)).status, 404);
    const paths = ["/portal/notes", "/portal/notes?limit=100", "/portal/dashboard", "/portal/me"];
    paths.push("/portal/notes?visibility=INTERNAL", "/portal/notes?status=INTERNAL&order=asc");
    for (const path of paths) assert.ok(!(await visitor.get(path)).text.includes(secret), path);
  });

  test("they are not counted either", async () => {
    const { counts, recentNotes } = (await ours.visitor.get("/portal/dashboard")).json<{
      counts: { notes: number };
      recentNotes: { id: string }[];
    }>();
    assert.equal(counts.notes, 3);
    assert.deepEqual(recentNotes.map((note) => note.id).toSorted(), ours.rows.notes.toSorted());
  });

  test("a cursor made of an internal note's place shows shared ones only", async () => {
    const cursor = Buffer.from(JSON.stringify(["2999-01-01 00:00:00+00", ours.internal])).toString(
      "base64url",
    );
    const answer = await ours.visitor.get(`/portal/notes?cursor=${cursor}`);
    assert.equal(answer.json<Page>().items.length, 3);
    assert.ok(!answer.text.includes(secret));
  });

  test("no answer says a note's visibility", async () => {
    const [id] = ours.rows.notes;
    for (const path of ["/portal/notes", `/portal/notes/${id}`, "/portal/dashboard"]) {
      assert.doesNotMatch((await ours.visitor.get(path)).text, /visibility|organization_id|organizationId/);
    }
  });

  test("a note that stops being shared is gone at once", async () => {
    const id = await ours.tenant.add("notes", ours.person.customerId);
    assert.equal((await ours.visitor.get(`/portal/notes/${id}`)).status, 200);
    await ours.tenant.sql((tx) => tx`update portal.notes set visibility = 'INTERNAL' where id = ${id}`);
    assert.equal((await ours.visitor.get(`/portal/notes/${id}`)).status, 404);
  });
});

describe("a session of one organization on the other's website", () => {
  test("may not be read there, and may not write", async () => {
    const visitor = ours.visitor.copy();
    visitor.origin = theirs.tenant.origin;
    const read = await visitor.get("/portal/me");
    assert.equal(read.headers["access-control-allow-origin"], undefined);
    const [id] = ours.rows.tasks;
    const write = await visitor.post(`/portal/tasks/${id}/complete`);
    assert.equal(write.status, 403);
    assert.equal(write.json().code, "ORIGIN_NOT_ALLOWED");
    assert.equal((await ours.visitor.get(`/portal/tasks/${id}`)).json().status, "OPEN");
  });

  test("the same address in two organizations is two people", async () => {
    const twin = await theirs.tenant.addCustomer({ email: ours.person.email, name: "The Other" });
    const me = (await (await signIn(twin)).get("/portal/me")).json<{ user: { name: string } }>();
    assert.equal(me.user.name, "The Other");
    const list = (await (await signIn(twin)).get("/portal/tasks")).json<Page>();
    assert.deepEqual(list.items, []);
  });
});
