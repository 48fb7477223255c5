import { HTTPException } from "hono/http-exception";
import type { AppContext } from "./context.ts";
import { violationOf } from "./db/constraints.ts";
import { ConnectionError } from "./db/protocol/errors.ts";
import { reasonOf } from "./db/reason.ts";
import type { Env } from "./env.ts";
import { PorticoError, problemResponse } from "./errors.ts";
import { apiKeyRoutes } from "./features/api-keys/dashboard.routes.ts";
import { appointmentRecordRoutes } from "./features/appointments/dashboard.routes.ts";
import { customerSessionRoutes } from "./features/account/customers.routes.ts";
import { employeeAccountRoutes } from "./features/account/dashboard.routes.ts";
import { accountRoutes } from "./features/account/portal.routes.ts";
import { appointmentRoutes } from "./features/appointments/portal.routes.ts";
import { auditRoutes } from "./features/audit/dashboard.routes.ts";
import { employeeAuthRoutes } from "./features/auth/dashboard.routes.ts";
import { authRoutes } from "./features/auth/portal.routes.ts";
import { changeRoutes } from "./features/changes/dashboard.routes.ts";
import { configRoutes } from "./features/config/portal.routes.ts";
import { customerRoutes } from "./features/customers/dashboard.routes.ts";
import { previewRoutes } from "./features/customers/preview.routes.ts";
import { dashboardRoutes } from "./features/dashboard/portal.routes.ts";
import { outboxRoutes } from "./features/development/outbox.routes.ts";
import { docsRoutes } from "./features/docs/routes.ts";
import { employeeRoutes } from "./features/employees/dashboard.routes.ts";
import { homeRoutes } from "./features/home/dashboard.routes.ts";
import { healthRoutes } from "./features/health/routes.ts";
import { mailRoutes } from "./features/mails/dashboard.routes.ts";
import { invitationRecordRoutes } from "./features/invitations/dashboard.routes.ts";
import { invitationImportRoutes } from "./features/invitations/imports.routes.ts";
import { invitationRoutes } from "./features/invitations/portal.routes.ts";
import { noteRecordRoutes } from "./features/notes/dashboard.routes.ts";
import { noteRoutes } from "./features/notes/portal.routes.ts";
import { embedRoutes } from "./features/organizations/embed.routes.ts";
import { organizationRoutes } from "./features/organizations/dashboard.routes.ts";
import { employeeProfileRoutes } from "./features/profile/dashboard.routes.ts";
import { profileRoutes } from "./features/profile/portal.routes.ts";
import { taskRecordRoutes } from "./features/tasks/dashboard.routes.ts";
import { taskRoutes } from "./features/tasks/portal.routes.ts";
import { authenticate } from "./middleware/authenticate.ts";
import { limitBody, requireJson } from "./middleware/body.ts";
import { isFile, serveFile } from "./middleware/files.ts";
import { navigation } from "./middleware/navigation.ts";
import { origin } from "./middleware/origin.ts";
import { rateLimit } from "./middleware/rate-limit.ts";
import { request } from "./middleware/request.ts";
import { securityHeaders } from "./middleware/security-headers.ts";
import { serveOpenApi } from "./openapi.ts";
import { newRouter } from "./router.ts";

/** The API on one screen: middleware in order, one mount line a feature. */
export function createApp(env: Env) {
  const app = newRouter();
  app.use(request(env), securityHeaders);
  app.use(async (c, next) => (isFile(c.req.path) ? serveFile(c) : next()));
  app.use(origin, navigation, limitBody, requireJson);

  app.use("/portal/auth/*", rateLimit);
  app.use("/portal/invitations/*", rateLimit);
  app.use("/dashboard/auth/*", rateLimit);
  const employees = [
    "me",
    "home",
    "organization",
    "employees",
    "customers",
    "appointments",
    "tasks",
    "notes",
    "mails",
    "invitations",
    "invitation-imports",
    "audit-log",
    "changes",
    "api-keys",
  ];
  for (const room of employees) {
    app.use(`/dashboard/${room}`, authenticate("dashboard"));
    app.use(`/dashboard/${room}/*`, authenticate("dashboard"));
  }
  for (const room of ["me", "dashboard", "appointments", "tasks", "notes"]) {
    app.use(`/portal/${room}`, authenticate("portal"));
    app.use(`/portal/${room}/*`, authenticate("portal"));
  }
  app.route("/", healthRoutes);
  app.route("/", configRoutes);
  app.route("/", authRoutes);
  app.route("/", accountRoutes);
  app.route("/", profileRoutes);
  app.route("/", dashboardRoutes);
  app.route("/", appointmentRoutes);
  app.route("/", taskRoutes);
  app.route("/", noteRoutes);
  app.route("/", invitationRoutes);
  app.route("/", employeeAuthRoutes);
  app.route("/", invitationRecordRoutes);
  app.route("/", invitationImportRoutes);
  app.route("/", employeeProfileRoutes);
  app.route("/", homeRoutes);
  app.route("/", organizationRoutes);
  app.route("/", embedRoutes);
  app.route("/", employeeRoutes);
  app.route("/", customerRoutes);
  app.route("/", customerSessionRoutes);
  app.route("/", previewRoutes);
  app.route("/", appointmentRecordRoutes);
  app.route("/", employeeAccountRoutes);
  app.route("/", taskRecordRoutes);
  app.route("/", mailRoutes);
  app.route("/", noteRecordRoutes);
  app.route("/", auditRoutes);
  app.route("/", changeRoutes);
  app.route("/", apiKeyRoutes);
  app.route("/", docsRoutes);
  if (env.development) app.route("/", outboxRoutes);

  app.get("/openapi.json", serveOpenApi);
  app.notFound((c) => {
    const allowed = methods.filter((method) =>
      app.router.match(method, c.req.path)[0].some(([[, route]]) => route.method === method),
    );
    if (allowed.length === 0) return answerProblem(c, new PorticoError("NOT_FOUND"));
    c.header("Allow", allowed.join(", "));
    return answerProblem(
      c,
      new PorticoError("METHOD_NOT_ALLOWED", { detail: `Use ${allowed.join(" or ")}.` }),
    );
  });
  app.onError((error, c) => {
    const known = toPorticoError(error);
    if (known.code === "INTERNAL" || known.code === "UNAVAILABLE") {
      const { stack } = reasonOf(error);
      console.error(JSON.stringify({ requestId: c.var.requestId, path: c.req.path, error: stack }));
    }
    return answerProblem(c, known);
  });
  return app;
}

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

/** Answers a problem. What was set before, such as the request's id or a cleared cookie, goes out with it. */
function answerProblem(c: AppContext, error: PorticoError): Response {
  const docsUrl = `${c.var.env.publicUrl.origin}/docs/errors`;
  const response = problemResponse(error, c.var.requestId, docsUrl);
  response.headers.forEach((value, name) => c.header(name, value));
  return c.body(response.body as never, response.status as 400);
}

function toPorticoError(error: Error): PorticoError {
  if (error instanceof PorticoError) return error;
  if (error instanceof HTTPException && error.status === 400)
    return new PorticoError("INVALID_REQUEST", { detail: "The body is not valid JSON." });
  const violation = violationOf(error);
  if (violation) return violation;
  if (reasonOf(error) instanceof ConnectionError)
    return new PorticoError("UNAVAILABLE", { retryAfter: 5, detail: "The database does not answer." });
  return new PorticoError("INTERNAL", { detail: "Try again; if it stays, tell us the request id." });
}
