import type { PortalClient, PortalClientOptions } from "./types.ts";

/** Makes a client for one organization's portal. Does no work until a method is called. */
export function createPortalClient(options: PortalClientOptions): PortalClient {
  throw new Error(`not built yet: ${options.apiUrl}`);
}
