import * as z from "zod";
import { scopes } from "../../lib/scopes.ts";
import { id, instant, plainText } from "../../wire/common.ts";

const apiKeyStatus = ["ACTIVE", "EXPIRED", "REVOKED"] as const;
const scope = z.enum(scopes as [string, ...string[]]).openapi({ example: "customers:read" });

export const ApiKey = z
  .object({
    id,
    name: z.string().openapi({ example: "CRM, every night" }),
    scopes: z.array(scope).openapi({ description: "What it may do; to write is to read as well." }),
    lastFour: z.string().openapi({ description: "The secret's end, to know it again.", example: "x0Yw" }),
    status: z.enum(apiKeyStatus),
    createdBy: z.object({ id, name: z.string() }).nullable(),
    expiresAt: instant.nullable().openapi({ description: "Null: it does not expire." }),
    revokedAt: instant.nullable(),
    lastUsedAt: instant.nullable(),
    createdAt: instant,
    updatedAt: instant,
  })
  .openapi("ApiKey");

export const CreatedApiKey = z
  .object({
    ...ApiKey.shape,
    secret: z.string().nullable().openapi({
      description:
        "The key, as it is sent: told this once. Null in the answer to a request that is repeated under its `Idempotency-Key`.",
      example:
        "sk_0199a1b27c3d7e4f8a5b6c7d8e9f0a1b_0199a1b27c3d7e4f8a5b6c7d8e9f0a1c_q8Zr1m3vX0o2c5tJ7kYw9aBdEfGhIlMnPsUvWxYz012",
    }),
  })
  .openapi("CreatedApiKey");

const name = plainText(100);

export const CreateApiKeyInput = z
  .strictObject({
    name,
    scopes: z
      .array(scope)
      .min(1)
      .max(scopes.length)
      .refine((list) => new Set(list).size === list.length, { error: "must not name a scope twice" }),
    expiresAt: instant
      .refine((at) => Date.parse(at) > Date.now(), { error: "must be in the future" })
      .nullable()
      .default(null),
  })
  .openapi("CreateApiKeyInput");

export const UpdateApiKeyInput = z.strictObject({ name }).openapi("UpdateApiKeyInput");
