import { PortalError } from "@portico/client";
import { html, nothing } from "lit";
import { toPageUrl } from "../../lib/web-address.ts";
import { textField } from "../../parts/fields.ts";
import type { Step } from "./step.ts";
import { submit } from "./step.ts";
import { setupWords } from "./words.ts";

/** The page on which the portal will be: its website may show it, and mails lead to it. */
export const websiteStep: Step = {
  render(page) {
    const words = setupWords(page);
    const { portalUrl, allowedOrigins } = page.organizationRecord.value!;
    const others = allowedOrigins.filter((origin) => !portalUrl || origin !== new URL(portalUrl).origin);
    return html`${textField(page, page.form, {
      name: "portalUrl",
      label: words.page,
      hint: words.pageHint,
      value: portalUrl,
      required: true,
      maxLength: 2000,
      placeholder: "https://",
    })}
    ${others.length ? html`<p class="small">${words.alsoAllowed(others.join(", "))}</p>` : nothing}`;
  },
  action: (page) => submit(page, setupWords(page).next),
  async send(page, { portalUrl }) {
    const url = toPageUrl(portalUrl!);
    if (!url)
      throw new PortalError({
        code: "INVALID_REQUEST",
        status: 400,
        errors: [{ path: "portalUrl", message: setupWords(page).noPage }],
      });
    const { allowedOrigins } = page.organizationRecord.value!;
    await page.organizationRecord.save({
      allowedOrigins: [...new Set([...allowedOrigins, url.origin])],
      portalUrl: url.href,
    });
  },
};
