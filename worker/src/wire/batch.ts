import * as z from "zod";
import { externalId, id } from "./common.ts";

/** How a row of a batch names its record. */
export const rowNames = {
  id: id.optional().openapi({ description: "The record, which must exist." }),
  externalId: externalId.nullable().optional().openapi({
    description:
      "Without `id`: the record that has it, or else a new one. With `id`: what the record is to have; null takes it away.",
  }),
  deleted: z.boolean().optional().openapi({
    description: "The record is to be gone; what else the row says does not count.",
  }),
};

/** How a row names the customer whose its record is. */
export const rowCustomer = {
  customerId: id.optional().openapi({
    description:
      "Whose it is; needed for a new record, unless `customerExternalId` says it, and the same for ever.",
  }),
  customerExternalId: externalId
    .optional()
    .openapi({ description: "The same, by the customer's external id." }),
};

/** Documented as a row, takes anything, and becomes the row or what is wrong with it: it must not stop the others. */
function lenient<Row extends z.ZodType>(row: Row) {
  const schema = row.readonly() as unknown as z.ZodType<z.ZodSafeParseResult<z.output<Row>>, z.input<Row>>;
  // What the description asks, whether it may be null, is asked of the row.
  schema.safeParse = row.safeParse as unknown as typeof schema.safeParse;
  schema._zod.run = (payload) => {
    payload.value = row.safeParse(payload.value);
    return payload;
  };
  return schema;
}

/** The body of a batch. */
export const batchOf = <Row extends z.ZodType>(row: Row) =>
  z.strictObject({
    items: z.array(lenient(row)).min(1).max(500).openapi({ description: "1 to 500 rows." }),
    dryRun: z.boolean().default(false).openapi({
      description: "Answer what would be, and change nothing.",
    }),
  });

const count = z.number().int();

export const BatchResult = z
  .object({
    results: z
      .array(
        z.object({
          index: count.openapi({ description: "The row's place in the batch, from 0." }),
          status: z.enum(["CREATED", "UPDATED", "UNCHANGED", "DELETED", "FAILED"]),
          id: id.nullable().openapi({ description: "The record's; null where there is none." }),
          externalId: z.string().nullable(),
          etag: z
            .string()
            .nullable()
            .openapi({ description: "The record's state; null where it is not known." }),
          errors: z
            .array(z.object({ path: z.string(), message: z.string() }))
            .optional()
            .openapi({ description: "With FAILED: each field that is wrong." }),
        }),
      )
      .openapi({ description: "One for each row, in order." }),
    counts: z.object({ created: count, updated: count, unchanged: count, deleted: count, failed: count }),
  })
  .openapi("BatchResult");
