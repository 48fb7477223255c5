import { jsonText, pageValues, readAsEmployee } from "../../access.ts";
import { upsertAsEmployee } from "../../batch.ts";
import { changeAsEmployee, changeResponse, createAsEmployee, ifMatch, itemResponse } from "../../changes.ts";
import { newRouter } from "../../router.ts";
import { externalId, oneOrMore, plainText } from "../../wire/common.ts";
import { accountStates, CustomerRecord } from "../../wire/entities.ts";
import { recordOperations } from "../../wire/records.ts";
import { CreateCustomerInput, UpdateCustomerInput, UpsertCustomerRow } from "./customers.schemas.ts";
import {
  createCustomer,
  customerBatch,
  deleteCustomer,
  findCustomer,
  getCustomer,
  listCustomers,
  updateCustomer,
} from "./dashboard.queries.ts";

/** The organization's customers, for employees. */
export const customerRoutes = newRouter();
const customers = recordOperations({
  path: "/dashboard/customers",
  tag: "Dashboard: customers",
  record: CustomerRecord,
  page: "CustomerRecordPage",
});

const listRoute = customers.list(
  {
    operationId: "listCustomers",
    summary: "The organization's customers",
    description: "By name, without regard to case and accents.",
  },
  {
    externalId: externalId.optional().openapi({
      description: "Only the one that has this external id; other filters do not count then.",
    }),
    q: plainText(100, { min: 0 }).optional().openapi({
      description:
        "Whom it finds: each word begins a word of the name, the address, the telephone number or the external id, without regard to case and accents; a number in any way of writing it. The first eight words count.",
      example: "ada okaf",
    }),
    account: oneOrMore(
      accountStates,
      "Only those whose account is so: in use, invited to, with an invitation that has expired, none, or shut. A page may then have fewer than `limit` items and still not be the last: `nextCursor` says.",
    ),
  },
);
customerRoutes.openapi(listRoute, async (c) => {
  const { q, account, ...query } = c.req.valid("query");
  const { externalId } = query;
  if (externalId !== undefined)
    return jsonText(c, await readAsEmployee(c, findCustomer, { externalId })) as never;
  const list = listCustomers[q ? "found" : account ? "some" : "all"];
  const values = { ...pageValues(query, "name"), q, account: account?.join(",") ?? null };
  return jsonText(c, await readAsEmployee(c, list, values)) as never;
});

const getRoute = customers.get({ operationId: "getCustomer", summary: "One customer" });
customerRoutes.openapi(
  getRoute,
  async (c) => itemResponse(c, await readAsEmployee(c, getCustomer, c.req.valid("param"))) as never,
);

const createCustomerRoute = customers.create(
  {
    operationId: "createCustomer",
    summary: "Add a customer",
    description: "A record that nobody signs in as yet; an invitation changes that.",
    fails: ["CONFLICT"],
  },
  CreateCustomerInput,
);
customerRoutes.openapi(
  createCustomerRoute,
  async (c) =>
    (await createAsEmployee(c, { action: "createCustomer" }, (db, me) =>
      createCustomer(db, me, c.req.valid("json")),
    )) as never,
);

const updateRoute = customers.update(
  {
    operationId: "updateCustomer",
    summary: "Change a customer",
    description:
      "The address here is where the organization writes to; the one that signs in stays what its owner has proven.",
    fails: ["CONFLICT"],
  },
  UpdateCustomerInput,
);
customerRoutes.openapi(updateRoute, async (c) => {
  const { id } = c.req.valid("param");
  const change = await changeAsEmployee(c, { action: "updateCustomer" }, (db, me) =>
    updateCustomer(db, me, id, c.req.valid("json"), ifMatch(c)),
  );
  return changeResponse(c, change) as never;
});

const deleteRoute = customers.delete({
  operationId: "deleteCustomer",
  summary: "Delete a customer",
  description:
    "With every appointment, task, note and invitation of it, and with the account that signs in as it; an employee's account stays, without the customer.",
});
customerRoutes.openapi(deleteRoute, async (c) => {
  const { id } = c.req.valid("param");
  await changeAsEmployee(c, { action: "deleteCustomer" }, (db, me) => deleteCustomer(db, me, id, ifMatch(c)));
  return c.body(null, 204);
});

const batchRoute = customers.batch(
  {
    operationId: "upsertCustomers",
    summary: "Make, change and delete many customers",
    description:
      "A row that fails fails alone, and the answer is 200. A second row about one record fails. At most 4 MiB.",
  },
  UpsertCustomerRow,
);
customerRoutes.openapi(batchRoute, async (c) => {
  const batch = { action: "upsertCustomers", spec: customerBatch, create: CreateCustomerInput };
  return (await upsertAsEmployee(c, batch, c.req.valid("json"))) as never;
});
