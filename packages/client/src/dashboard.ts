// @portico/client/dashboard: the organization's side, for whoever is signed in as an employee.
import { authorized } from "./authorized.ts";
import { dashboardApi } from "./dashboard/api.ts";
import type { DashboardApi } from "./dashboard/api.ts";
import { partsOf } from "./session-client.ts";
import type { EmployeeSessionClient } from "./session-client.ts";

export { dashboardApi } from "./dashboard/api.ts";
export type {
  DashboardAnswer,
  DashboardApi,
  DashboardCallOptions,
  DashboardOperation,
} from "./dashboard/api.ts";
export { createHttp, etagOf } from "./http.ts";
export type { Http, HttpRequest } from "./http.ts";
export { createPreviewClient } from "./preview-client.ts";
export type { Preview } from "./session/preview.ts";
export type * from "./dashboard/types.ts";

/** The organization's side, on behalf of the employee who is signed in with the client. */
export function dashboardOf(client: EmployeeSessionClient): DashboardApi {
  const parts = partsOf(client);
  if (!parts)
    throw new TypeError("dashboardOf() takes what createSessionClient() or createPortalClient() made");
  const { http, session, transport } = parts;
  return dashboardApi(authorized(http, client.apiUrl, session, transport));
}
