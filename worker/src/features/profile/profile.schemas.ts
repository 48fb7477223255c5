import { z } from "@hono/zod-openapi";
import { locale, phone, plainText, timeZone } from "../../wire/common.ts";
import { Customer, Organization, OrganizationRecord, User } from "../../wire/entities.ts";

export const Me = z.object({ user: User, customer: Customer, organization: Organization }).openapi("Me");

export const EmployeeMe = z.object({ user: User, organization: OrganizationRecord }).openapi("EmployeeMe");

const optional = <Schema extends z.ZodType>(schema: Schema) => schema.nullable().default(null);

export const UpdateMeInput = z
  .strictObject({
    name: plainText(200).openapi({ example: "Ada Okafor" }),
    phone: optional(phone),
    address: optional(plainText(500, { lines: true })),
    timeZone: optional(timeZone),
    locale: optional(locale),
  })
  .openapi("UpdateMeInput", { description: "Replaces the profile: what is absent becomes null." });
