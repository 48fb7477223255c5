import { newRouter } from "../../router.ts";
import { meRoutes } from "./me.routes.ts";
import { recoveryRoutes } from "./recovery.routes.ts";

const tags = ["Account"];

/** Customers' accounts. */
export const accountRoutes = newRouter();
accountRoutes.route(
  "/",
  recoveryRoutes("portal", {
    forgotPassword: "forgotPassword",
    resetPassword: "resetPassword",
    confirmEmailLink: "confirmEmailLink",
    tags,
  }),
);
accountRoutes.route(
  "/",
  meRoutes("portal", {
    changePassword: "changePassword",
    changeEmail: "changeEmail",
    confirmEmail: "confirmEmail",
    listSessions: "listSessions",
    endSession: "endSession",
    endOtherSessions: "endOtherSessions",
    tags,
  }),
);
