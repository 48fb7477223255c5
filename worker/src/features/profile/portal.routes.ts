import { createRoute } from "@hono/zod-openapi";
import { jsonText, readAsCustomer } from "../../access.ts";
import { changeAsCustomer } from "../../changes.ts";
import { newRouter } from "../../router.ts";
import { Me } from "../../wire/entities.ts";
import { body, json, problems } from "../../wire/problems.ts";
import { getMe, updateMe } from "./profile.queries.ts";
import { UpdateMeInput } from "./profile.schemas.ts";

export const profileRoutes = newRouter();
const security = [{ accessToken: [] }];
const tags = ["Profile"];

const getMeRoute = createRoute({
  method: "get",
  path: "/portal/me",
  operationId: "getMe",
  tags,
  security,
  summary: "Who is signed in",
  description:
    "The user, the customer record that they sign in as, and the organization. `user` is null only in a preview of a customer as whom nobody signs in.",
  responses: { 200: json(Me, "Who is signed in."), ...problems("UNAUTHENTICATED", "CUSTOMER_REQUIRED") },
});
profileRoutes.openapi(getMeRoute, async (c) => jsonText(c, await readAsCustomer(c, getMe)) as never);

const updateMeRoute = createRoute({
  method: "put",
  path: "/portal/me",
  operationId: "updateMe",
  tags,
  security,
  summary: "Replace the profile",
  description:
    "`name` is required; the other fields become null where absent. Fields that a customer may not change are refused.",
  request: body(UpdateMeInput),
  responses: {
    200: json(Me, "As it is now."),
    ...problems(
      "INVALID_REQUEST",
      "UNAUTHENTICATED",
      "ORIGIN_NOT_ALLOWED",
      "CUSTOMER_REQUIRED",
      "READ_ONLY",
      "PAYLOAD_TOO_LARGE",
      "UNSUPPORTED_MEDIA_TYPE",
    ),
  },
});
profileRoutes.openapi(
  updateMeRoute,
  async (c) =>
    jsonText(
      c,
      await changeAsCustomer(c, "updateMe", (db, me) => updateMe(db, me, c.req.valid("json"))),
    ) as never,
);
