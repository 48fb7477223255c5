import * as z from "zod";
import { jsonText, pageValues, readAsEmployee } from "../../access.ts";
import { upsertAsEmployee } from "../../batch.ts";
import { changeAsEmployee, changeResponse, createAsEmployee, ifMatch, itemResponse } from "../../changes.ts";
import { newRouter } from "../../router.ts";
import { externalId, id, instant, oneOrMore } from "../../wire/common.ts";
import { AppointmentRecord, appointmentStatus } from "../../wire/entities.ts";
import { recordOperations } from "../../wire/records.ts";
import {
  CreateAppointmentInput,
  UpdateAppointmentInput,
  UpsertAppointmentRow,
} from "./appointments.schemas.ts";
import {
  appointmentBatch,
  createAppointment,
  deleteAppointment,
  findAppointmentRecord,
  getAppointmentRecord,
  listAppointmentRecords,
  updateAppointment,
} from "./dashboard.queries.ts";

/** Every customer's appointments, for employees. */
export const appointmentRecordRoutes = newRouter();
const appointments = recordOperations({
  path: "/dashboard/appointments",
  tag: "Dashboard: appointments",
  record: AppointmentRecord,
  page: "AppointmentRecordPage",
});

const listRoute = appointments.list(
  {
    operationId: "listAppointmentRecords",
    summary: "Every customer's appointments",
    description: "By start. A week is `from` its beginning `to` its end.",
  },
  {
    externalId: externalId.optional().openapi({
      description: "Only the one that has this external id; other filters do not count then.",
    }),
    from: instant.optional().openapi({ description: "Only those that end after this instant." }),
    to: instant.optional().openapi({ description: "Only those that start before this instant." }),
    customerId: id.optional().openapi({ description: "Only this customer's." }),
    employeeId: id.optional().openapi({ description: "Only those that this employee holds." }),
    status: oneOrMore(appointmentStatus, "Only these."),
    order: z.enum(["asc", "desc"]).default("asc").openapi({ description: "Soonest or latest first." }),
  },
);
appointmentRecordRoutes.openapi(listRoute, async (c) => {
  const { customerId, employeeId, from = null, to = null, ...query } = c.req.valid("query");
  const { externalId } = query;
  if (externalId !== undefined)
    return jsonText(c, await readAsEmployee(c, findAppointmentRecord, { externalId })) as never;
  const who = customerId ? (employeeId ? "both" : "customer") : employeeId ? "employee" : "all";
  const statuses = query.status?.join(",") ?? null;
  const values = { ...pageValues(query), customerId, employeeId, from, to, statuses };
  return jsonText(c, await readAsEmployee(c, listAppointmentRecords[who][query.order], values)) as never;
});

const getRoute = appointments.get({ operationId: "getAppointmentRecord", summary: "One appointment" });
appointmentRecordRoutes.openapi(
  getRoute,
  async (c) => itemResponse(c, await readAsEmployee(c, getAppointmentRecord, c.req.valid("param"))) as never,
);

const createAppointmentRoute = appointments.create(
  {
    operationId: "createAppointment",
    summary: "Make an appointment",
    description: "Others that its employee has at the same time do not refuse it; `overlaps` tells how many.",
  },
  CreateAppointmentInput,
);
appointmentRecordRoutes.openapi(
  createAppointmentRoute,
  async (c) =>
    (await createAsEmployee(c, { action: "createAppointment" }, (db, me) =>
      createAppointment(db, me, c.req.valid("json")),
    )) as never,
);

const updateRoute = appointments.update(
  {
    operationId: "updateAppointment",
    summary: "Change an appointment",
    description: "Moving, cancelling and completing it are changes of its fields.",
  },
  UpdateAppointmentInput,
);
appointmentRecordRoutes.openapi(updateRoute, async (c) => {
  const { id } = c.req.valid("param");
  const change = await changeAsEmployee(c, { action: "updateAppointment" }, (db, me) =>
    updateAppointment(db, me, id, c.req.valid("json"), ifMatch(c)),
  );
  return changeResponse(c, change) as never;
});

const deleteRoute = appointments.delete({
  operationId: "deleteAppointment",
  summary: "Delete an appointment",
  description: "For what was made by mistake. One that does not take place is better cancelled.",
});
appointmentRecordRoutes.openapi(deleteRoute, async (c) => {
  const { id } = c.req.valid("param");
  await changeAsEmployee(c, { action: "deleteAppointment" }, (db, me) =>
    deleteAppointment(db, me, id, ifMatch(c)),
  );
  return c.body(null, 204);
});

const batchRoute = appointments.batch(
  {
    operationId: "upsertAppointments",
    summary: "Make, change and delete many appointments",
    description:
      "A row that fails fails alone, and the answer is 200. A second row about one record fails. At most 4 MiB.",
  },
  UpsertAppointmentRow,
);
appointmentRecordRoutes.openapi(batchRoute, async (c) => {
  const batch = { action: "upsertAppointments", spec: appointmentBatch, create: CreateAppointmentInput };
  return (await upsertAsEmployee(c, batch, c.req.valid("json"))) as never;
});
