import type { Http } from "../http.ts";
import type { CallOptions, Dashboard } from "../types.ts";

/** The overview. */
export function dashboard(call: Http) {
  return {
    getDashboard: (options: CallOptions = {}) =>
      call<Dashboard>({ path: "/portal/dashboard", signal: options.signal }),
  };
}
