import type { AppointmentRecord, Employee } from "@portico/client/dashboard";
import { LoadController } from "@portico/elements/internal/controllers/load.ts";
import { toPortalError } from "@portico/elements/internal/controllers/portal-store.ts";
import { state } from "@portico/elements/internal/lib/decorators.ts";
import { define } from "@portico/elements/internal/lib/define.ts";
import { failure } from "@portico/elements/internal/primitives/failure.ts";
import { html, nothing } from "lit";
import type { PropertyValues, TemplateResult } from "lit";
import { ConsolePage } from "../../lib/console-page.ts";
import { ListController } from "../../lib/list.ts";
import { router } from "../../lib/router.ts";
import { toDay, toInstant, addDays } from "../../lib/zoned.ts";
import { icons } from "../../parts/icons.ts";
import { problemText } from "../../parts/problem.ts";
import { changeAppointment } from "../../records/appointment-changes.ts";
import type { AppointmentStatus } from "../../records/appointment-changes.ts";
import { appointmentWords } from "../../records/appointment-words.ts";
import "../../records/appointment-dialog.ts";
import type { RecordDeletedEvent, RecordSavedEvent } from "../../records/events.ts";
import { commonWords } from "../../words/common.ts";
import { appointmentList } from "./appointment-list.ts";
import { appointmentsStyles } from "./appointments.styles.ts";
import type { Times } from "./layout.ts";
import { daysFor, periodOf, periodText } from "./place-in-time.ts";
import type { Period } from "./place-in-time.ts";
import { dayTabs, helpDialog, toolbar } from "./toolbar.ts";
import { whenText } from "./week-block.ts";
import "./week.ts";
import type { WeekActions } from "./week.ts";
import { appointmentsWords } from "./words.ts";

/** How many of one period are shown; more than a desk can have in a week. */
const MOST = 1000;
const statuses: readonly string[] = ["REQUESTED", "CONFIRMED", "CANCELLED", "COMPLETED", "NO_SHOW"];

/** Appointments: the week in which they are moved about, and the list. One of them opens over either. */
export class AppointmentsPage extends ConsolePage {
  static override styles = [...ConsolePage.pageStyles, appointmentsStyles];

