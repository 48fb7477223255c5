import { newRouter } from "../../router.ts";
import { sessionRoutes } from "./session.routes.ts";

/** Signing in at the dashboard. */
export const employeeAuthRoutes = newRouter();
employeeAuthRoutes.route(
  "/",
  sessionRoutes("dashboard", {
    login: "loginEmployee",
    refresh: "refreshEmployeeSession",
    logout: "logoutEmployee",
    tags: ["Employee sessions"],
  }),
);
