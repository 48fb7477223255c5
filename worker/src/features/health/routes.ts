import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { PorticoError } from "../../errors.ts";
import { publicKeys } from "../../lib/access-token.ts";
import { newRouter } from "../../router.ts";
import { json, problems } from "../../wire/problems.ts";

export const healthRoutes = newRouter();
const Health = z.object({ status: z.literal("ok") }).openapi("Health");
const tags = ["Operations"];

healthRoutes.openapi(
  createRoute({
    method: "get",
    path: "/health",
    operationId: "getHealth",
    tags,
    summary: "Whether the Worker is alive",
    responses: { 200: json(Health, "It is."), ...problems() },
  }),
  (c) => c.json({ status: "ok" as const }, 200),
);

healthRoutes.openapi(
  createRoute({
    method: "get",
    path: "/health/ready",
    operationId: "getReadiness",
    tags,
    summary: "Whether the database answers",
    responses: { 200: json(Health, "It does."), ...problems() },
  }),
  async (c) => {
    await c.var.db.ping().catch(() => {
      throw new PorticoError("UNAVAILABLE", { retryAfter: 5, detail: "The database does not answer." });
    });
    return c.json({ status: "ok" as const }, 200);
  },
);

const Key = z.object({
  kty: z.string(),
  crv: z.string(),
  x: z.string(),
  y: z.string(),
  kid: z.string(),
  alg: z.string(),
  use: z.string(),
});
healthRoutes.openapi(
  createRoute({
    method: "get",
    path: "/.well-known/jwks.json",
    operationId: "getKeys",
    tags,
    summary: "The public keys of access tokens (RFC 7517)",
    responses: { 200: json(z.object({ keys: z.array(Key) }).openapi("KeySet"), "The keys."), ...problems() },
  }),
  (c) => {
    const keys = publicKeys(c.var.env.signingKeys as never);
    return c.json(keys as never, 200, {
      "Cache-Control": "public, max-age=300",
      "Access-Control-Allow-Origin": "*",
    });
  },
);
