import { createRoute } from "@hono/zod-openapi";
import { jsonText, readAsEmployee } from "../../access.ts";
import { newRouter } from "../../router.ts";
import { json, problems } from "../../wire/problems.ts";
import { getHome } from "./home.queries.ts";
import { Home } from "./home.schemas.ts";

/** The console's first page. */
export const homeRoutes = newRouter();

const route = createRoute({
  method: "get",
  path: "/dashboard/home",
  operationId: "getHome",
  tags: ["Dashboard: home"],
  security: [{ accessToken: [] }],
  summary: "What matters today",
  description: "One request, one statement, and bounded however large the organization is.",
  responses: { 200: json(Home, "The first page."), ...problems("UNAUTHENTICATED", "FORBIDDEN") },
});
homeRoutes.openapi(route, async (c) => jsonText(c, await readAsEmployee(c, getHome)) as never);
