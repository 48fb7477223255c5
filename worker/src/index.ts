import { createApp } from "./app.ts";
import type { MailKey } from "./db/client.ts";
import { parseEnv, type Bindings, type Env } from "./env.ts";
import { deliverQueued, runJobs } from "./jobs.ts";

const apps = new WeakMap<Env, ReturnType<typeof createApp>>();

/** One app an environment; it holds configuration only, nothing of a request. */
function appOf(env: Env) {
  let app = apps.get(env);
  if (!app) apps.set(env, (app = createApp(env)));
  return app;
}

export default {
  fetch(request: Request, bindings: Bindings, context: unknown): Response | Promise<Response> {
    let env: Env;
    try {
      env = parseEnv(bindings);
    } catch (error) {
      // Fails closed; the log names what is missing, the answer does not.
      console.error(error instanceof Error ? error.message : "Configuration failed");
      return new Response("Not configured", { status: 503 });
    }
    return appOf(env).fetch(request, bindings, context as never);
  },
  /** Every minute, by the trigger in wrangler.toml. */
  scheduled: (_event: unknown, bindings: Bindings) => runJobs(parseEnv(bindings)),
  /** Mails that requests have put, where a queue is bound. */
  queue: (batch: { messages: readonly { body: MailKey }[] }, bindings: Bindings) =>
    deliverQueued(
      parseEnv(bindings),
      batch.messages.map(({ body }) => body),
    ),
};
