import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { tenantOf } from "../../access.ts";
import { changeAsEmployee } from "../../changes.ts";
import type { AppContext } from "../../context.ts";
import { PorticoError } from "../../errors.ts";
import { accessTokenSeconds, signAccessToken } from "../../lib/access-token.ts";
import { newRouter } from "../../router.ts";
import { idParam } from "../../wire/common.ts";
import { Customer, Session, User } from "../../wire/entities.ts";
import { changeProblems, json, problems } from "../../wire/problems.ts";
import { findPreviewed, type Previewed } from "./preview.queries.ts";

/** The portal as one customer sees it, for employees. */
export const previewRoutes = newRouter();

const Preview = z
  .object({
    ...Session.shape,
    expiresIn: Session.shape.expiresIn.openapi({
      description: "Seconds until the token expires; there is no refreshing, but another preview.",
    }),
    user: z.union([User, z.null()]).openapi({
      description: "Who signs in as the customer; null where nobody does but perhaps an employee.",
    }),
    customer: Customer,
  })
  .openapi("Preview");

const route = createRoute({
  method: "post",
  path: "/dashboard/customers/{id}/preview",
  operationId: "previewPortal",
  tags: ["Dashboard: customers"],
  security: [{ accessToken: [] }],
  summary: "See what a customer sees",
  description:
    "Answers an access token for reading the portal as this customer: no account is needed for it. Every change with it is READ_ONLY. It hangs on the employee's own session, ends with it and after five minutes at the latest, and is in the audit log.",
  request: { params: idParam },
  responses: { 201: json(Preview, "The portal, to be read."), ...problems(...changeProblems) },
});
previewRoutes.openapi(route, async (c) => {
  const { id } = c.req.valid("param");
  let previewed: Previewed | undefined;
  await changeAsEmployee(c, { action: "previewPortal" }, async (db, me) => {
    previewed = await findPreviewed(db, me, tenantOf(c).sessionId, id);
    if (!previewed) throw new PorticoError("NOT_FOUND");
    return { entity: "customer", id, before: null, after: null } as const;
  });
  return c.json((await previewAnswer(c, id, previewed!)) as never, 201);
});

async function previewAnswer(c: AppContext, id: string, { secondsLeft, ...shown }: Previewed) {
  const { signingKeys, publicUrl } = c.var.env;
  const expiresIn = Math.max(1, Math.min(accessTokenSeconds, secondsLeft));
  const claims = { ...c.var.actor!, previewed: id };
  const accessToken = await signAccessToken(signingKeys, publicUrl.origin, claims, expiresIn);
  return { accessToken, tokenType: "Bearer", expiresIn, ...shown };
}
