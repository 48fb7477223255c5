import type { Appointment, Page } from "@portico/client";
import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { state } from "../../lib/decorators.ts";
import { DetailsController } from "../../controllers/details.ts";
import { LoadController } from "../../controllers/load.ts";
import { PagingController } from "../../controllers/paging.ts";
import { PortalPage } from "../../lib/portal-page.ts";
import { dayKey, relativeDay, shortDay, timeRange } from "../../lib/time.ts";
import { failure } from "../../primitives/failure.ts";
import { empty, segmented, skeleton } from "../../primitives/primitives.ts";
import { ownZone, statusPill, whoAndWhere } from "./appointment-parts.ts";
import { appointmentsStyles } from "./portal-appointments.styles.ts";

type Show = "upcoming" | "past";

/**
 * @summary The customer's appointments by day, upcoming and past, in the customer's own time zone.
 *
 * @csspart segmented - The choice between upcoming and past.
 * @csspart day - A day: its name and its appointments.
 * @csspart appointment - An appointment.
 * @csspart pill - How an appointment stands.
 * @csspart dialog - The details of one appointment.
 * @csspart empty - What is said where there is nothing.
 *
 * @cssproperty [--portal-appointments-min-height=24rem] - Component: height that is reserved before anything has loaded, a length.
 */
export class PortalAppointments extends PortalPage {
  static override styles = [...PortalPage.pageStyles, appointmentsStyles];

  readonly #load = new PagingController<Appointment>(this, (cursor, signal) => this.#fetch(cursor, signal));
  readonly #single = new LoadController<Appointment>(this, (signal) =>
    this.store!.client!.getAppointment(this.openId!, { signal }),
  );

  readonly #details = new DetailsController(this);

  @state() private show: Show = "upcoming";

  protected override get what(): string {
    return this.localize.term("appointments");
  }

  #fetch(cursor?: string, signal?: AbortSignal): Promise<Page<Appointment>> {
    const now = new Date();
    const query =
      this.show === "upcoming"
        ? ({ from: now, order: "asc" } as const)
        : ({ to: now, order: "desc" } as const);
    return this.store!.client!.listAppointments(
      { ...query, limit: 50, ...(cursor && { cursor }) },
      { signal },
    );
  }

  readonly #choose = (show: Show) => {
    this.show = show;
  };

  #open(id: string | undefined): void {
    if (this.navigate) this.navigate({ view: "appointments", ...(id && { id }) }, !id);
    else this.openId = id;
  }

  #renderAppointment(appointment: Appointment): TemplateResult {
    const { time, localize } = this;
    return html`
      <li part="appointment" id=${appointment.id}>
        <button type="button" class="visit" aria-haspopup="dialog" @click=${() => this.#open(appointment.id)}>
          <span class="clock num">
            <span class="strong"
              ><bdi>${timeRange(time, appointment.startsAt, appointment.endsAt)}</bdi></span
            >
            ${ownZone(appointment, time, localize)}
          </span>
          <span class="what">
            <span class="strong">${appointment.title}</span>
            <span class="small">${whoAndWhere(appointment, localize)}</span>
          </span>
          ${statusPill(appointment, localize)}
        </button>
      </li>
    `;
  }

  #renderDays(items: Appointment[]): TemplateResult[] {
    const { time } = this;
    const days = new Map<string, Appointment[]>();
    for (const item of items) {
      const key = dayKey(time, item.startsAt);
      days.set(key, [...(days.get(key) ?? []), item]);
    }
    return [...days].map(
      ([key, visits]) => html`
        <div part="day" class="day">
          <div class="date">
            <h3 id="day-${key}">${shortDay(time, visits[0]!.startsAt)}</h3>
            <p class="small">${relativeDay(time, visits[0]!.startsAt)}</p>
          </div>
          <ul class="card rows" aria-labelledby="day-${key}">
            ${visits.map((visit) => this.#renderAppointment(visit))}
          </ul>
        </div>
      `,
    );
  }

  #renderList(): TemplateResult {
    const { localize } = this;
    const { value, error } = this.#load;
    if (!value) {
      return error
        ? failure(localize, this.what, error, () => void this.#load.reload())
        : html`<div class="day">
            <div></div>
            <div>${skeleton(localize, 3)}</div>
          </div>`;
    }
    if (!value.items.length) {
      return this.show === "upcoming"
        ? empty(localize.term("noUpcoming"), localize.term("noUpcomingHint", this.org!.name))
        : empty(localize.term("noPast"), localize.term("noPastHint"));
    }
    return html` ${this.#renderDays(value.items)} ${this.#load.renderMore(this.what)} `;
  }

  #renderOpened(): TemplateResult | typeof nothing {
    const id = this.openId;
    if (!id) return nothing;
    let opened = this.#load.value?.items.find((item) => item.id === id);
    if (!opened && this.#load.value) {
      this.#single.ensure(`appointment:${id}`);
      opened = this.#single.value;
      const { error } = this.#single;
      if (error && !opened) return failure(this.localize, this.what, error, () => void this.#single.reload());
    }
    return this.#details.render(opened, () => this.#open(undefined));
  }

  protected override renderContent(): TemplateResult {
    this.#load.ensure(`appointments:${this.show}`);
    const { localize } = this;
    return this.renderPage(
      segmented(
        this.what,
        [
          ["upcoming", localize.term("upcoming")],
          ["past", localize.term("past")],
        ],
        this.show,
        this.#choose,
      ),
      html`${this.#renderOpened()} ${this.#renderList()}`,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "portal-appointments": PortalAppointments;
  }
}
