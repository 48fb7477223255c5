import type { Begun } from "./begin.ts";
import type { loadView, views } from "./views.ts";

/**
 * What the CDN entry knows. It shares no module with the rest, being at two addresses, its version's and the evergreen:
 * hence the symbol. From npm there is none.
 */
export interface Deployment {
  readonly version: string;
  /** Where it came from, which is where the API is unless an element says otherwise. */
  readonly origin: string;
  readonly views: typeof views;
  readonly loadView: typeof loadView;
  /** Requests that are under way already, by the client they are for and their address; undefined once answered. */
  readonly begun: Map<string, Begun | undefined>;
}

/** What the page's first CDN entry knows. */
export const deployment = (): Deployment | undefined =>
  (globalThis as { [key: symbol]: Deployment | undefined })[Symbol.for("portico")];
