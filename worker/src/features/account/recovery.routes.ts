import { createRoute } from "@hono/zod-openapi";
import { newRouter } from "../../router.ts";
import { authProblems, signInAnswer } from "../../sessions/open.ts";
import { Session } from "../../wire/entities.ts";
import { body, json, problems } from "../../wire/problems.ts";
import {
  ConfirmEmailLinkInput,
  ForgotPasswordInput,
  MailSent,
  ResetPasswordInput,
} from "./account.schemas.ts";
import type { Audience } from "./challenges.queries.ts";
import { confirmEmailLink } from "./email.service.ts";
import { forgotPassword, resetPassword, type Way } from "./password.service.ts";

/** How the operations of one side are called. */
export interface RecoveryNames {
  forgotPassword: string;
  resetPassword: string;
  confirmEmailLink: string;
  tags: string[];
}

/** What mails prove without a session: the same for customers and employees, each on their own side. */
export function recoveryRoutes(audience: Audience, names: RecoveryNames) {
  const routes = newRouter();
  const { tags } = names;

  const forgotRoute = createRoute({
    method: "post",
    path: `/${audience}/auth/password/forgot`,
    operationId: names.forgotPassword,
    tags,
    summary: "Ask for a mail that lets in without the password",
    description:
      "Always 202, the same for known and unknown addresses. The mail has a link (good for 60 minutes) and a six-digit code (10 minutes, five tries), or says that there is no account. At most three mails an hour go to an address; the last one stays good.",
    request: body(ForgotPasswordInput),
    responses: { 202: json(MailSent, "A mail is on its way."), ...problems(...authProblems) },
  });
  routes.openapi(forgotRoute, async (c) => {
    await forgotPassword(c, audience, c.req.valid("json"));
    return c.json({ status: "MAIL_SENT" as const }, 202);
  });

  const resetRoute = createRoute({
    method: "post",
    path: `/${audience}/auth/password/reset`,
    operationId: names.resetPassword,
    tags,
    summary: "Choose a new password by the mail's link or code",
    description:
      "Works once. Ends every other session of the account, on both sides, says so by mail, and signs in.",
    request: body(ResetPasswordInput),
    responses: {
      200: json(Session, "Signed in."),
      ...problems(...authProblems, "INVALID_LINK", "INVALID_CODE"),
    },
  });
  routes.openapi(resetRoute, async (c) => {
    const { password, ...way } = c.req.valid("json");
    const operation = { audience, action: names.resetPassword };
    const session = await resetPassword(c, operation, way as Way, password);
    return c.json((await signInAnswer(c, audience, session)) as never, 200);
  });

  const linkRoute = createRoute({
    method: "post",
    path: `/${audience}/auth/email/confirm`,
    operationId: names.confirmEmailLink,
    tags,
    summary: "Confirm a new address by the mail's link",
    description:
      "Works once, and needs no session. CONFLICT: the address belongs to another account by now, and nothing has changed.",
    request: body(ConfirmEmailLinkInput),
    responses: {
      204: { description: "The account has the new address." },
      ...problems(...authProblems, "INVALID_LINK", "CONFLICT"),
    },
  });
  routes.openapi(linkRoute, async (c) => {
    await confirmEmailLink(c, { audience, action: names.confirmEmailLink }, c.req.valid("json"));
    return c.body(null, 204);
  });

  return routes;
}
