import { Hono } from "hono";
import { html } from "hono/html";
import type { AppEnv } from "../../context.ts";

interface Row {
  to_address: string;
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
        subject: row.subject,
        text: row.text_body,
        html: row.html_body,
        createdAt: new Date(row.created_at).toISOString(),
      })),
    });
  }
  // Each mail in a frame without scripts or origin of its own, as a mail program would show it.
  c.header(
    "Content-Security-Policy",
    "default-src 'none'; style-src 'unsafe-inline'; img-src https: data:; frame-src 'self'; frame-ancestors 'none'",
  );
  return c.html(
    html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width" />
          <title>Local mail · Portico</title>
          <style>
            body {
              margin: 0 auto;
              max-width: 44rem;
              padding: 2rem 1rem;
              font:
                15px/1.5 system-ui,
                sans-serif;
              color: #1c1f1e;
              background: #f6f6f3;
            }
            h1 {
              font-size: 1.6rem;
              margin: 0;
            }
            .lead {
              color: #5a625f;
              margin: 0 0 2rem;
            }
            article {
              background: #fff;
              border: 1px solid #e4e6e2;
              border-radius: 14px;
              margin: 0 0 1.25rem;
              overflow: hidden;
            }
            header {
              padding: 1rem 1.25rem;
              border-bottom: 1px solid #e4e6e2;
            }
            h2 {
              font-size: 1.05rem;
              margin: 0;
            }
            header p {
              margin: 0;
              color: #5a625f;
              font-size: 0.85rem;
            }
            iframe {
              display: block;
              width: 100%;
              height: 26rem;
              border: 0;
            }
          </style>
        </head>
        <body>
          <h1>Local mail</h1>
          <p class="lead">Nothing here has left this machine. Newest first; reload to see more.</p>
          ${rows.length === 0 ? html`<p>No mail yet. Register on the example site to see the first one.</p>` : ""}
          ${rows.map(
            (row) =>
              html`<article>
                <header>
                  <h2>${row.subject}</h2>
                  <p>To ${row.to_address} · ${new Date(row.created_at).toISOString()}</p>
                </header>
                <iframe sandbox title="${row.subject}" srcdoc="${row.html_body}"></iframe>
              </article>`,
          )}
        </body>
      </html>`,
  );
});