  /** Who works here, for the filter. */
  readonly employees = new LoadController<Employee[]>(this, async (signal) => {
    const all = [];
    for await (const employee of this.api.iterateEmployees({ limit: 100 }, { signal })) all.push(employee);
    return all;
  });
  /** The list's page. */
  readonly list = new ListController<AppointmentRecord>(this, (query, options) =>
    this.api.listAppointmentRecords(query, options),
  );
  readonly #week = new LoadController<AppointmentRecord[]>(this, async (signal) => {
    const all = [];
    for await (const record of this.api.iterateAppointmentRecords(this.#query, { signal })) {
      all.push(record);
      if (all.length === MOST) break;
    }
    return all;
  });

  @state() private width = 0;
  @state() private opened?: AppointmentRecord | undefined;
  @state() private isHelping = false;
  #opening = "";
  #period!: Period;

  readonly #resize = new ResizeObserver(([entry]) => {
    const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
    this.width = entry!.contentRect.width / rem;
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resize.observe(this);
    this.addEventListener("keydown", this.#onKey);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resize.disconnect();
    this.removeEventListener("keydown", this.#onKey);
  }

  override get heading(): string {
    return appointmentsWords(this).heading;
  }

  /** Whether the list is shown. */
  get isList(): boolean {
    return router.query.get("view") === "list";
  }

  /** The day that it is, by the organization's clocks. */
  get today(): string {
    return toDay(Date.now(), this.time.timeZone);
  }

  /** The day that is shown, alone or among others. */
  get day(): string {
    const asked = router.query.get("day") ?? "";
    return /^\d{4}-\d\d-\d\d$/.test(asked) && !Number.isNaN(Date.parse(asked)) ? asked : this.today;
  }

  /** What the address filters by. */
  get filters(): { employeeId?: string; status?: string } {
    const { query } = router;
    const employeeId = query.get("employee");
    const status = query.get("status");
    return {
      ...(employeeId && { employeeId }),
      ...(status && statuses.includes(status) && { status }),
    };
  }

  get #query() {
    const { loaded } = this.#period;
    const { timeZone } = this.time;
    const from = toInstant(`${loaded[0]!}T00:00`, timeZone);
    const to = toInstant(`${addDays(loaded.at(-1)!, 1)}T00:00`, timeZone);
    return { ...this.filters, from, to, limit: 100 };
  }

  // An appointment's own address is this page's too: it opens over the week that it is in.
  get #asked(): string {
    return router.path.split("/")[1] ?? "";
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.store?.session.status !== "signed-in" || !this.width) return;
    this.employees.ensure("appointments employees");
    this.#period = periodOf(this.day, daysFor(this.width), this.time.locale);
    if (this.isList) {
      const from = toInstant(`${this.day}T00:00`, this.time.timeZone);
      this.list.show({ ...this.filters, from, limit: 50 });
    } else this.#week.ensure(`appointments ${JSON.stringify(this.#query)}`);
    if (this.#asked !== this.#opening) void this.#open(this.#asked);
  }

  async #open(id: string): Promise<void> {
    this.#opening = id;
    if (this.opened?.id !== id) this.opened = undefined;
    if (!id || this.opened) return;
    try {
      const record = await this.api.getAppointmentRecord(id);
      if (this.#asked !== id) return;
      this.opened = record;
      const day = toDay(record.startsAt, this.time.timeZone);
      if (!router.query.has("day")) router.go(router.hrefWith({ day }), { replace: true });
    } catch (error) {
      const refused = toPortalError(error);
      this.toast(
        refused.code === "NOT_FOUND" ? appointmentsWords(this).notFound : problemText(this, refused),
      );
      this.#close();
    }
  }

  /** Opens one that is shown already. */
  readonly show = (record: AppointmentRecord): void => {
    this.opened = record;
    router.go(router.href(`appointments/${record.id}`, this.#state));
  };

  get #state(): Record<string, string> {
    const { organization: _, new: __, ...state } = Object.fromEntries(router.query);
    return state;
  }

  readonly #close = (): void => {
    this.opened = undefined;
    router.go(router.href("appointments", this.#state), { replace: true });
  };

  readonly #create = (local: string): void => router.go(router.hrefWith({ new: local }));

  /** Puts a state of an appointment in the place of the one that is shown, and asks what that does to the others. */
  #put(record: AppointmentRecord, isSettled = true): void {
    const { value } = this.#week;
    if (value) {
      const others = value.filter(({ id }) => id !== record.id);
      this.#week.mutate([...others, record]);
    }
    this.list.put(record);
    if (isSettled) this.#reload();
  }

  #reload(): void {
    if (this.isList) void this.list.reload();
    else void this.#week.reload();
  }

  /** Changes how an appointment stands, at once. */
  setStatus(before: AppointmentRecord, status: AppointmentStatus): void {
    const said = appointmentWords(this).said[status](before.title);
    this.#change(before, { status }, said);
  }

  #change(before: AppointmentRecord, change: Partial<Times> & { status?: AppointmentStatus }, said: string) {
    let isFirst = true;
    const put = (record: AppointmentRecord) => {
      this.#put(record, !isFirst);
      isFirst = false;
    };
    void changeAppointment(this, { before, change, said, put });
  }

  readonly #actions: WeekActions = {
    open: this.show,
    create: this.#create,
    move: (record, times) => {
      const when = whenText(this, times, this.time.timeZone);
      this.#change(record, times, appointmentWords(this).moved(record.title, when));
    },
    go: (day) => router.go(router.hrefWith({ day })),
  };

  readonly #onSaved = ({ record }: RecordSavedEvent<AppointmentRecord>): void => this.#put(record);
  readonly #onDeleted = ({ record }: RecordDeletedEvent<AppointmentRecord>): void => {
    this.#week.mutate((this.#week.value ?? []).filter(({ id }) => id !== record.id));
    this.list.remove(record.id);
    this.toast(commonWords(this).deleted(record.title));
    this.#reload();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const [target] = event.composedPath() as HTMLElement[];
    if (event.key !== "?" || target?.matches("input, textarea, select")) return;
    event.preventDefault();
    this.help();
  };

  /** Shows the keys. */
  readonly help = (): void => {
    this.isHelping = true;
  };

  #renderDialog(): unknown {
    const { opened } = this;
    const asked = router.query.get("new");
    if (!opened && !asked) return nothing;
    const start = asked && /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(asked) ? asked : "";
    return html`<console-appointment-dialog
      .client=${this.client}
      .record=${opened}
      .start=${start}
      @console-saved=${this.#onSaved}
      @console-deleted=${this.#onDeleted}
      @console-closed=${this.#close}
    ></console-appointment-dialog>`;
  }

  #renderWeek(): unknown {
    const { value, error } = this.#week;
    const words = appointmentsWords(this);
    const failed = error && failure(this.localize, words.appointments, error, () => this.#reload());
    if (failed && !value) return failed;
    const { days, loaded } = this.#period;
    return html`${failed ?? nothing} ${days.length === 1 ? dayTabs(this, loaded, value ?? []) : nothing}
      ${value?.length === MOST ? html`<p class="small" role="status">${words.tooMany(MOST)}</p>` : nothing}
      <console-week
        .client=${this.client}
        .days=${days}
        .records=${value}
        .zone=${this.time.timeZone}
        .period=${periodText(days, this.time.locale)}
        .actions=${this.#actions}
      ></console-week>`;
  }

  protected override renderContent(): TemplateResult {
    const words = appointmentsWords(this);
    const actions = html`<button
      type="button"
      class="btn primary new"
      aria-label=${words.newAppointment}
      @click=${() => this.#create("now")}
    >
      ${icons.plus}<span>${words.newAppointment}</span>
    </button>`;
    if (!this.width) return this.renderPage({ actions }, nothing);
    const shown = this.isList ? appointmentList(this) : this.#renderWeek();
    const help = this.isHelping ? helpDialog(this, () => (this.isHelping = false)) : nothing;
    return this.renderPage(
      { actions },
      html`${toolbar(this, this.#period)} ${shown} ${this.#renderDialog()} ${help}`,
    );
  }
}

define("console-appointments", AppointmentsPage);
