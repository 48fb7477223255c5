import { Hono } from "hono";
import { html, raw } from "hono/html";
import type { AppEnv } from "../../context.ts";
import { outboxStyle } from "./outbox.style.ts";

interface Row {
  to_address: string;
  kind: string;
  locale: string;
  subject: string;
  text_body: string;
  html_body: string;
  created_at: Date;
}

/** `/dev/outbox`: the mail of a local deployment as its receivers would see it. Mounted in development only. */
export const outboxRoutes = new Hono<AppEnv>().get("/dev/outbox", async (c) => {
  const rows = await c.var.db.lookUp<Row>("read_development_outbox");
  c.header("Vary", "Sec-Fetch-Mode");
  if (c.req.header("Sec-Fetch-Mode") !== "navigate") {
    return c.json({
      items: rows.map((row) => ({
        to: row.to_address,
        kind: row.kind,
        locale: row.locale,
        subject: row.subject,
        text: row.text_body,
        html: row.html_body,
        createdAt: new Date(row.created_at).toISOString(),
      })),
    });
  }
  // No script runs here, neither in the page nor in the mails.
  c.header(
    "Content-Security-Policy",
    "default-src 'none'; style-src 'unsafe-inline'; img-src https: data:; frame-src 'self'; frame-ancestors 'none'",
  );
  const { provider } = c.var.env.mail;
  return c.html(
    html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <title>Local mail · Portico</title>
          <link rel="icon" href="data:," />
          <style>
            ${raw(outboxStyle)}
          </style>
        </head>
        <body>
          <h1>Local mail</h1>
          <p class="lead">
            ${provider === "none" ? "Nothing here has left this machine." : `Sent by ${provider} as well.`}
            Newest first; reload to see more.
          </p>
          ${rows.length === 0 ? html`<p>No mail yet. Register on the example site to see the first one.</p>` : ""}
          ${rows.map(mail)}
        </body>
      </html>`,
  );
});

/**
 * A mail in a frame without scripts or origin of its own, as a mail program would show it; its links open beside. A
 * hidden copy in the same place is what gives the frame its height: a frame cannot take its own from what is in it.
 */
const mail = (row: Row) =>
  html`<article>
    <header>
      <h2>${row.subject}</h2>
      <p>To ${row.to_address}</p>
      <p>
        <span class="pill">${row.kind}</span> <span class="pill">${row.locale}</span>
        <time>${new Date(row.created_at).toISOString().slice(0, 19).replace("T", " ")}</time>
      </p>
    </header>
    <div class="mail">
      <div class="copy" aria-hidden="true" inert>
        <template shadowrootmode="closed">${raw(row.html_body)}</template>
      </div>
      <iframe
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        title="${row.subject}"
        srcdoc="${row.html_body.replace("<head>", '<head><base target="_blank">')}"
      ></iframe>
    </div>
    <details>
      <summary>As text</summary>
      <pre>${row.text_body}</pre>
    </details>
  </article>`;
