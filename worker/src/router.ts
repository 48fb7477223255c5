import { OpenAPIHono } from "@hono/zod-openapi";
import type { AppEnv } from "./context.ts";
import type * as z from "zod";
import { PorticoError, type FieldError } from "./errors.ts";

/** What a schema refuses, a line each. */
export const fieldErrors = ({ issues }: z.core.$ZodError): FieldError[] =>
  issues.flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => ({
          path: [...issue.path, key].join("."),
          message: "is not a field of this request",
        }))
      : [{ path: issue.path.join("."), message: issue.message }],
  );

/** A feature's router: what a request's schema refuses becomes INVALID_REQUEST with a line for each field. */
export const newRouter = () =>
  new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (result.success) return;
      // Another caller's id and an id that cannot be are answered alike.
      if (result.target === "param") throw new PorticoError("NOT_FOUND");
      throw new PorticoError("INVALID_REQUEST", {
        errors: fieldErrors(result.error),
        detail: "See `errors` for what to change.",
      });
    },
  });
