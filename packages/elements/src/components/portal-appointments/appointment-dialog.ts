import type { Appointment } from "@portico/client";
import { css, html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
import type { PortalLocalize } from "../../controllers/localize.ts";
import { downloadICalendar } from "../../lib/ics.ts";
import { duration, format, relativeDay, timeRange, zoneCity } from "../../lib/time.ts";
import type { TimeContext } from "../../lib/time.ts";
import { closeIcon } from "../../primitives/icons.ts";
import { ownZone, statusPill } from "./appointment-parts.ts";

const safeUrl = (url: string) => (/^https?:\/\//i.test(url) ? url : undefined);

// A native dialog brings the focus trap, Escape and the way back; it only has to be opened once it is there.
const open = (element?: Element) => {
  const dialog = element as HTMLDialogElement | undefined;
  if (dialog && !dialog.open) queueMicrotask(() => dialog.isConnected && !dialog.open && dialog.showModal());
};

/** Everything about one appointment, in a native dialog. */
export function appointmentDialog(
  appointment: Appointment,
  options: {
    time: TimeContext;
    localize: PortalLocalize;
    organization: string;
    close: () => void;
  },
): TemplateResult {
  const { time, localize, organization, close } = options;
  const { title, startsAt, endsAt, employee, location, meetingUrl, description, status } = appointment;
  const link = meetingUrl && safeUrl(meetingUrl);
  const leave = (event: Event) => (event.currentTarget as Element).closest("dialog")!.close();
  return html`
    <dialog part="dialog" aria-labelledby="dialog-title" ${ref(open)} @close=${close} closedby="any">
      <div class="sheet">
        <div class="top">
          <h2 id="dialog-title">${title}</h2>
          <button type="button" class="btn icon" aria-label=${localize.term("close")} @click=${leave}>
            ${closeIcon}
          </button>
        </div>
        <p>${statusPill(appointment, localize)}</p>
        <dl>
          <dt class="small">${localize.term("when")}</dt>
          <dd class="num">
            <span class="strong">
              ${format(time, startsAt, { weekday: "long", day: "numeric", month: "long", year: "numeric" })}
            </span>
            <br /><bdi>${timeRange(time, startsAt, endsAt)}</bdi>
            <span class="second"
              >· <bdi>${duration(time, startsAt, endsAt)}</bdi> ·
              <bdi>${relativeDay(time, startsAt)}</bdi></span
            >
            <br /><span class="small">${localize.term("timesIn", zoneCity(time.timeZone))}</span>
            ${ownZone(appointment, time, localize)}
          </dd>
          ${
            employee
              ? html`<dt class="small">${localize.term("withWhom")}</dt>
                  <dd>${employee.name}</dd>`
              : nothing
          }
          ${
            location || link
              ? html`<dt class="small">${localize.term("where")}</dt>
                  <dd>${location ?? localize.term("videoCall")}</dd>`
              : nothing
          }
        </dl>
        ${description ? html`<p class="description" dir="auto">${description}</p>` : nothing}
        <div class="actions">
          ${
            ["CONFIRMED", "REQUESTED"].includes(status)
              ? html`<button
                  type="button"
                  part="button"
                  class="btn"
                  @click=${() => downloadICalendar(appointment, organization)}
                >
                  ${localize.term("addToCalendar")}
                </button>`
              : nothing
          }
          ${
            link
              ? html`<a
                  part="button primary"
                  class="btn primary"
                  href=${link}
                  target="_blank"
                  rel="noopener noreferrer"
                >
                  ${localize.term("joinCall")}
                </a>`
              : nothing
          }
        </div>
      </div>
    </dialog>
  `;
}

/** How the dialog looks: a card in the middle, a sheet at the bottom where it is narrow. */
export const dialogStyles = css`
  dialog {
    inline-size: min(32rem, 100% - 2rem);
    max-block-size: min(44rem, 100dvb - 2rem);
    padding: 0;
    color: inherit;
    background: var(--_raised);
    border: var(--_border);
    border-radius: calc(var(--_radius-card) + 4px);
    overscroll-behavior: contain;
  }
  dialog::backdrop {
    background: rgb(12 16 15 / 0.45);
  }
  dialog[open] {
    animation: rise var(--_motion);
  }
  @keyframes rise {
    from {
      opacity: 0;
      transform: translateY(0.5rem);
    }
  }
  .sheet {
    padding: 1.375rem 1.5rem 1.5rem;
  }
  .sheet > * + * {
    margin-block-start: 1rem;
  }
  .sheet > .top + p {
    margin-block-start: 0.5rem;
  }
  .top {
    display: flex;
    gap: 1rem;
    align-items: flex-start;
    justify-content: space-between;
  }
  .top h2 {
    font-size: 1.375rem;
    padding-block-start: 0.375rem;
  }
  .btn.icon {
    flex: none;
    padding: 0;
    inline-size: 2.75rem;
    margin-block-start: -0.25rem;
    margin-inline-end: -0.625rem;
    border-color: transparent;
    background: none;
    color: var(--_ink-2);
  }
  .btn.icon:hover {
    background: var(--_sunken);
  }
  dl {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.875rem 1.25rem;
  }
  dt {
    padding-block-start: 0.125rem;
  }
  dd .zone {
    display: block;
    font-size: 0.8125rem;
  }
  .description {
    padding-block-start: 1rem;
    border-block-start: var(--_border);
    white-space: pre-line;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.625rem;
  }
  .actions .btn {
    flex: 1;
    white-space: nowrap;
  }
  @container (inline-size < 16rem) {
    .sheet {
      padding: 1rem;
    }
    .top {
      flex-direction: column-reverse;
      gap: 0;
      align-items: stretch;
    }
    .btn.icon {
      align-self: flex-end;
    }
    dl {
      grid-template-columns: minmax(0, 1fr);
      row-gap: 0;
    }
    dd {
      margin-block-end: 0.75rem;
    }
    .actions .btn {
      white-space: normal;
    }
  }
`;
