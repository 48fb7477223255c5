import * as z from "zod";
import { code, email, id, instant, newPassword, pageOf, password, slug } from "../../wire/common.ts";

const organization = slug.optional();
const token = z
  .string()
  .max(200)
  .openapi({ description: "What follows `=` in the fragment of the mail's link." });
const ofLink = organization.openapi({
  description: "With a link: refuses one of another organization.",
});

export const ForgotPasswordInput = z
  .strictObject({ organization: slug, email })
  .openapi("ForgotPasswordInput");

export const MailSent = z.object({ status: z.literal("MAIL_SENT") }).openapi("MailSent");

export const ResetPasswordInput = z
  .strictObject({
    token: token.optional(),
    organization,
    email: email.optional(),
    code: code.optional(),
    password: newPassword,
  })
  .superRefine((input, context) => {
    const complain = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    for (const path of ["email", "code"] as const) {
      if (input.token === undefined && input[path] === undefined) complain(path, "is needed without `token`");
      if (input.token !== undefined && input[path] !== undefined) complain(path, "goes only without `token`");
    }
    if (input.token === undefined && input.organization === undefined)
      complain("organization", "is needed without `token`");
  })
  .openapi("ResetPasswordInput", {
    description: "Either the `token` of the mail's link, or `organization`, `email` and the mail's `code`.",
  });

export const ChangePasswordInput = z
  .strictObject({ currentPassword: password, newPassword })
  .openapi("ChangePasswordInput");

export const ChangeEmailInput = z.strictObject({ email, password }).openapi("ChangeEmailInput");

export const ConfirmEmailInput = z.strictObject({ code }).openapi("ConfirmEmailInput");

export const ConfirmEmailLinkInput = z
  .strictObject({ token, organization: ofLink })
  .openapi("ConfirmEmailLinkInput");

const AccountSession = z
  .object({
    id,
    audience: z.enum(["portal", "dashboard"]).openapi({ description: "Where it is signed in." }),
    isCurrent: z.boolean().openapi({ description: "Whether it is the one that asks." }),
    device: z.string().openapi({
      description: "What the browser said of itself when it signed in, or `Unknown device`.",
      example: "Firefox on Windows",
    }),
    network: z.string().nullable().openapi({
      description: "The network that it signed in from, not the exact address; null where that is unknown.",
      example: "203.0.113.0/24",
    }),
    createdAt: instant,
    lastUsedAt: instant.openapi({ description: "To within the five minutes that an access token lives." }),
    expiresAt: instant,
  })
  .openapi("AccountSession");

export const AccountSessionPage = pageOf(AccountSession, "AccountSessionPage");
