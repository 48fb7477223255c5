import { addResources } from "./resources.ts";
import { createSessionClient } from "./session-client.ts";
import type { EmployeeClient, EmployeeClientOptions, PortalClient, PortalClientOptions } from "./types.ts";

/**
 * Makes a client for one organization's portal, or with `audience: "dashboard"` for its employees' accounts. It does
 * no work until a method is called, so it may be made while a page is rendered on a server.
 */
export function createPortalClient(options: EmployeeClientOptions): EmployeeClient;
export function createPortalClient(options: PortalClientOptions): PortalClient;
export function createPortalClient(
  options: PortalClientOptions | EmployeeClientOptions,
): PortalClient | EmployeeClient {
  // Which of the two it is, the overloads have said.
  return addResources(createSessionClient(options as PortalClientOptions));
}
