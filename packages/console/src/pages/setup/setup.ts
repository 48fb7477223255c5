import type { DashboardAnswer } from "@portico/client/dashboard";
import { LoadController } from "@portico/elements/internal/controllers/load.ts";
import { toPortalError } from "@portico/elements/internal/controllers/portal-store.ts";
import { state } from "@portico/elements/internal/lib/decorators.ts";
import { define } from "@portico/elements/internal/lib/define.ts";
import { failure } from "@portico/elements/internal/primitives/failure.ts";
import { skeleton } from "@portico/elements/internal/primitives/primitives.ts";
import { html } from "lit";
import type { PropertyValues, TemplateResult } from "lit";
import { ConsolePage } from "../../lib/console-page.ts";
import { FormController } from "../../lib/form.ts";
import { OrganizationController } from "../../lib/organization.ts";
import { router } from "../../lib/router.ts";
import type { Draft } from "../../parts/branding-fields.ts";
import { problemText, refusal } from "../../parts/problem.ts";
import { organizationProblem } from "../../parts/conflict.ts";
import { embedStyles } from "../../styles/embed.ts";
import { commonWords } from "../../words/common.ts";
import { setupStepWords } from "../../words/setup.ts";
import { customerStep } from "./customer-step.ts";
import { embedStep } from "./embed-step.ts";
import { end } from "./end.ts";
import { invitationStep } from "./invitation-step.ts";
import { lookStep } from "./look-step.ts";
import { stepsNavigation } from "./navigation.ts";
import { setupStyles } from "./setup.styles.ts";
import { placeAfter, placeOf, stepIds } from "./steps.ts";
import type { Place, StepId } from "./steps.ts";
import type { Step } from "./step.ts";
import { websiteStep } from "./website-step.ts";
import { setupWords } from "./words.ts";

const steps: Record<StepId, Step> = {
  LOOK: lookStep,
  CUSTOMER: customerStep,
  WEBSITE: websiteStep,
  EMBED: embedStep,
  INVITATION: invitationStep,
};

/** The first run: from nothing to the portal on the organization's own page. Left and come back to at any step. */
export class SetupPage extends ConsolePage {
  static override styles = [...ConsolePage.pageStyles, embedStyles, setupStyles];

  /** The organization's record, which most steps change. */
  readonly organizationRecord = new OrganizationController(this);
  /** What is there already. */
  readonly home = new LoadController<DashboardAnswer<"getHome">>(this, (signal) =>
    this.api.getHome({ signal }),
  );
  /** The form of the step that is shown. */
  readonly form = new FormController(
    this,
    (values) => this.#send(values),
    () => commonWords(this).required,
  );

  /** What is typed in the step of the look. */
  @state() draft?: Draft | undefined;
  /** Whether the first customer gets an appointment at once. */
  @state() withAppointment = false;
  /** The customer that was made here last: offered to be invited. */
  @state() newCustomer?: DashboardAnswer<"createCustomer"> | undefined;
  /** A customer whose appointment was refused: not to be made twice. */
  unfinished?: DashboardAnswer<"createCustomer"> | undefined;

  #place?: Place;

  override get heading(): string {
    return setupWords(this).heading;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.store?.session.status !== "signed-in") return;
    this.home.ensure("home");
    this.organizationRecord.ensure("organization");
  }

  /** Where the address is. */
  get at(): Place {
    return placeOf(router.query.get("step"), this.home.value!.setup);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!this.home.value || !this.organizationRecord.value) return;
    const place = this.at;
    const isFirst = this.#place === undefined;
    if (place === this.#place) return;
    this.#place = place;
    this.form.reset();
    if (!isFirst) this.renderRoot.querySelector<HTMLElement>(".content h2")?.focus();
  }

  async #send(values: Record<string, string | null>): Promise<void> {
    const place = this.at;
    if (place === "DONE") return;
    await steps[place].send(this, values);
    await this.advance(place);
  }

  /** Goes on to what is to be done next. */
  async advance(step: StepId): Promise<void> {
    await this.home.reload();
    const next = placeAfter(step, this.home.value!.setup);
    router.go(router.href("setup", { step: next.toLowerCase() }));
  }

  readonly #later = async (): Promise<void> => {
    try {
      await this.api.updateOrganization({ setupDismissed: true });
    } catch (error) {
      return this.toast(problemText(this, toPortalError(error)));
    }
    this.store!.cache.delete("home");
    this.toast(setupStepWords(this).dismissed, async () => {
      await this.api.updateOrganization({ setupDismissed: false });
      router.go(router.href("setup"));
    });
    router.go(router.href(""));
  };

  #renderStep(place: StepId): TemplateResult {
    const words = setupWords(this);
    const { organizationRecord } = this;
    const step = steps[place];
    const skip = router.href("setup", { step: placeAfter(place, this.home.value!.setup).toLowerCase() });
    return html`<header>
        <p class="number">${words.step(stepIds.indexOf(place) + 1, stepIds.length)}</p>
        <h2 tabindex="-1">${words[place]}</h2>
        <p class="second">${words[`${place}Hint` as const]}</p>
      </header>
      <form novalidate @submit=${this.form.onSubmit} @input=${this.form.onInput} @change=${this.form.onInput}>
        ${step.render(this)} ${organizationProblem(this, this.form, organizationRecord)}
        <div class="buttons">
          ${step.action(this)}
          <a class="link quiet" href=${skip}>${words.skip}</a>
        </div>
      </form>`;
  }

  protected override renderContent(): TemplateResult {
    const words = setupWords(this);
    const { home, organizationRecord, localize } = this;
    if (!this.may("ADMIN")) return this.renderPage({}, refusal(this));
    const error = home.error ?? organizationRecord.error;
    const retry = () => void Promise.all([home.reload(), organizationRecord.reload()]);
    const actions = html`<button type="button" class="btn" @click=${this.#later}>${words.later}</button>`;
    if (!home.value || !organizationRecord.value)
      return this.renderPage(
        {},
        error ? failure(localize, words.heading, error, retry) : skeleton(localize, 5),
      );
    const place = this.at;
    const { setup } = home.value;
    const isOver = setup.steps.every(({ done }) => done) || Boolean(setup.dismissedAt);
    return this.renderPage(
      { actions: isOver ? undefined : actions },
      html`<div class="layout">
        ${stepsNavigation(this, setup, place)}
        <div class="content">${place === "DONE" ? end(this) : this.#renderStep(place)}</div>
      </div>`,
    );
  }
}

define("console-setup", SetupPage);
