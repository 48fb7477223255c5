import { createRoute } from "@hono/zod-openapi";
import { jsonText, readAsEmployee } from "../../access.ts";
import { newRouter } from "../../router.ts";
import { EmployeeMe } from "../../wire/entities.ts";
import { json, problems } from "../../wire/problems.ts";
import { getEmployeeMe } from "./dashboard.queries.ts";

/** Who is signed in at the dashboard. */
export const employeeProfileRoutes = newRouter();

const route = createRoute({
  method: "get",
  path: "/dashboard/me",
  operationId: "getEmployeeMe",
  tags: ["Dashboard: me"],
  security: [{ accessToken: [] }],
  summary: "Who is signed in at the dashboard",
  description: "The user, the customer record of one who is a customer too, and the organization.",
  responses: { 200: json(EmployeeMe, "Who is signed in."), ...problems("UNAUTHENTICATED", "FORBIDDEN") },
});
employeeProfileRoutes.openapi(
  route,
  async (c) => jsonText(c, await readAsEmployee(c, getEmployeeMe)) as never,
);
