import { Hono } from "hono";
import { html } from "hono/html";
import type { AppEnv } from "../../context.ts";
import { errors } from "../../errors.ts";

// The reference's own script builds its styles at run time; no other page of this origin allows that.
const referencePolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: https:; font-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'";

const head = (title: string) =>
  html`<meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title}</title>
    <link rel="icon" href="data:," />`;

/** The pages for developers that come with every deployment. */
export const docsRoutes = new Hono<AppEnv>()
  .get("/docs/api", (c) => {
    c.header("Content-Security-Policy", referencePolicy);
    return c.html(
      html`<!doctype html>
        <html lang="en">
          <head>
            ${head("Portico API")}
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
  .get("/docs/errors", (c) => {
    c.header(
      "Content-Security-Policy",
      "default-src 'none'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'",
    );
    return c.html(
      html`<!doctype html>
        <html lang="en">
          <head>
            ${head("Errors · Portico API")}
            <link rel="stylesheet" href="/docs/docs.css" />
          </head>
          <body>
            <main>
              <h1>Errors</h1>
              <p>
                Every error is a problem document (RFC 9457). Its <code>code</code> is stable: branch on it,
                and on nothing else.
              </p>
              ${Object.entries(errors).map(
                ([code, { status, title, retryable, help }]) =>
                  html`<section id="${code}">
                    <h2><a href="#${code}">${code}</a></h2>
                    <p>
                      <strong>${status}</strong> ·
                      ${title}${retryable ? " · the same request may succeed later" : ""}
                    </p>
                    <p>${help}</p>
                  </section>`,
              )}
            </main>
          </body>
        </html>`,
    );
  });
