import { newRouter } from "../../router.ts";
import { meRoutes } from "./me.routes.ts";
import { recoveryRoutes } from "./recovery.routes.ts";

const tags = ["Employee account"];

/** Employees' accounts. */
export const employeeAccountRoutes = newRouter();
employeeAccountRoutes.route(
  "/",
  recoveryRoutes("dashboard", {
    forgotPassword: "forgotEmployeePassword",
    resetPassword: "resetEmployeePassword",
    confirmEmailLink: "confirmEmployeeEmailLink",
    tags,
  }),
);
employeeAccountRoutes.route(
  "/",
  meRoutes("dashboard", {
    changePassword: "changeEmployeePassword",
    changeEmail: "changeEmployeeEmail",
    confirmEmail: "confirmEmployeeEmail",
    listSessions: "listEmployeeSessions",
    endSession: "endEmployeeSession",
    endOtherSessions: "endOtherEmployeeSessions",
    tags,
  }),
);
