import { createRoute } from "@hono/zod-openapi";
import { readAsUser } from "../../access.ts";
import { newRouter } from "../../router.ts";
import { idParam } from "../../wire/common.ts";
import { EmployeeMe, Me, VerifyEmail } from "../../wire/entities.ts";
import { body, json, problems } from "../../wire/problems.ts";
import {
  AccountSessionPage,
  ChangeEmailInput,
  ChangePasswordInput,
  ConfirmEmailInput,
} from "./account.schemas.ts";
import type { Audience } from "./challenges.queries.ts";
import { changeEmail, confirmEmail } from "./email.service.ts";
import { changePassword } from "./password.service.ts";
import { listSessions } from "./sessions.queries.ts";
import { endOtherSessions, endSession, sessionPage } from "./sessions.service.ts";

/** How the operations of one side are called. */
export interface MeNames {
  changePassword: string;
  changeEmail: string;
  confirmEmail: string;
  listSessions: string;
  endSession: string;
  endOtherSessions: string;
  tags: string[];
}

/** What whoever is signed in does with their own account: the same for customers and employees. */
export function meRoutes(audience: Audience, names: MeNames) {
  const routes = newRouter();
  const common = { tags: names.tags, security: [{ accessToken: [] }] };
  const required = audience === "portal" ? "CUSTOMER_REQUIRED" : "FORBIDDEN";
  const changeProblems = [
    "INVALID_REQUEST",
    "UNAUTHENTICATED",
    "ORIGIN_NOT_ALLOWED",
    required,
    ...(audience === "portal" ? (["READ_ONLY"] as const) : []),
    "PAYLOAD_TOO_LARGE",
    "UNSUPPORTED_MEDIA_TYPE",
  ] as const;
  const operation = (action: string) => ({ audience, action });

  const passwordRoute = createRoute({
    ...common,
    method: "post",
    path: `/${audience}/me/password`,
    operationId: names.changePassword,
    summary: "Change the password",
    description:
      "Asks for the current one; tries are counted with those of signing in. Ends every other session of the account, on both sides, and says so by mail.",
    request: body(ChangePasswordInput),
    responses: {
      204: { description: "Changed." },
      ...problems(...changeProblems, "WRONG_PASSWORD", "RATE_LIMITED"),
    },
  });
  routes.openapi(passwordRoute, async (c) => {
    await changePassword(c, operation(names.changePassword), c.req.valid("json"));
    return c.body(null, 204);
  });

  const emailRoute = createRoute({
    ...common,
    method: "post",
    path: `/${audience}/me/email`,
    operationId: names.changeEmail,
    summary: "Ask for another address",
    description:
      "Always the same answer: the new address gets a link and a code, or hears that there is an account under it already; the old one hears of it. Nothing changes before it is confirmed.",
    request: body(ChangeEmailInput),
    responses: {
      202: json(VerifyEmail, "A mail is on its way to the new address."),
      ...problems(...changeProblems, "WRONG_PASSWORD", "RATE_LIMITED"),
    },
  });
  routes.openapi(emailRoute, async (c) => {
    await changeEmail(c, operation(names.changeEmail), c.req.valid("json"));
    return c.json({ status: "VERIFY_EMAIL" as const }, 202);
  });

  const confirmRoute = createRoute({
    ...common,
    method: "post",
    path: `/${audience}/me/email/confirm`,
    operationId: names.confirmEmail,
    summary: "Confirm a new address by the mail's code",
    description:
      "The code is good for ten minutes and five tries. CONFLICT: the address belongs to another account by now, and nothing has changed.",
    request: body(ConfirmEmailInput),
    responses: {
      200: json(audience === "portal" ? Me : EmployeeMe, "Who is signed in, with the new address."),
      ...problems(...changeProblems, "INVALID_CODE", "CONFLICT", "RATE_LIMITED"),
    },
  });
  routes.openapi(confirmRoute, async (c) => {
    const { code } = c.req.valid("json");
    return c.json((await confirmEmail(c, operation(names.confirmEmail), code)) as never, 200);
  });

  const sessionsRoute = createRoute({
    ...common,
    method: "get",
    path: `/${audience}/me/sessions`,
    operationId: names.listSessions,
    summary: "Where this account is signed in",
    description: "The live sessions of both sides, this one first, then the last used; a hundred at most.",
    responses: {
      200: json(AccountSessionPage, "All of them: `nextCursor` is null."),
      ...problems("UNAUTHENTICATED", required),
    },
  });
  routes.openapi(sessionsRoute, async (c) => {
    const { body } = await readAsUser(c, listSessions);
    return c.json(sessionPage(body!), 200);
  });

  const endRoute = createRoute({
    ...common,
    method: "delete",
    path: `/${audience}/me/sessions/{id}`,
    operationId: names.endSession,
    summary: "End one session of this account",
    description: "From its next request on it is signed out. Succeeds also where it has ended already.",
    request: { params: idParam },
    responses: { 204: { description: "Ended." }, ...problems(...changeProblems, "NOT_FOUND") },
  });
  routes.openapi(endRoute, async (c) => {
    await endSession(c, names.endSession, c.req.valid("param").id);
    return c.body(null, 204);
  });

  const endOthersRoute = createRoute({
    ...common,
    method: "delete",
    path: `/${audience}/me/sessions`,
    operationId: names.endOtherSessions,
    summary: "End every other session of this account",
    responses: { 204: { description: "Only this one is left." }, ...problems(...changeProblems) },
  });
  routes.openapi(endOthersRoute, async (c) => {
    await endOtherSessions(c, names.endOtherSessions);
    return c.body(null, 204);
  });

  return routes;
}
