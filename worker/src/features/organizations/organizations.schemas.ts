import * as z from "zod";
import { normalizeOrigin } from "../../lib/origins.ts";
import { email, httpsUrl, locale, plainText, slug, timeZone } from "../../wire/common.ts";
import { Organization } from "../../wire/entities.ts";
import { TermsChange } from "../../wire/terms.ts";

const origin = z
  .string()
  .max(300)
  .transform((text, context) => {
    const normalized = normalizeOrigin(text.trim());
    if (normalized !== null) return normalized;
    const message =
      "must be an origin such as https://www.example.com: no path, no wildcard; http only for localhost and 127.0.0.1";
    context.addIssue({ code: "custom", message });
    return z.NEVER;
  })
  .openapi({ type: "string", example: "https://www.northwind.example" });

/** A page's address: it holds no fragment, since links in mails add theirs. */
export const pageUrl = plainText(2000)
  .refine(
    (text) => {
      const url = URL.parse(text);
      return /^https?:$/.test(url?.protocol ?? "") && !text.includes("#") && !url!.username && !url!.password;
    },
    { error: "must be the address of a page, without a fragment" },
  )
  .openapi({ format: "uri", example: "https://www.northwind.example/portal" });

export const UpdateOrganizationInput = z
  .strictObject({
    name: plainText(200).openapi({ example: "Northwind Dental" }),
    timeZone,
    locale,
    registration: Organization.shape.registration,
    branding: z
      .strictObject({
        accentColor: z
          .string()
          .toLowerCase()
          .regex(/^#[0-9a-f]{6}$/, { error: "must be a colour such as #0f6b5c" })
          .nullable()
          .openapi({ example: "#0f6b5c" }),
        logoUrl: httpsUrl.nullable().openapi({ example: "https://www.northwind.example/logo.svg" }),
      })
      .partial(),
    terms: TermsChange,
    allowedOrigins: z
      .array(origin)
      .max(50)
      .transform((origins) => [...new Set(origins)])
      .openapi({
        description:
          "Exact origins of the websites that may embed the portal: https, or http for localhost and 127.0.0.1.",
      }),
    portalUrl: pageUrl.nullable().openapi({
      description: "Where the portal is embedded, on one of `allowedOrigins`; null: the hosted page.",
    }),
    contactEmail: email.nullable().openapi({ type: ["string", "null"] }),
    setupDismissed: z.boolean().openapi({ description: "Puts the steps of the first run out of the way." }),
  })
  .partial()
  .openapi("UpdateOrganizationInput", {
    description: "What is absent stays; null empties a field (RFC 7396).",
    example: {
      registration: "INVITATION",
      branding: { accentColor: "#0f6b5c" },
      allowedOrigins: ["https://www.northwind.example"],
      portalUrl: "https://www.northwind.example/portal",
    },
  });

export const DeleteOrganizationQuery = z.object({
  slug: slug.openapi({ description: "The organization's own slug, so that it is not done by accident." }),
});
