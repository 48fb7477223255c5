// @portico/client/core: as much as a sign-in form needs; @portico/client/resources adds the rest.
export { isPortalError, PortalError } from "./errors.ts";
export { createSessionClient } from "./session-client.ts";
export type { EmployeeSessionClient, SessionClient } from "./session-client.ts";
