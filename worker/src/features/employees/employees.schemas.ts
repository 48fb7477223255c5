import * as z from "zod";
import { employeeRoles } from "../../lib/roles.ts";
import { plainText } from "../../wire/common.ts";

export const UpdateEmployeeInput = z
  .strictObject({
    name: plainText(200).openapi({ example: "Erin Vogel" }),
    role: z.enum(employeeRoles),
    disabled: z.boolean().openapi({ description: "Shuts or opens signing in; shutting ends every session." }),
  })
  .partial()
  .openapi("UpdateEmployeeInput", { description: "What is absent stays.", example: { role: "ADMIN" } });
