import { jsonText, pageValues, readAsEmployee } from "../../access.ts";
import { changeAsEmployee, changeResponse, createAsEmployee, ifMatch, itemResponse } from "../../changes.ts";
import { newRouter } from "../../router.ts";
import { recordOperations } from "../../wire/records.ts";
import { createApiKey, getApiKey, listApiKeys, revokeApiKey, updateApiKey } from "./api-keys.queries.ts";
import { ApiKey, CreateApiKeyInput, CreatedApiKey, UpdateApiKeyInput } from "./api-keys.schemas.ts";

/** Secret keys for the organization's own systems, for administrators. No key may any of this. */
export const apiKeyRoutes = newRouter();
const keys = recordOperations({
  path: "/dashboard/api-keys",
  tag: "Dashboard: secret keys",
  record: ApiKey,
  page: "ApiKeyPage",
});
const least = "ADMIN";

const listRoute = keys.list(
  {
    operationId: "listApiKeys",
    summary: "The organization's secret keys",
    description: "For administrators and owners. Newest first, with those that are revoked or have expired.",
  },
  {},
);
apiKeyRoutes.openapi(
  listRoute,
  async (c) =>
    jsonText(c, await readAsEmployee(c, listApiKeys, pageValues(c.req.valid("query")), least)) as never,
);

const getRoute = keys.get({
  operationId: "getApiKey",
  summary: "One secret key",
  description: "For administrators and owners.",
});
apiKeyRoutes.openapi(
  getRoute,
  async (c) => itemResponse(c, await readAsEmployee(c, getApiKey, c.req.valid("param"), least)) as never,
);

const createApiKeyRoute = keys.create(
  {
    operationId: "createApiKey",
    summary: "Make a secret key",
    description:
      "For administrators and owners. The answer tells the secret, once and never again. An organization has at most 50 keys that are neither revoked nor expired.",
    fails: ["CONFLICT"],
  },
  CreateApiKeyInput,
  CreatedApiKey,
);
apiKeyRoutes.openapi(createApiKeyRoute, async (c) => {
  let secret: string | null = null;
  const made = await createAsEmployee(c, { action: "createApiKey", least }, async (db, me) => {
    const { change, token } = await createApiKey(db, me, c.req.valid("json"));
    secret = token;
    return change;
  });
  // What is kept for a repeated request is what came before this line.
  return new Response(JSON.stringify({ ...((await made.json()) as object), secret }), made) as never;
});

const updateRoute = keys.update(
  {
    operationId: "updateApiKey",
    summary: "Name a secret key anew",
    description: "For administrators and owners. What it may do stays: make another one.",
  },
  UpdateApiKeyInput,
);
apiKeyRoutes.openapi(updateRoute, async (c) => {
  const { id } = c.req.valid("param");
  const change = await changeAsEmployee(c, { action: "updateApiKey", least }, (db, me) =>
    updateApiKey(db, me, id, c.req.valid("json"), ifMatch(c)),
  );
  return changeResponse(c, change) as never;
});

const revokeRoute = keys.step("revoke", {
  operationId: "revokeApiKey",
  summary: "Revoke a secret key",
  description:
    "For administrators and owners. It counts from the next request on, for good; invitations that the key made and nobody has accepted end with it. Doing it twice is doing it once.",
});
apiKeyRoutes.openapi(revokeRoute, async (c) => {
  const { id } = c.req.valid("param");
  const change = await changeAsEmployee(c, { action: "revokeApiKey", least }, (db, me) =>
    revokeApiKey(db, me, id, ifMatch(c)),
  );
  return changeResponse(c, change) as never;
});
