import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { newRouter } from "../../router.ts";
import { body, json, problems } from "../../wire/problems.ts";
import { embedElements, embedStatus } from "./embed.page.ts";
import { checkEmbed } from "./embed.service.ts";
import { pageUrl } from "./organizations.schemas.ts";

/** Whether a website shows the portal. */
export const embedRoutes = newRouter();

const EmbedCheck = z
  .object({
    url: z.string().openapi({ example: "https://www.northwind.example/portal" }),
    status: z.enum(embedStatus).openapi({
      description:
        "`FOUND`: the page loads this deployment's script, and has an element of this organization. `BLOCKED_BY_CSP`: the page's own Content-Security-Policy keeps the script from loading or from reaching the API. `UNREACHABLE`: no answer in five seconds, none that is a success, or a redirect to where the portal may not be embedded.",
    }),
    httpStatus: z
      .number()
      .int()
      .nullable()
      .openapi({ description: "The page's own; null where no answer came.", example: 200 }),
    hasScript: z.boolean(),
    elements: z.array(z.enum(embedElements)).openapi({ description: "Those with this organization's slug." }),
  })
  .openapi("EmbedCheck");

const CheckEmbedInput = z.strictObject({ url: pageUrl }).openapi("CheckEmbedInput");

const route = createRoute({
  method: "post",
  path: "/dashboard/organization/embed-check",
  operationId: "checkEmbed",
  tags: ["Dashboard: organization"],
  security: [{ accessToken: [] }],
  summary: "Look whether a page shows the portal",
  description:
    "For administrators and owners. Fetches the page, on one of the organization's allowed origins, and looks for the embed in its HTML; what a page adds by script later is not seen. The last page where it was found is kept in the organization. Twenty times in ten minutes.",
  request: body(CheckEmbedInput),
  responses: {
    200: json(EmbedCheck, "What was found."),
    ...problems(
      "INVALID_REQUEST",
      "UNAUTHENTICATED",
      "ORIGIN_NOT_ALLOWED",
      "FORBIDDEN",
      "PAYLOAD_TOO_LARGE",
      "UNSUPPORTED_MEDIA_TYPE",
      "RATE_LIMITED",
    ),
  },
});
embedRoutes.openapi(route, async (c) => c.json(await checkEmbed(c, c.req.valid("json").url), 200));
