import { sendByBinding } from "./binding.ts";
import type { MailConfig } from "./config.ts";
import { sendByHttp } from "./http.ts";
import type { SendMail } from "./message.ts";

/** The adapter of the configured provider; null where mail stays. */
export function sendMailOf(config: MailConfig): SendMail | null {
  if (config.provider === "binding") return sendByBinding(config.binding);
  if (config.provider === "http") return sendByHttp(config.http);
  if (config.provider === "none") return null;
  const { smtp } = config;
  // Loaded when first used: it needs `cloudflare:sockets`, which nothing but workerd has.
  return async (message) => (await import("./smtp.ts")).sendBySmtp(smtp)(message);
}
