import { createRoute } from "@hono/zod-openapi";
import type { AppContext } from "../../context.ts";
import { PorticoError } from "../../errors.ts";
import { rateLimit } from "../../middleware/rate-limit.ts";
import { newRouter } from "../../router.ts";
import { body, json, problems } from "../../wire/problems.ts";
import {
  LoginInput,
  RegisterInput,
  Session,
  SessionInput,
  VerifyEmail,
  VerifyRegistrationInput,
} from "./auth.schemas.ts";
import { sessionAnswer, type OpenSession } from "./auth.service.ts";
import { clearRefreshCookie, guardCookies, readRefreshCookie, writeRefreshCookie } from "./cookies.ts";
import { login } from "./login.service.ts";
import { logout, refreshSession } from "./refresh.service.ts";
import { registerCustomer, registerOrganization, verifyRegistration } from "./register.service.ts";

const tags = ["Sessions"];
const common = [
  "INVALID_REQUEST",
  "ORIGIN_NOT_ALLOWED",
  "FORBIDDEN",
  "NOT_FOUND",
  "PAYLOAD_TOO_LARGE",
  "UNSUPPORTED_MEDIA_TYPE",
  "RATE_LIMITED",
] as const;

async function answer(c: AppContext, session: OpenSession) {
  const { body, refreshToken } = await sessionAnswer(c, session, "portal");
  writeRefreshCookie(c, "portal", session.signedIn.organization.slug, refreshToken, session.expiresAt);
  return body;
}

export const authRoutes = newRouter();
authRoutes.use("/portal/auth/*", rateLimit);

const registerRoute = createRoute({
  method: "post",
  path: "/portal/auth/register",
  operationId: "register",
  tags,
  summary: "Register",
  description:
    "Without `organization`: makes a new organization, its registrant the owner, and signs in (201). With `organization`: always 202, the same for known and unknown addresses; the mail carries a six-digit code, or says that there is an account already.",
  request: body(RegisterInput),
  responses: {
    201: json(Session, "A new organization, signed in."),
    202: json(VerifyEmail, "A mail is on its way; continue with `verifyRegistration`."),
    ...problems(...common, "REGISTRATION_CLOSED"),
  },
});
authRoutes.openapi(registerRoute, async (c) => {
  const { organization, ...input } = c.req.valid("json");
  if (organization === undefined)
    return c.json((await answer(c, await registerOrganization(c, input))) as never, 201);
  await registerCustomer(c, { ...input, organization });
  return c.json({ status: "VERIFY_EMAIL" as const }, 202);
});

const verifyRoute = createRoute({
  method: "post",
  path: "/portal/auth/register/verify",
  operationId: "verifyRegistration",
  tags,
  summary: "Finish a registration by the code of the mail",
  description: "The code is good for ten minutes and five tries. Makes the customer's account and signs in.",
  request: body(VerifyRegistrationInput),
  responses: { 201: json(Session, "Signed in."), ...problems(...common, "INVALID_CODE") },
});
authRoutes.openapi(verifyRoute, async (c) => {
  return c.json((await answer(c, await verifyRegistration(c, c.req.valid("json")))) as never, 201);
});

const loginRoute = createRoute({
  method: "post",
  path: "/portal/auth/login",
  operationId: "login",
  tags,
  summary: "Sign in",
  description:
    "Sets the refresh cookie and answers an access token. Without `organization`, an address that fits several asks which, after the password fits.",
  request: body(LoginInput),
  responses: {
    200: json(Session, "Signed in."),
    ...problems(...common, "INVALID_CREDENTIALS", "CUSTOMER_REQUIRED", "ORGANIZATION_REQUIRED"),
  },
});
authRoutes.openapi(loginRoute, async (c) => {
  return c.json((await answer(c, await login(c, c.req.valid("json"), "portal"))) as never, 200);
});

const refreshRoute = createRoute({
  method: "post",
  path: "/portal/auth/refresh",
  operationId: "refreshSession",
  tags,
  summary: "Refresh the session",
  description:
    "Takes the refresh cookie and answers a new access token. A refresh token that was used before, more than ten seconds after its successor was made, ends the session.",
  request: body(SessionInput),
  responses: {
    200: json(Session, "Still signed in."),
    ...problems(...common, "SESSION_EXPIRED", "ORGANIZATION_REQUIRED"),
  },
});
authRoutes.openapi(refreshRoute, async (c) => {
  guardCookies(c);
  const cookie = readRefreshCookie(c, "portal", c.req.valid("json").organization);
  try {
    return c.json((await answer(c, await refreshSession(c, cookie.token, "portal"))) as never, 200);
  } catch (error) {
    if (error instanceof PorticoError && error.code === "SESSION_EXPIRED" && cookie.token)
      clearRefreshCookie(c, "portal", cookie.slug);
    throw error;
  }
});

const logoutRoute = createRoute({
  method: "post",
  path: "/portal/auth/logout",
  operationId: "logout",
  tags,
  summary: "Sign out",
  description:
    "Ends the session at once, everywhere its tokens are, and forgets the cookie. Succeeds also where there is none.",
  request: body(SessionInput),
  responses: { 204: { description: "Signed out." }, ...problems(...common, "ORGANIZATION_REQUIRED") },
});
authRoutes.openapi(logoutRoute, async (c) => {
  guardCookies(c);
  const cookie = readRefreshCookie(c, "portal", c.req.valid("json").organization);
  await logout(c, cookie.token);
  clearRefreshCookie(c, "portal", cookie.slug);
  return c.body(null, 204);
});
