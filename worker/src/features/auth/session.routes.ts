import { createRoute } from "@hono/zod-openapi";
import { PorticoError } from "../../errors.ts";
import type { AccessClaims } from "../../lib/access-token.ts";
import { newRouter } from "../../router.ts";
import { clearRefreshCookie, guardCookies, readRefreshCookie } from "../../sessions/cookies.ts";
import { authProblems, signInAnswer } from "../../sessions/open.ts";
import { body, json, problems } from "../../wire/problems.ts";
import { LoginInput, Session, SessionInput } from "./auth.schemas.ts";
import { login } from "./login.service.ts";
import { logout, refreshSession } from "./refresh.service.ts";

type Audience = AccessClaims["audience"];

/** How the operations of one audience are called. */
interface Names {
  login: string;
  refresh: string;
  logout: string;
  tags: string[];
}

/** Signing in, refreshing and signing out: the same for customers and employees, each with sessions of their own. */
export function sessionRoutes(audience: Audience, names: Names) {
  const routes = newRouter();
  const { tags } = names;
  const required = audience === "portal" ? "CUSTOMER_REQUIRED" : "EMPLOYEE_REQUIRED";

  const loginRoute = createRoute({
    method: "post",
    path: `/${audience}/auth/login`,
    operationId: names.login,
    tags,
    summary: "Sign in",
    description:
      "Sets the refresh cookie and answers an access token. Without `organization`, an address that fits several asks which, after the password fits.",
    request: body(LoginInput),
    responses: {
      200: json(Session, "Signed in."),
      ...problems(...authProblems, "INVALID_CREDENTIALS", required, "ORGANIZATION_REQUIRED"),
    },
  });
  routes.openapi(loginRoute, async (c) => {
    return c.json(
      (await signInAnswer(c, audience, await login(c, c.req.valid("json"), audience))) as never,
      200,
    );
  });

  const refreshRoute = createRoute({
    method: "post",
    path: `/${audience}/auth/refresh`,
    operationId: names.refresh,
    tags,
    summary: "Refresh the session",
    description:
      "Takes the refresh cookie and answers a new access token. A refresh token that was used before, more than ten seconds after its successor was made, ends the session.",
    request: body(SessionInput),
    responses: {
      200: json(Session, "Still signed in."),
      ...problems(...authProblems, "SESSION_EXPIRED", "ORGANIZATION_REQUIRED"),
    },
  });
  routes.openapi(refreshRoute, async (c) => {
    guardCookies(c);
    const cookie = readRefreshCookie(c, audience, c.req.valid("json").organization);
    try {
      return c.json(
        (await signInAnswer(c, audience, await refreshSession(c, cookie.token, audience))) as never,
        200,
      );
    } catch (error) {
      if (error instanceof PorticoError && error.code === "SESSION_EXPIRED" && cookie.token)
        clearRefreshCookie(c, audience, cookie.slug);
      throw error;
    }
  });

  const logoutRoute = createRoute({
    method: "post",
    path: `/${audience}/auth/logout`,
    operationId: names.logout,
    tags,
    summary: "Sign out",
    description:
      "Ends the session at once, everywhere its tokens are, and forgets the cookie. Succeeds also where there is none.",
    request: body(SessionInput),
    responses: { 204: { description: "Signed out." }, ...problems(...authProblems, "ORGANIZATION_REQUIRED") },
  });
  routes.openapi(logoutRoute, async (c) => {
    guardCookies(c);
    const cookie = readRefreshCookie(c, audience, c.req.valid("json").organization);
    await logout(c, cookie.token);
    clearRefreshCookie(c, audience, cookie.slug);
    return c.body(null, 204);
  });

  return routes;
}
