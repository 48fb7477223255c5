import type { Http } from "../http.ts";
import type { CallOptions, PortalConfig } from "../types.ts";

/** What is known without a session. */
export function config(http: Http, organization: () => string | undefined) {
  return {
    getPortalConfig: (options: CallOptions = {}) =>
      http<PortalConfig>({
        path: "/portal/config",
        query: { organization: organization() },
        signal: options.signal,
      }),
  };
}
