import type { AppContext } from "./context.ts";

/** Serves the document that the build has generated, with this deployment's address. */
export async function serveOpenApi(c: AppContext): Promise<Response> {
  const { assets, publicUrl } = c.var.env;
  const document = await (await assets.fetch(new Request(new URL("/openapi.json", publicUrl)))).json();
  const headers = { "Access-Control-Allow-Origin": "*", "Cache-Control": "public, max-age=300" };
  return c.json({ ...(document as object), servers: [{ url: publicUrl.origin }] }, 200, headers);
}

/**
 * How operations name what they are asked with.
 * @public scripts/generate-openapi.mjs
 */
export const securitySchemes = {
  accessToken: { type: "http", scheme: "bearer", bearerFormat: "JWT" },
  secretKey: {
    type: "http",
    scheme: "bearer",
    bearerFormat: "sk_…",
    description:
      "A secret key of the organization's, on a server only; each operation names the scope that the key needs.",
  },
} as const;

/**
 * The head of `openapi.json`; the operations come from the routes.
 * @public scripts/generate-openapi.mjs
 */
export const openApiDocument = (url: string) => ({
  openapi: "3.1.0",
  info: {
    title: "Portico",
    version: "1.0.0",
    license: { name: "MIT", identifier: "MIT" },
    description:
      "The customer portal's API. Times are UTC (RFC 3339); lists are paged by cursors; errors are problem documents (RFC 9457) whose `code` is stable.",
  },
  servers: [{ url }],
  tags: [
    { name: "Public", description: "What everybody may see." },
    {
      name: "Sessions",
      description: "Registering, signing in and out. The refresh token is an HttpOnly, partitioned cookie.",
    },
    { name: "Invitations", description: "What the link of an invitation leads to." },
    {
      name: "Account",
      description: "A forgotten password, another password or address, and where one is signed in.",
    },
    { name: "Overview", description: "All that matters now, in one request." },
    { name: "Profile", description: "Who is signed in." },
    { name: "Appointments", description: "The customer's appointments." },
    { name: "Tasks", description: "What is asked of the customer." },
    { name: "Notes", description: "What the customer was told." },
    { name: "Employee sessions", description: "Signing in and out at the dashboard." },
    { name: "Dashboard: home", description: "What matters today." },
    { name: "Dashboard: me", description: "Which employee is signed in." },
    {
      name: "Dashboard: organization",
      description: "Its settings; for administrators, deleting for owners.",
    },
    { name: "Dashboard: employees", description: "Who works here, in which role." },
    {
      name: "Dashboard: customers",
      description: "Everybody the organization serves, found by any of their words.",
    },
    { name: "Dashboard: appointments", description: "Every customer's appointments." },
    { name: "Dashboard: tasks", description: "What is asked of every customer." },
    { name: "Dashboard: notes", description: "What every customer was told, and what only employees know." },
    { name: "Dashboard: audit log", description: "Who changed what, when and from where." },
    {
      name: "Dashboard: changes",
      description: "What has changed since, for systems that keep a copy.",
    },
    { name: "Dashboard: secret keys", description: "Keys for the organization's own systems." },
    { name: "Operations", description: "For whoever runs the deployment." },
  ],
});
