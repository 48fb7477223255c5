// For @hono/zod-openapi alone, which takes `z` whole to hand it to the extension in zod-to-openapi.js: everybody else
// imports of zod what they use.
import { ZodType } from "zod";
export const z = { ZodType };
