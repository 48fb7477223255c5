// @portico/client: the portal's API, typed, with its session. Importing it does nothing.
export { createPortalClient } from "./create-client.ts";
export { isPortalError, PortalError } from "./errors.ts";
export type { PortalErrorCode, PortalErrorInit } from "./errors.ts";
export type * from "./types.ts";
