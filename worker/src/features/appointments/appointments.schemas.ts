import * as z from "zod";
import { externalId, httpsUrl, id, instant, plainText, timeZone } from "../../wire/common.ts";
import { rowCustomer, rowNames } from "../../wire/batch.ts";
import { appointmentStatus } from "../../wire/entities.ts";

const fields = {
  externalId: externalId.nullable(),
  title: plainText(200).openapi({ example: "Check-up and cleaning" }),
  description: plainText(5000, { lines: true }).nullable(),
  status: z.enum(appointmentStatus),
  startsAt: instant,
  endsAt: instant.openapi({
    description: "At most 48 hours after `startsAt`.",
    example: "2026-11-25T09:15:00.000Z",
  }),
  timeZone: timeZone.openapi({ description: "The zone in which it is made." }),
  location: plainText(300).nullable().openapi({ example: "Room 4" }),
  meetingUrl: httpsUrl.nullable().openapi({ example: "https://meet.example/ada" }),
  employeeId: id.nullable().openapi({ description: "Who holds it: an employee who can sign in." }),
};

export const CreateAppointmentInput = z
  .strictObject({
    customerId: id,
    externalId: fields.externalId.default(null),
    title: fields.title,
    startsAt: fields.startsAt,
    endsAt: fields.endsAt,
    description: fields.description.default(null),
    status: fields.status.default("CONFIRMED"),
    timeZone: fields.timeZone.optional().openapi({
      description: "The zone in which it is made; the organization's where it is absent.",
    }),
    location: fields.location.default(null),
    meetingUrl: fields.meetingUrl.default(null),
    employeeId: fields.employeeId.default(null),
  })
  .openapi("CreateAppointmentInput");

export const UpsertAppointmentRow = z
  .strictObject({ ...fields, ...rowNames, ...rowCustomer })
  .partial()
  .openapi("UpsertAppointmentRow", {
    description: "What is absent stays, or is as for a new appointment (RFC 7396).",
  });

export const UpdateAppointmentInput = z
  .strictObject(fields)
  .partial()
  .openapi("UpdateAppointmentInput", {
    description: "What is absent stays; null empties a field (RFC 7396).",
    example: { startsAt: "2026-11-26T08:30:00.000Z", endsAt: "2026-11-26T09:15:00.000Z" },
  });
