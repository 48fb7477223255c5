import { addResources } from "./resources.ts";
import { createSessionClient } from "./session-client.ts";
import type { PortalClient, PortalClientOptions } from "./types.ts";

/**
 * Makes a client for one organization's portal. It does no work until a method is called, so it may be
 * made while a page is rendered on a server.
 */
export const createPortalClient = (options: PortalClientOptions): PortalClient =>
  addResources(createSessionClient(options));
