import * as z from "zod";
import {
  email,
  id,
  instant,
  locale,
  newPassword,
  phone,
  plainText,
  slug,
  timeZone,
} from "../../wire/common.ts";
import { Organization, User } from "../../wire/entities.ts";

const role = User.shape.role;

/** What an organization says of a customer, in a form or in a list. */
export const customerFields = {
  name: plainText(200).openapi({ example: "Ada Okafor" }),
  phone,
  externalId: plainText(100),
  locale,
};

export const CreateInvitationInput = z
  .strictObject({
    email,
    name: customerFields.name.optional().openapi({
      description: "How the mail greets. Absent: the customer record's name, else the address before its @.",
    }),
    role: role.default("CUSTOMER").openapi({
      description:
        "Every employee may invite a `CUSTOMER`; an `ADMIN` also `EMPLOYEE` and `ADMIN`; only an `OWNER` an `OWNER`.",
    }),
    customerId: id.optional().openapi({
      description:
        "The customer record to sign in as. Absent: the one with this address that nobody signs in as yet, else a new one.",
    }),
    customer: z
      .strictObject({
        name: customerFields.name.optional(),
        phone: customerFields.phone.nullable().default(null),
        externalId: customerFields.externalId.nullable().default(null),
        address: plainText(500, { lines: true }).nullable().default(null),
        timeZone: timeZone.nullable().default(null),
        locale: locale.nullable().default(null),
      })
      .optional()
      .openapi({ description: "What a new record gets; unused where there is one with this address." }),
  })
  .refine((input) => input.role === "CUSTOMER" || !(input.customerId ?? input.customer), {
    path: ["role"],
    error: "must be CUSTOMER where a customer is named",
  })
  .refine((input) => !(input.customerId && input.customer), {
    path: ["customer"],
    error: "goes only without `customerId`",
  })
  .openapi("CreateInvitationInput");

const token = z.string().max(200).openapi({
  description: "What follows `#portal-invitation=` in the mail's link.",
  example:
    "0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b.0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1c.q8Zr1m3vX0o2c5tJ7kYw9aBdEfGhIlMnPsUvWxYz012",
});
const organization = slug.optional().openapi({
  description: "Where the link was opened. A link of another organization is refused as OTHER_ORGANIZATION.",
});

export const PreviewInvitationInput = z
  .strictObject({ token, organization })
  .openapi("PreviewInvitationInput");

export const InvitationPreview = z
  .object({
    organization: Organization,
    email: z.string(),
    name: z.string(),
    role,
    invitedBy: z.string().nullable().openapi({ description: "The name of whoever invites." }),
    expiresAt: instant,
    hasAccount: z.boolean().openapi({
      description: "Whether the address has an account here already: then accepting needs its session.",
    }),
  })
  .openapi("InvitationPreview");

export const AcceptInvitationInput = z
  .strictObject({
    token,
    organization,
    name: customerFields.name
      .optional()
      .openapi({ description: "The new account's; only without a session." }),
    password: newPassword.optional(),
  })
  .openapi("AcceptInvitationInput");
