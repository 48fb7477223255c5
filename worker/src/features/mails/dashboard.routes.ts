import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { jsonText, pageValues, readAsEmployee } from "../../access.ts";
import { changeAsEmployee, changeResponse, ifMatch, itemResponse } from "../../changes.ts";
import { newRouter } from "../../router.ts";
import { idParam, pageOf, pageQuery } from "../../wire/common.ts";
import { MailRecord, mailStatus } from "../../wire/mails.ts";
import { changeHeaders, changeProblems, item, json, problems } from "../../wire/problems.ts";
import { getMail, listMails, sendMail } from "./mails.queries.ts";

/** The mails that the organization has sent or has yet to send, for employees. */
export const mailRoutes = newRouter();
const security = [{ accessToken: [] }];
const tags = ["Dashboard: mails"];

const listRoute = createRoute({
  method: "get",
  path: "/dashboard/mails",
  operationId: "listMails",
  tags,
  security,
  summary: "The organization's mails",
  description:
    "Newest first, for ninety days. What a mail says is not told to anybody: it may hold a code or a link that is its receiver's alone.",
  request: {
    query: z.object({
      status: z.enum(mailStatus).optional().openapi({ description: "Only those of this status." }),
      ...pageQuery,
    }),
  },
  responses: {
    200: json(pageOf(MailRecord, "MailRecordPage"), "A page."),
    ...problems("INVALID_REQUEST", "UNAUTHENTICATED", "FORBIDDEN"),
  },
});
mailRoutes.openapi(listRoute, async (c) => {
  const { status = "all", ...query } = c.req.valid("query");
  return jsonText(c, await readAsEmployee(c, listMails[status], pageValues(query))) as never;
});

const getRoute = createRoute({
  method: "get",
  path: "/dashboard/mails/{id}",
  operationId: "getMail",
  tags,
  security,
  summary: "One mail",
  request: { params: idParam },
  responses: { 200: item(MailRecord, "The mail."), ...problems("UNAUTHENTICATED", "FORBIDDEN", "NOT_FOUND") },
});
mailRoutes.openapi(
  getRoute,
  async (c) => itemResponse(c, await readAsEmployee(c, getMail, c.req.valid("param"))) as never,
);

const sendRoute = createRoute({
  method: "post",
  path: "/dashboard/mails/{id}/send",
  operationId: "sendMail",
  tags,
  security,
  summary: "Send a mail again",
  description:
    "A mail that has failed gets all its attempts anew; one that waits for its next attempt gets it now. It says what it said: a code or a link in it may have expired meanwhile, and then repeating what it was about is the way.",
  request: { params: idParam, headers: changeHeaders },
  responses: { 200: item(MailRecord, "The mail as it is now."), ...problems(...changeProblems, "CONFLICT") },
});
mailRoutes.openapi(sendRoute, async (c) => {
  const { id } = c.req.valid("param");
  const change = await changeAsEmployee(c, { action: "sendMail" }, (db, me) =>
    sendMail(db, me, id, ifMatch(c)),
  );
  return changeResponse(c, change) as never;
});
