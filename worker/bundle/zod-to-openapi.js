// openapi.json is generated at build time (scripts/generate-openapi.mjs) and served as a file, so the running
// Worker needs no generator: lean.mjs puts these in the place of @asteasolutions/zod-to-openapi.
export class OpenAPIRegistry {
  definitions = [];
  register(_name, schema) {
    return schema;
  }
  registerParameter(_name, schema) {
    return schema;
  }
  registerPath() {}
  registerWebhook() {}
  registerComponent() {}
}
export class OpenApiGeneratorV3 {}
export class OpenApiGeneratorV31 {}
export const getOpenApiMetadata = () => ({});
export function extendZodWithOpenApi(zod) {
  zod.ZodType.prototype.openapi ??= function () {
    return this;
  };
}
