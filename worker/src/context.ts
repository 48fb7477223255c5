import type { Context } from "hono";
import type { Database } from "./db/client.ts";
import type { Env } from "./env.ts";

/** Who a verified access token, or a key, says is calling; the row of the session or the key decides whether it is so. */
export interface Actor {
  organizationId: string;
  /** The session, or the key. */
  sessionId: string;
  /** Of a key's secret. */
  secretHash?: string;
  /** The user, or again the key. */
  userId: string;
  audience: "portal" | "dashboard";
  /** The customer as whom an employee looks at the portal. */
  previewed: string | null;
}

/** What a request knows. Nothing of it outlives the request. */
export interface Variables {
  env: Env;
  requestId: string;
  db: Database;
  /** The caller's origin where it is not the deployment's own, else null. */
  foreignOrigin: string | null;
  actor: Actor | undefined;
  /** What a key must be good for, where that is not the operation's one scope: several, separated by commas. */
  scope: string | undefined;
  /** The organization that the request turned out to be about; decides CORS. */
  organizationId: string | undefined;
  /** Whether that organization allows `foreignOrigin`, once a statement has told. */
  originAllowed: boolean | undefined;
}

/** The Hono environment of every route. */
export interface AppEnv {
  Variables: Variables;
}

/** The Hono context of every handler. */
export type AppContext = Context<AppEnv>;
