import * as z from "zod";
import type { Hyperdrive } from "./db/client.ts";
import type { EmailBinding } from "./mail/binding.ts";
import { mailSchema, type MailConfig } from "./mail/config.ts";
import type { MailQueue } from "./mail/hand-over.ts";

/** What wrangler.toml binds, before anything is checked. */
export interface Bindings {
  HYPERDRIVE: Hyperdrive;
  ASSETS: { fetch(request: Request): Promise<Response> };
  AUTH_RATE_LIMIT: { limit(options: { key: string }): Promise<{ success: boolean }> };
  /** `[[send_email]]`, with MAIL_PROVIDER=binding. */
  EMAIL?: EmailBinding;
  /** A queue whose consumer is this Worker; without one, a request's own afterlife sends its mail. */
  MAIL_QUEUE?: MailQueue;
  [name: string]: unknown;
}

const signingKey = z.looseObject({
  kty: z.literal("EC"),
  crv: z.literal("P-256"),
  kid: z.string().min(1),
  x: z.string(),
  y: z.string(),
  d: z.string(),
});

/** An ES256 private key as a JWK. */
export type SigningKey = z.infer<typeof signingKey>;

const schema = z.object({
  ENVIRONMENT: z.enum(["development", "production"]).default("production"),
  /** Where this deployment is reached; links and the own origin come from here, never from a Host header. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).transform((url) => new URL(url)),
  SIGNING_KEYS: z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue({ code: "custom", message: "is not JSON" });
        return z.NEVER;
      }
    })
    .pipe(z.object({ keys: z.array(signingKey).min(1) }))
    .transform((value) => value.keys),
  /** Derives refresh tokens and hashes codes: 32 random bytes or more, base64url. */
  SESSION_SECRET: z.string().regex(/^[\w-]{43,}$/),
  /** Whether strangers may make organizations on this deployment. */
  ORGANIZATION_REGISTRATION: z.enum(["open", "off"]).default("open"),
});

/** The environment, checked: what the rest of the Worker sees. */
export interface Env {
  development: boolean;
  publicUrl: URL;
  signingKeys: SigningKey[];
  sessionSecret: string;
  organizationRegistration: boolean;
  mail: MailConfig;
  mailQueue: MailQueue | undefined;
  hyperdrive: Hyperdrive;
  assets: Bindings["ASSETS"];
  authRateLimit: Bindings["AUTH_RATE_LIMIT"];
}

const parsed = new WeakMap<Bindings, Env>();

/** Parses the bindings once an isolate. Throws with the names of what is missing or wrong, never a value. */
export function parseEnv(bindings: Bindings): Env {
  const known = parsed.get(bindings);
  if (known) return known;
  const result = schema.safeParse(bindings);
  const mail = mailSchema(bindings.ENVIRONMENT === "development").safeParse(bindings);
  const missing = ["HYPERDRIVE", "ASSETS", "AUTH_RATE_LIMIT"].filter((name) => !bindings[name]);
  for (const { error } of [result, mail])
    missing.push(...(error?.issues ?? []).map((issue) => String(issue.path[0])));
  if (!result.success || !mail.success || missing.length > 0) {
    throw new Error(`Configuration: missing or invalid: ${[...new Set(missing)].join(", ")}`);
  }
  const env: Env = {
    development: result.data.ENVIRONMENT === "development",
    publicUrl: result.data.PUBLIC_URL,
    signingKeys: result.data.SIGNING_KEYS,
    sessionSecret: result.data.SESSION_SECRET,
    organizationRegistration: result.data.ORGANIZATION_REGISTRATION === "open",
    mail: mail.data,
    mailQueue: bindings.MAIL_QUEUE,
    hyperdrive: bindings.HYPERDRIVE,
    assets: bindings.ASSETS,
    authRateLimit: bindings.AUTH_RATE_LIMIT,
  };
  parsed.set(bindings, env);
  return env;
}
