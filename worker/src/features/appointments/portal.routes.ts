import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { jsonText, pageValues, readAsCustomer } from "../../access.ts";
import { newRouter } from "../../router.ts";
import { idParam, instant, oneOrMore, pageOf, pageQuery } from "../../wire/common.ts";
import { Appointment, appointmentStatus } from "../../wire/entities.ts";
import { json, problems } from "../../wire/problems.ts";
import { getAppointment, listAppointments } from "./appointments.queries.ts";

export const appointmentRoutes = newRouter();
const security = [{ accessToken: [] }];
const tags = ["Appointments"];

const AppointmentQuery = z.object({
  status: oneOrMore(appointmentStatus, "Only these."),
  from: instant.optional().openapi({ description: "Only appointments that end after this instant." }),
  to: instant.optional().openapi({ description: "Only appointments that start before this instant." }),
  order: z
    .enum(["asc", "desc"])
    .default("asc")
    .openapi({ description: "By start: soonest or latest first." }),
  ...pageQuery,
});

const listRoute = createRoute({
  method: "get",
  path: "/portal/appointments",
  operationId: "listAppointments",
  tags,
  security,
  summary: "The customer's appointments",
  description: "By start, paged. An appointment that is under way counts as coming when `from` is now.",
  request: { query: AppointmentQuery },
  responses: {
    200: json(pageOf(Appointment, "AppointmentPage"), "A page."),
    ...problems("INVALID_REQUEST", "UNAUTHENTICATED", "CUSTOMER_REQUIRED"),
  },
});
appointmentRoutes.openapi(listRoute, async (c) => {
  const query = c.req.valid("query");
  const values = {
    ...pageValues(query),
    statuses: query.status?.join(",") ?? null,
    from: query.from ?? null,
    to: query.to ?? null,
  };
  return jsonText(c, await readAsCustomer(c, listAppointments[query.order], values)) as never;
});

const getRoute = createRoute({
  method: "get",
  path: "/portal/appointments/{id}",
  operationId: "getAppointment",
  tags,
  security,
  summary: "One appointment",
  description: "Another customer's appointment is not found, exactly as one that does not exist.",
  request: { params: idParam },
  responses: {
    200: json(Appointment, "The appointment."),
    ...problems("UNAUTHENTICATED", "CUSTOMER_REQUIRED", "NOT_FOUND"),
  },
});
appointmentRoutes.openapi(
  getRoute,
  async (c) => jsonText(c, await readAsCustomer(c, getAppointment, c.req.valid("param"))) as never,
);
