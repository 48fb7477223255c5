import { define } from "@portico/elements/internal/lib/define.ts";
import { slots } from "@portico/elements/internal/lib/auth-form.ts";
import "@portico/elements/internal/define/portal-account.ts";
import { avatar } from "@portico/elements/internal/primitives/primitives.ts";
import { css, html } from "lit";
import type { TemplateResult } from "lit";
import { ConsolePage } from "../../lib/console-page.ts";
import { accountWords } from "./words.ts";

/** One's own account: password, address, devices. */
export class AccountPage extends ConsolePage {
  static override styles = [
    ...ConsolePage.pageStyles,
    css`
      .page {
        max-inline-size: 42rem;
      }
      .person {
        margin-block-end: 1.5rem;
      }
      .person .avatar {
        inline-size: 2.75rem;
        block-size: 2.75rem;
      }
    `,
  ];

  override get heading(): string {
    return accountWords(this).heading;
  }

  protected override renderContent(): TemplateResult {
    const words = accountWords(this);
    const { user } = this;
    return this.renderPage(
      {},
      html`<div class="person">
          ${avatar(user.name)}
          <div>
            <h2>${user.name}</h2>
            <p class="second">${words.roles[user.role as "OWNER"](this.org!.name)}</p>
          </div>
        </div>
        <portal-account .client=${this.client!}>${slots}</portal-account>`,
    );
  }
}

define("console-account", AccountPage);
