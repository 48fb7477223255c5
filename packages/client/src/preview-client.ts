import { createHttp } from "./http.ts";
import { addResources } from "./resources.ts";
import { assemble } from "./session-client.ts";
import type { SessionClient } from "./session-client.ts";
import { previewSession } from "./session/preview.ts";
import type { Preview } from "./session/preview.ts";
import { cookieTransport } from "./session/transport.ts";
import type { PortalClient } from "./types.ts";

/**
 * The portal as one customer sees it, from what `previewPortal` answered: it reads what they read, and the server
 * refuses every change (`READ_ONLY`). It is signed out after `expiresIn` seconds, and nothing renews it.
 */
export function createPreviewClient(apiUrl: string, preview: Preview): PortalClient {
  const http = createHttp({ apiUrl });
  const { slug } = preview.organization;
  const parts = { http, session: previewSession(preview), transport: cookieTransport(http), bound: slug };
  return addResources(assemble(apiUrl, "portal", parts) as SessionClient);
}
