import type { AppointmentRecord } from "@portico/client/dashboard";
import { property, state } from "@portico/elements/internal/lib/decorators.ts";
import { define } from "@portico/elements/internal/lib/define.ts";
import { PortalElement } from "@portico/elements/internal/lib/portal-element.ts";
import { format } from "@portico/elements/internal/lib/time.ts";
import { controls } from "@portico/elements/internal/styles/controls.ts";
import { page } from "@portico/elements/internal/styles/page.ts";
import { html, nothing } from "lit";
import type { PropertyValues, TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { place } from "../../lib/place.ts";
import { toDay } from "../../lib/zoned.ts";
import { localOf, minuteOf, segmentsOf, SLOT, stopAt, stopsOf } from "./layout.ts";
import type { Segment, Stop, Times } from "./layout.ts";
import { block, whenText } from "./week-block.ts";
import { WeekDrag } from "./week-drag.ts";
import { WeekKeys } from "./week-keys.ts";
import { freeSlot, hours } from "./week-parts.ts";
import { weekStyles } from "./week.styles.ts";
import { appointmentsWords } from "./words.ts";

/** An appointment's part of a day. */
export type Placed = Segment<AppointmentRecord>;

/** What people do in the week, for the page around it. */
export interface WeekActions {
  open(record: AppointmentRecord): void;
  create(local: string): void;
  move(record: AppointmentRecord, times: Times): void;
  go(day: string): void;
}

interface Moving {
  record: AppointmentRecord;
  times: Times;
  by: "pointer" | "keys";
}

const FIRST_SHOWN = 7.5 * 60;

/** Some days side by side, hours from the top down: what is there is opened, moved and made in it. */
export class WeekGrid extends PortalElement {
  static override styles = [...PortalElement.styles, page, controls, weekStyles];

  /** The days that are shown. */
  @property({ attribute: false }) days: string[] = [];
  /** What is on them; undefined until that is known. */
  @property({ attribute: false }) records?: AppointmentRecord[] | undefined;
  /** By whose clocks. */
  @property({ attribute: false }) zone = "";
  /** The days in words. */
  @property({ attribute: false }) period = "";
  /** What comes of what people do here. */
  @property({ attribute: false }) actions!: WeekActions;

  /** What is on its way to another time. */
  @state() moving?: Moving | undefined;
  /** Where the keyboard is. */
  @state() at: Stop = { day: "", minute: 9 * 60 };

  readonly #drag = new WeekDrag(this);
  readonly #keys = new WeekKeys(this);
  #segments = new Map<string, Placed[]>();
  #clock?: number;
  #wantsFocus = false;
  #hasScrolled = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#clock = setInterval(() => this.requestUpdate(), 60_000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#clock);
    this.#drag.stop();
  }

  /** The day that it is. */
  get today(): string {
    return this.dayOf(Date.now());
  }

  /** The day of an instant. */
  dayOf(instant: string | number): string {
    return toDay(instant, this.zone);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has("records") || changed.has("days") || changed.has("zone"))
      this.#segments = segmentsOf(this.records ?? [], this.days, this.zone);
    if (!this.days.includes(this.at.day)) this.at = this.#beginning();
    // What was there may be elsewhere now, and something else here.
    else if (!this.segmentOf(this.at.key)) this.at = stopAt(this.stopsOf(this.at.day), this.at.minute);
  }

  #beginning(): Stop {
    const { today, days } = this;
    if (this.#wantsFocus) return this.at;
    const day = days.includes(today) ? today : days[0]!;
    return stopAt(this.stopsOf(day), this.at.minute);
  }

  protected override updated(): void {
    this.#scrollFirst();
    if (!this.#wantsFocus || !this.days.includes(this.at.day)) return;
    this.#wantsFocus = this.moving?.by === "keys";
    this.renderRoot.querySelector<HTMLElement>('.grid [tabindex="0"]')?.focus();
  }

  // Once, to where the day begins: earlier only if something is there.
  #scrollFirst(): void {
    const scroller = this.renderRoot.querySelector(".scroller");
    if (!scroller || this.#hasScrolled || !this.records) return;
    this.#hasScrolled = true;
    const starts = [...this.#segments.values()].flat().map(({ start }) => start);
    const first = Math.min(FIRST_SHOWN, ...starts.map((start) => start - SLOT / 2));
    const { scrollHeight } = this.renderRoot.querySelector(".body")!;
    scroller.scrollTop = (Math.max(first, 0) / (24 * 60)) * scrollHeight;
  }

  protected override planFocus(): () => unknown {
    return () => this.goTo(this.at);
  }

  /** The part of an appointment by its key. */
  segmentOf(key: string | undefined): Placed | undefined {
    return key ? this.#segments.get(key.slice(-10))?.find((segment) => segment.key === key) : undefined;
  }

  /** Where arrow keys stop on a day. */
  stopsOf(day: string): Stop[] {
    return stopsOf(day, this.#segments.get(day) ?? []);
  }

  /** Takes the keyboard somewhere; to other days if it is on none of these. */
  goTo(stop: Stop): void {
    this.at = stop;
    this.#wantsFocus = true;
    this.requestUpdate();
    if (!this.days.includes(stop.day)) this.actions.go(stop.day);
  }

  /** Makes an appointment at a time of a day. */
  createAt({ day, minute }: Stop): void {
    this.at = { day, minute };
    this.actions.create(localOf(day, minute));
  }

  /** Begins to move what the keyboard is at. */
  pickUp(): void {
    const segment = this.segmentOf(this.at.key);
    if (!segment) return;
    const { record } = segment;
    this.moving = { record, times: record, by: "keys" };
    this.#wantsFocus = true;
    this.announce(appointmentsWords(this).pickedUp(record.title, whenText(this, record, this.zone)));
  }

  /** Begins to move what the pointer holds. */
  lift({ record, key, day, start }: Placed): void {
    this.at = { key, day, minute: start };
    this.moving = { record, times: record, by: "pointer" };
  }

  /** Shows where it would be. */
  moveTo(times: Times): void {
    const moving = this.moving!;
    if (times.startsAt === moving.times.startsAt && times.endsAt === moving.times.endsAt) return;
    this.moving = { ...moving, times };
    if (moving.by !== "keys") return;
    this.announce(whenText(this, times, this.zone));
    const day = this.dayOf(times.startsAt);
    this.at = { day, minute: minuteOf(times.startsAt, this.zone) };
    this.#wantsFocus = true;
    if (!this.days.includes(day)) this.actions.go(day);
  }

  /** Leaves it there. */
  drop(): void {
    const { record, times, by } = this.moving!;
    this.moving = undefined;
    const day = this.dayOf(times.startsAt);
    const isMoved = times.startsAt !== record.startsAt || times.endsAt !== record.endsAt;
    if (isMoved) this.actions.move(record, times);
    if (by === "keys") this.announce(appointmentsWords(this).dropped(whenText(this, times, this.zone)));
    this.goTo({ day, minute: minuteOf(times.startsAt, this.zone), key: `${record.id} ${day}` });
  }

  /** Leaves it where it was. */
  putBack(): void {
    const { record } = this.moving!;
    this.moving = undefined;
    this.announce(appointmentsWords(this).putBack(record.title));
    const day = this.dayOf(record.startsAt);
    this.goTo({ day, minute: minuteOf(record.startsAt, this.zone), key: `${record.id} ${day}` });
  }

  #renderGhost(day: string): unknown {
    const { moving, zone } = this;
    if (!moving) return nothing;
    const record = { ...moving.record, ...moving.times };
    const isCurrent = moving.by === "keys";
    const parts = segmentsOf([record], [day], zone).get(day)!;
    return parts.map((part) =>
      block(this, part, { zone, isCurrent: isCurrent && part.isStart, isMoving: false, isGhost: true }),
    );
  }

  #renderDay(day: string): TemplateResult {
    const { zone, at, moving } = this;
    const segments = this.#segments.get(day)!;
    const isToday = day === this.today;
    const isHere = !moving && at.day === day;
    const context = { locale: this.localize.lang, timeZone: "UTC" };
    const full = format(context, day, { weekday: "long", day: "numeric", month: "long" });
    return html`<div role="row" class="day ${isToday ? "today" : ""}">
      <div
        role="rowheader"
        class="dayhead"
        aria-label=${appointmentsWords(this).count(full, segments.length)}
      >
        <span class="weekday">${format(context, day, { weekday: "short" })}</span>
        <span class="date num">${Number(day.slice(8))}</span>
      </div>
      <div role="presentation" class="body" data-day=${day}>
        ${repeat(
          segments,
          ({ key }) => key,
          (segment) =>
            block(this, segment, {
              zone,
              isCurrent: isHere && at.key === segment.key,
              isMoving: moving?.record.id === segment.record.id,
            }),
        )}
        ${isHere && !at.key ? freeSlot(this, at) : nothing} ${this.#renderGhost(day)}
        ${isToday ? html`<div class="now" ${place({ "--start": minuteOf(Date.now(), zone) })}></div>` : nothing}
      </div>
    </div>`;
  }

  protected override renderContent(): TemplateResult {
    const words = appointmentsWords(this);
    const isBusy = !this.records;
    return html`<div class="scroller card ${isBusy ? "busy" : ""}" aria-busy=${isBusy}>
        <div
          class="grid"
          role="grid"
          aria-label=${words.grid(this.period)}
          aria-describedby="hint"
          ${place({ "--days": this.days.length })}
          @pointerdown=${this.#drag.onDown}
          @click=${this.#drag.onClick}
          @keydown=${this.#keys.onKey}
          @keyup=${this.#keys.onKeyUp}
        >
          ${hours(this)}
          ${repeat(
            this.days,
            (day) => day,
            (day) => this.#renderDay(day),
          )}
        </div>
      </div>
      <p class="sr" id="hint">${words.gridHint}</p>`;
  }
}

define("console-week", WeekGrid);

declare global {
  interface HTMLElementTagNameMap {
    "console-week": WeekGrid;
  }
}
