// zod's own list of exports (v4/classic/external.js) without `locales`, which are half of the Worker's weight,
// and without the JSON Schema conversions that nothing here calls. wrangler.toml puts this in zod's place.
export * from "../../node_modules/zod/v4/classic/schemas.js";
export * from "../../node_modules/zod/v4/classic/checks.js";
export * from "../../node_modules/zod/v4/classic/errors.js";
export * from "../../node_modules/zod/v4/classic/parse.js";
export * from "../../node_modules/zod/v4/classic/compat.js";
export {
  config,
  registry,
  globalRegistry,
  regexes,
  util,
  NEVER,
  toZod,
} from "../../node_modules/zod/v4/core/index.js";
export * as iso from "../../node_modules/zod/v4/classic/iso.js";
export * as coerce from "../../node_modules/zod/v4/classic/coerce.js";
