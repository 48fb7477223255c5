import * as z from "zod";
import { code, email, newPassword, password, plainText, slug } from "../../wire/common.ts";
import { Session, VerifyEmail } from "../../wire/entities.ts";

export const RegisterInput = z
  .strictObject({
    email,
    password: newPassword,
    name: plainText(200).openapi({ example: "Ada Okafor" }),
    organization: slug.optional().openapi({
      description: "The organization to join as a customer. Absent: a new organization is made.",
    }),
    organizationName: plainText(200).optional().openapi({
      description: "The new organization's name; only without `organization`.",
      example: "Northwind Dental",
    }),
  })
  .refine((input) => !(input.organization && input.organizationName), {
    path: ["organizationName"],
    error: "goes only without `organization`",
  })
  .openapi("RegisterInput");

export const VerifyRegistrationInput = z
  .strictObject({
    organization: slug,
    email,
    code,
  })
  .openapi("VerifyRegistrationInput");

export const LoginInput = z
  .strictObject({
    email,
    password,
    organization: slug
      .optional()
      .openapi({ description: "Absent: the one organization where email and password fit." }),
  })
  .openapi("LoginInput");

export const SessionInput = z
  .strictObject({
    organization: slug
      .optional()
      .openapi({ description: "Whose session; may be left out where only one session cookie came." }),
  })
  .openapi("SessionInput");

export { Session, VerifyEmail };
