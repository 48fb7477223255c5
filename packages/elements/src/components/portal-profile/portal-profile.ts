import { html } from "lit";
import type { TemplateResult } from "lit";
import { PortalPage } from "../../lib/portal-page.ts";

/** @summary The customer's profile. */
export class PortalProfile extends PortalPage {
  protected override get what(): string {
    return this.localize.term("profile");
  }

  protected override renderContent(): TemplateResult {
    return this.renderPage(html``, html``);
  }
}
