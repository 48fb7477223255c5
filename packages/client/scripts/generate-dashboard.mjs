// The dashboard's operations out of openapi.json, a line each: what src/dashboard/api.ts makes functions of.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const { paths } = JSON.parse(readFileSync(here("../../worker/openapi.json"), "utf8"));

/** Signing in and one's own account belong to the session (session-client.ts). */
const isOthers = (path) => !path.startsWith("/dashboard/") || /^\/dashboard\/(auth|me)(\/|$)/.test(path);

const lines = Object.entries(paths).flatMap(([path, methods]) =>
  isOthers(path)
    ? []
    : Object.entries(methods).map(([method, operation]) => {
        const { operationId, summary, description, parameters = [], requestBody } = operation;
        const takes = (place, name) =>
          parameters.some((parameter) => parameter.in === place && (!name || parameter.name === name));
        const said = [
          method.toUpperCase(),
          path,
          requestBody ? "body" : takes("query", "cursor") ? "page" : takes("query") && "query",
          takes("header", "Idempotency-Key") && "once",
        ];
        const doc = [summary && `${summary}.`, description].filter(Boolean).join(" ").replaceAll("*/", "");
        return `  /** ${doc} */\n  ${operationId}: ${JSON.stringify(said.filter(Boolean).join(" "))},`;
      }),
);

writeFileSync(
  here("src/generated/dashboard.ts"),
  `/** Every operation of the dashboard: method, path, what it takes, and whether once for each key. */
export const dashboardOperations = {
${lines.join("\n")}
} as const;
`,
);
