// `import * as z from "zod"` takes from here what it uses, and leaves the rest. `z` is for @hono/zod-openapi alone, which
// hands it to the extension in zod-to-openapi.js.
import { ZodType } from "./zod-exports.js";
export * from "./zod-exports.js";
export const z = { ZodType };
