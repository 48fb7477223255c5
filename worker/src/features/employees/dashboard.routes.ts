import { jsonText, pageValues, readAsEmployee } from "../../access.ts";
import { changeAsEmployee, changeResponse, ifMatch, itemResponse } from "../../changes.ts";
import { newRouter } from "../../router.ts";
import { flag } from "../../wire/common.ts";
import { Employee } from "../../wire/entities.ts";
import { recordOperations } from "../../wire/records.ts";
import { getEmployee, listEmployees, updateEmployee } from "./dashboard.queries.ts";
import { UpdateEmployeeInput } from "./employees.schemas.ts";

/** The organization's employees, for each other. Invitations make them; none is deleted, as records name them. */
export const employeeRoutes = newRouter();
const employees = recordOperations({
  path: "/dashboard/employees",
  tag: "Dashboard: employees",
  record: Employee,
  page: "EmployeePage",
});

const listRoute = employees.list(
  { operationId: "listEmployees", summary: "The organization's employees", description: "By name." },
  { disabled: flag.openapi({ description: "Only those who cannot sign in, or only those who can." }) },
);
employeeRoutes.openapi(listRoute, async (c) => {
  const { disabled = null, ...query } = c.req.valid("query");
  const values = { ...pageValues(query, "name"), disabled };
  return jsonText(c, await readAsEmployee(c, listEmployees, values)) as never;
});

const getRoute = employees.get({ operationId: "getEmployee", summary: "One employee" });
employeeRoutes.openapi(
  getRoute,
  async (c) => itemResponse(c, await readAsEmployee(c, getEmployee, c.req.valid("param"))) as never,
);

const updateRoute = employees.update(
  {
    operationId: "updateEmployee",
    summary: "Change an employee",
    description:
      "For administrators and owners; only owners change owners and make new ones. A new role counts from the next request on, shutting the account ends its sessions. The last owner who can sign in stays one. Employees are invited, and shut rather than deleted: appointments and notes keep naming them.",
    fails: ["LAST_OWNER"],
  },
  UpdateEmployeeInput,
);
employeeRoutes.openapi(updateRoute, async (c) => {
  const { id } = c.req.valid("param");
  const change = await changeAsEmployee(c, { action: "updateEmployee", least: "ADMIN" }, (db, me) =>
    updateEmployee(db, me, id, c.req.valid("json"), ifMatch(c)),
  );
  return changeResponse(c, change) as never;
});
