import * as z from "zod";
import type { EmailBinding } from "./binding.ts";
import type { HttpProvider } from "./http.ts";
import type { SmtpServer } from "./smtp.ts";

/** How this deployment sends mail, and from which address; with `none` it waits in the outbox. */
export type MailConfig = { from: string } & (
  | { provider: "none" }
  | { provider: "binding"; binding: EmailBinding }
  | { provider: "http"; http: HttpProvider }
  | { provider: "smtp"; smtp: SmtpServer }
);

const from = z.email();
const host = z.string().regex(/^[\w.-]+$/);
const secret = z.string().min(1);

const none = z
  .object({ MAIL_PROVIDER: z.literal("none") })
  .transform((): MailConfig => ({ provider: "none", from: "" }));

const binding = z
  .object({
    MAIL_PROVIDER: z.literal("binding"),
    MAIL_FROM: from,
    EMAIL: z.custom<EmailBinding>(Boolean),
  })
  .transform((v): MailConfig => ({ provider: "binding", from: v.MAIL_FROM, binding: v.EMAIL }));

const http = (development: boolean) =>
  z
    .object({
      MAIL_PROVIDER: z.literal("http"),
      MAIL_FROM: from,
      MAIL_HTTP_URL: z
        .url({ protocol: development ? /^https?$/ : /^https$/ })
        .default("https://api.resend.com/emails"),
      MAIL_HTTP_KEY: z.string().regex(/^[\x21-\x7e]+$/),
    })
    .transform((v): MailConfig => {
      return { provider: "http", from: v.MAIL_FROM, http: { url: v.MAIL_HTTP_URL, key: v.MAIL_HTTP_KEY } };
    });

const smtp = (development: boolean) =>
  z
    .object({
      MAIL_PROVIDER: z.literal("smtp"),
      MAIL_FROM: from,
      SMTP_HOST: host,
      SMTP_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
      SMTP_SECURITY: z
        .enum(development ? ["starttls", "tls", "none"] : ["starttls", "tls"])
        .default("starttls"),
      SMTP_USERNAME: secret.optional(),
      SMTP_PASSWORD: secret.optional(),
      PUBLIC_URL: z.url(),
    })
    .refine((v) => (v.SMTP_USERNAME === undefined) === (v.SMTP_PASSWORD === undefined), {
      path: ["SMTP_USERNAME with SMTP_PASSWORD"],
    })
    .transform((v): MailConfig => {
      const security = v.SMTP_SECURITY;
      const port = v.SMTP_PORT ?? (security === "tls" ? 465 : 587);
      const name = new URL(v.PUBLIC_URL).hostname;
      const credentials = { username: v.SMTP_USERNAME, password: v.SMTP_PASSWORD };
      return {
        provider: "smtp",
        from: v.MAIL_FROM,
        smtp: { host: v.SMTP_HOST, port, security, name, ...credentials },
      };
    });

/**
 * What each provider of mail needs. Locally mail stays in the outbox unless a provider is named, and nothing has to be
 * encrypted; a deployment has to name one.
 */
export const mailSchema = (development: boolean) =>
  z.preprocess(
    (bindings: Record<string, unknown>) => (development ? { MAIL_PROVIDER: "none", ...bindings } : bindings),
    z.discriminatedUnion("MAIL_PROVIDER", [none, binding, http(development), smtp(development)]),
  );
