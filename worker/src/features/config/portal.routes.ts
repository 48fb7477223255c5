import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { PorticoError } from "../../errors.ts";
import { newRouter } from "../../router.ts";
import { slug } from "../../wire/common.ts";
import { Organization } from "../../wire/entities.ts";
import { json, problems } from "../../wire/problems.ts";
import { getPortalConfig } from "./config.queries.ts";

const PortalConfig = z
  .object({
    organization: Organization,
    features: z
      .object({ appointments: z.boolean(), tasks: z.boolean(), notes: z.boolean(), profile: z.boolean() })
      .openapi({ description: "Which rooms the portal shows." }),
  })
  .openapi("PortalConfig");

export const configRoutes = newRouter();

const route = createRoute({
  method: "get",
  path: "/portal/config",
  operationId: "getPortalConfig",
  tags: ["Public"],
  summary: "What a portal shows before anyone signs in",
  description: "Name, branding and registration mode; the same for everybody, cacheable for a minute.",
  request: { query: z.object({ organization: slug }) },
  responses: {
    200: json(PortalConfig, "The organization's public face."),
    ...problems("INVALID_REQUEST", "NOT_FOUND"),
  },
});
configRoutes.openapi(route, async (c) => {
  const config = await getPortalConfig(c.var.db, c.req.valid("query").organization);
  if (!config) throw new PorticoError("NOT_FOUND", { detail: "There is no organization with this slug." });
  c.set("organizationId", config.organizationId);
  return c.body(config.body, 200, {
    "Content-Type": "application/json",
    "Cache-Control": "public, max-age=60",
  }) as never;
});
