import { createRoute } from "@hono/zod-openapi";
import { newRouter } from "../../router.ts";
import { body, json, problems } from "../../wire/problems.ts";
import { RegisterInput, Session, VerifyEmail, VerifyRegistrationInput } from "./auth.schemas.ts";
import { registerCustomer, registerOrganization, verifyRegistration } from "./register.service.ts";
import { authProblems as common, signInAnswer } from "../../sessions/open.ts";
import { sessionRoutes } from "./session.routes.ts";

const tags = ["Sessions"];

export const authRoutes = newRouter();
authRoutes.route(
  "/",
  sessionRoutes("portal", { login: "login", refresh: "refreshSession", logout: "logout", tags }),
);

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
    return c.json((await signInAnswer(c, "portal", await registerOrganization(c, input))) as never, 201);
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
  return c.json(
    (await signInAnswer(c, "portal", await verifyRegistration(c, c.req.valid("json")))) as never,
    201,
  );
});
