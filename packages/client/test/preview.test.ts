import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { createPreviewClient, type Preview } from "../src/dashboard.ts";
import { isPortalError } from "../src/index.ts";
import { startPortal, type Portal } from "./server.ts";

let portal: Portal;
before(async () => {
  portal = await startPortal();
});
after(() => portal.close());

const person = { id: "c1", name: "Ada Okafor", email: null };
const preview = (values: Partial<Preview> = {}) =>
  ({
    accessToken: "preview-token",
    tokenType: "Bearer",
    expiresIn: 300,
    user: null,
    customer: person,
    organization: { slug: "northwind" },
    ...values,
  }) as unknown as Preview;

test("a preview is signed in at once, shows its token, and needs no account of the customer's", async () => {
  const client = createPreviewClient(portal.url, preview());
  const { state } = client.session;
  assert.equal(state.status, "signed-in");
  assert.deepEqual(state.status === "signed-in" && state.user, {
    ...{ id: "c1", email: "", name: "Ada Okafor", role: "CUSTOMER", emailVerifiedAt: null },
  });
  portal.seen.length = 0;
  await client.listNotes().catch(() => {});
  assert.equal(portal.seen[0]!.headers.authorization, "Bearer preview-token");
  assert.equal(portal.seen[0]!.headers.cookie, undefined);
});

test("it ends with its token, is never renewed, and signs nobody else out", async () => {
  const expired = createPreviewClient(portal.url, preview({ expiresIn: -1 }));
  const refused = createPreviewClient(portal.url, preview({ accessToken: "refused" }));
  const left = createPreviewClient(portal.url, preview());
  portal.seen.length = 0;
  await left.logout();
  for (const client of [expired, refused, left]) {
    await assert.rejects(client.listTasks(), (error) => isPortalError(error) && error.status === 401);
    assert.equal(client.session.state.status, "signed-out");
  }
  assert.deepEqual(
    portal.seen.map(({ path }) => path),
    ["/portal/tasks"],
    "only the refused one has asked anything, and only once",
  );
  const client = createPreviewClient(portal.url, preview());
  await assert.rejects(
    client.login({ email: "ada@northwind.example", password: "x" }),
    (error) => isPortalError(error) && error.code === "READ_ONLY",
  );
});
