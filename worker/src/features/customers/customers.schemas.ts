import * as z from "zod";
import { email, externalId, locale, phone, plainText, timeZone } from "../../wire/common.ts";
import { rowNames } from "../../wire/batch.ts";

const fields = {
  name: plainText(200).openapi({ example: "Ada Okafor" }),
  externalId: externalId.nullable(),
  email: email.nullable().openapi({ type: ["string", "null"] }),
  phone: phone.nullable(),
  address: plainText(500, { lines: true }).nullable().openapi({ example: "Long Street 12\n10115 Berlin" }),
  timeZone: timeZone.nullable(),
  locale: locale.nullable(),
};

export const CreateCustomerInput = z
  .strictObject({
    name: fields.name,
    externalId: fields.externalId.default(null),
    email: fields.email.default(null),
    phone: fields.phone.default(null),
    address: fields.address.default(null),
    timeZone: fields.timeZone.default(null),
    locale: fields.locale.default(null),
  })
  .openapi("CreateCustomerInput", {
    example: { name: "Ada Okafor", email: "ada@northwind.example", externalId: "K-1042" },
  });

export const UpsertCustomerRow = z
  .strictObject({ ...fields, ...rowNames })
  .partial()
  .openapi("UpsertCustomerRow", {
    description: "What is absent stays, or is as for a new customer (RFC 7396).",
    example: { externalId: "K-1042", name: "Ada Okafor", email: "ada@northwind.example" },
  });

export const UpdateCustomerInput = z
  .strictObject({
    ...fields,
    account: z
      .strictObject({
        disabled: z
          .boolean()
          .openapi({ description: "Shuts or opens signing in; shutting ends every session." }),
      })
      .openapi({ description: "Who signs in as this customer, unless it is an employee." }),
  })
  .partial()
  .openapi("UpdateCustomerInput", {
    description: "What is absent stays; null empties a field (RFC 7396).",
    example: { phone: "+49 30 1234567", account: { disabled: true } },
  });
