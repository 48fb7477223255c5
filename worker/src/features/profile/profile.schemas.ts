import { z } from "@hono/zod-openapi";
import { locale, plainText, timeZone } from "../../wire/common.ts";

const optional = <Schema extends z.ZodType>(schema: Schema) => schema.nullable().default(null);

export const UpdateMeInput = z
  .strictObject({
    name: plainText(200).openapi({ example: "Ada Okafor" }),
    phone: optional(
      plainText(40).refine((value) => /^\+?[\d\s()./-]{3,40}$/.test(value), {
        error: "must be a phone number such as +49 30 1234567",
      }),
    ),
    address: optional(plainText(500, { lines: true })),
    timeZone: optional(timeZone),
    locale: optional(locale),
  })
  .openapi("UpdateMeInput", { description: "Replaces the profile: what is absent becomes null." });
