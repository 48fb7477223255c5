import type { Invitation } from "@portico/client/dashboard";
import { toPortalError } from "@portico/elements/internal/controllers/portal-store.ts";
import { format, relativeDay } from "@portico/elements/internal/lib/time.ts";
import { pill } from "@portico/elements/internal/primitives/primitives.ts";
import { html, nothing } from "lit";
import { ago } from "../../lib/ago.ts";
import type { ConsolePage } from "../../lib/console-page.ts";
import { confirmed } from "../../parts/dialog.ts";
import { problemText } from "../../parts/problem.ts";
import type { Column } from "../../parts/table.ts";
import { invitationsWords } from "./words.ts";

/** What can be done with an invitation that is open or has expired. */
function actions(page: ConsolePage, invitation: Invitation, reload: () => Promise<unknown>): unknown {
  const { id, name, email, status } = invitation;
  if (status !== "PENDING" && status !== "EXPIRED") return nothing;
  const words = invitationsWords(page);
  const attempt = async (work: () => Promise<unknown>, told: string) => {
    try {
      await work();
      page.toast(told);
    } catch (error) {
      page.toast(problemText(page, toPortalError(error)));
    }
    await reload();
  };
  const revoke = async () => {
    const question = { heading: words.revokeHeading(name), text: words.revokeText, action: words.revoke };
    if (!(await confirmed(page, { ...question, isDanger: true }))) return;
    await attempt(() => page.api.revokeInvitation(id), words.revoked(name));
    await page.focusHeading();
  };
  const resend = () => attempt(() => page.api.resendInvitation(id), words.resent(email));
  return html`<span class="row-actions">
    <button type="button" class="btn small" aria-label=${words.resendOf(name)} @click=${resend}>
      ${words.resend}
    </button>
    ${
      status === "PENDING"
        ? html`<button type="button" class="btn small" aria-label=${words.revokeOf(name)} @click=${revoke}>
            ${words.revoke}
          </button>`
        : nothing
    }
  </span>`;
}

/** Invitations as rows: who, as what, sent when and by whom, good until when, what can be done. */
export function invitationColumns(page: ConsolePage, reload: () => Promise<unknown>): Column<Invitation>[] {
  const words = invitationsWords(page);
  const until = ({ status, expiresAt }: Invitation): string =>
    status === "PENDING"
      ? relativeDay(page.time, expiresAt)
      : format(page.time, expiresAt, { day: "numeric", month: "short", year: "numeric" });
  return [
    {
      label: words.who,
      cell: ({ name, email, role }) =>
        html`<span
          ><span class="strong">${name}</span>
          ${role === "CUSTOMER" ? nothing : pill(words.roles[role])}<br /><span class="small"
            >${email}</span
          ></span
        >`,
    },
    {
      label: words.sent,
      cell: ({ sentAt, invitedBy }) =>
        html`<span
          ><span class="nowrap">${ago(page.time, sentAt)}</span><br /><span class="small"
            >${invitedBy ? words.by(invitedBy.name) : nothing}</span
          ></span
        >`,
    },
    { label: words.until, cell: (invitation) => html`<span class="num nowrap">${until(invitation)}</span>` },
    { label: words.actions, cell: (invitation) => actions(page, invitation, reload) },
  ];
}
