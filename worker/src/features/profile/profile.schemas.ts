import * as z from "zod";
import { locale, phone, plainText, timeZone } from "../../wire/common.ts";

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
