import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { jsonText, readAsCustomer } from "../../access.ts";
import { newRouter } from "../../router.ts";
import { Appointment, Customer, Note, Organization, Task } from "../../wire/entities.ts";
import { json, problems } from "../../wire/problems.ts";
import { getDashboard } from "./dashboard.queries.ts";

const count = z.number().int().min(0);
const Dashboard = z
  .object({
    organization: Organization,
    customer: Customer,
    upcomingAppointments: z.array(Appointment).openapi({ description: "The next three, soonest first." }),
    openTasks: z.array(Task).openapi({ description: "Five at most, due soonest first." }),
    recentNotes: z.array(Note).openapi({ description: "The newest three." }),
    counts: z.object({ upcomingAppointments: count, openTasks: count, notes: count }),
  })
  .openapi("Dashboard");

export const dashboardRoutes = newRouter();

const route = createRoute({
  method: "get",
  path: "/portal/dashboard",
  operationId: "getDashboard",
  tags: ["Overview"],
  security: [{ accessToken: [] }],
  summary: "The overview",
  description:
    "What comes next, what is asked of the customer and what they were told: one request, one statement.",
  responses: { 200: json(Dashboard, "The overview."), ...problems("UNAUTHENTICATED", "CUSTOMER_REQUIRED") },
});
dashboardRoutes.openapi(route, async (c) => jsonText(c, await readAsCustomer(c, getDashboard)) as never);
