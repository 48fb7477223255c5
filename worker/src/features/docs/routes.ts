import { Hono } from "hono";
import { html } from "hono/html";
import type { AppEnv } from "../../context.ts";

// The reference's own script builds its styles at run time; no other page of this origin allows that.
const referencePolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: https:; font-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'";

/** The pages for developers that come with every deployment. */
export const docsRoutes = new Hono<AppEnv>()
  .get("/docs/api", (c) => {
    c.header("Content-Security-Policy", referencePolicy);
    return c.html(
      html`<!doctype html>
        <html lang="en">
          <head>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <title>Portico API</title>
            <link rel="icon" href="data:," />
          </head>
          <body>
            <script
              id="api-reference"
              data-url="/openapi.json"
              data-configuration='{"withDefaultFonts":false,"telemetry":false}'
            ></script>
            <script src="/docs/api.js"></script>
          </body>
        </html>`,
    );
  })
  .get("/docs/errors", async (c) => {
    c.header(
      "Content-Security-Policy",
      "default-src 'none'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'",
    );
    // Generated from the table of errors.
    const page = await c.var.env.assets.fetch(new Request(new URL("/docs/errors", c.var.env.publicUrl)));
    return c.html(await page.text());
  });
