import type { AccountSession, PortalClient } from "@portico/client";
import { addResources } from "@portico/client/resources";
import { html, nothing } from "lit";
import type { ReactiveController, TemplateResult } from "lit";
import { LoadController } from "../../controllers/load.ts";
import { toPortalError } from "../../controllers/portal-store.ts";
import { PortalSessionEndedEvent } from "../../events/account.ts";
import { PortalErrorEvent } from "../../events/session.ts";
import type { PortalElement } from "../../lib/portal-element.ts";
import { errorText, failure } from "../../primitives/failure.ts";
import { facts, pill, skeleton } from "../../primitives/primitives.ts";
import { agoInWords, dayInWords } from "./when.ts";

/** What is asked before it is done: a session's id, or every other one. */
type Asked = string | "others";

/** Where somebody is signed in: the list, and ending one or all others, each asked for in its own place. */
export class SessionsController implements ReactiveController {
  readonly #load: LoadController<AccountSession[]>;
  #asked?: Asked;
  #busy = false;
  #problem?: { at: Asked; words: string };

  constructor(private readonly host: PortalElement) {
    this.#load = new LoadController(
      host,
      async (signal) => (await this.#client.listSessions({ signal })).items,
    );
    host.addController(this);
  }

  get #client(): PortalClient {
    return addResources(this.host.store!.client!);
  }

  hostUpdate(): void {
    if (this.host.store?.session.status === "signed-in") this.#load.ensure("sessions");
    else this.#load.reset();
  }

  /** Loads the list again. */
  reload(): Promise<void> {
    return this.#load.reload();
  }

  /** A device in the page's language; the server names browser and system, which are names everywhere. */
  #device({ device }: AccountSession): string {
    const { localize } = this.host;
    const [browser, system] = device.split(" on ");
    if (system) return localize.term("deviceOn", browser!, system);
    return device === "Unknown device" ? localize.term("unknownDevice") : device;
  }

  #ask(asked?: Asked): void {
    const back = this.#asked;
    this.#asked = asked;
    this.#problem = undefined;
    this.host.requestUpdate();
    this.#focus(asked ? "#yes" : `[data-asks="${back}"]`);
  }

  #focus(selector: string): void {
    void this.host.updateComplete.then(() => {
      const root = this.host.renderRoot;
      const found =
        root.querySelector<HTMLElement>(selector) ?? root.querySelector<HTMLElement>("#signed-in");
      found?.focus();
    });
  }

  async #end(asked: Asked): Promise<void> {
    if (this.#busy) return;
    const { host } = this;
    const { localize } = host;
    const sessions = this.#load.value!;
    this.#busy = true;
    this.#problem = undefined;
    host.requestUpdate();
    try {
      await (asked === "others" ? this.#client.endOtherSessions() : this.#client.endSession(asked));
      const left = sessions.filter((item) => (asked === "others" ? item.isCurrent : item.id !== asked));
      const ended = sessions.find(({ id }) => id === asked);
      this.#asked = undefined;
      this.#load.mutate(left);
      host.announce(
        ended ? localize.term("sessionEnded", this.#device(ended)) : localize.term("othersEnded"),
      );
      host.dispatchEvent(new PortalSessionEndedEvent(ended?.id ?? null));
      this.#focus("#signed-in");
    } catch (thrown) {
      const error = toPortalError(thrown);
      this.#problem = { at: asked, words: errorText(localize, error) };
      host.dispatchEvent(new PortalErrorEvent(error));
    } finally {
      this.#busy = false;
      host.requestUpdate();
    }
  }

  #renderQuestion(asked: Asked, question: string): TemplateResult {
    const { localize } = this.host;
    const problem = this.#problem?.at === asked ? this.#problem.words : undefined;
    return html`<div class="row open" role="group" aria-label=${question}>
      <p class="strong">${question}</p>
      <div role="alert">${problem ? html`<p part="error" class="problem">${problem}</p>` : nothing}</div>
      <div class="choices">
        <button
          id="yes"
          type="button"
          part="button"
          class="btn danger"
          aria-disabled=${this.#busy}
          @click=${() => this.#end(asked)}
        >
          ${localize.term("signOut")}
        </button>
        <button type="button" part="button" class="btn" @click=${() => this.#ask()}>
          ${localize.term("cancel")}
        </button>
      </div>
    </div>`;
  }

  #renderSession(session: AccountSession, hasSides: boolean): TemplateResult {
    const { localize } = this.host;
    const device = this.#device(session);
    if (this.#asked === session.id) {
      return html`<li>${this.#renderQuestion(session.id, localize.term("endOne", device))}</li>`;
    }
    const side = session.audience === "dashboard" ? "atDashboard" : "atPortal";
    const said = [
      ...(hasSides ? [localize.term(side)] : []),
      session.isCurrent
        ? localize.term("activeNow")
        : localize.term("lastUsed", agoInWords(this.host, session.lastUsedAt)),
      localize.term("signedInOn", dayInWords(this.host, session.createdAt)),
    ];
    return html`<li part="session" class="row">
      <div class="what">
        <p class="strong">
          ${device} ${session.isCurrent ? pill(localize.term("thisDevice"), "accent") : nothing}
        </p>
        <p class="small num">${facts(...said)}</p>
      </div>
      ${
        session.isCurrent
          ? nothing
          : html`<button
              type="button"
              class="link"
              data-asks=${session.id}
              aria-label=${localize.term("endSession", device)}
              @click=${() => this.#ask(session.id)}
            >
              ${localize.term("signOut")}
            </button>`
      }
    </li>`;
  }

  #renderOthers(count: number): TemplateResult {
    const { localize } = this.host;
    if (!count) return html`<p class="row small">${localize.term("onlyThisDevice")}</p>`;
    if (this.#asked === "others") return this.#renderQuestion("others", localize.term("endOthersQuestion"));
    return html`<div class="row">
      <button type="button" class="link" data-asks="others" @click=${() => this.#ask("others")}>
        ${localize.term("endOthers")}
      </button>
    </div>`;
  }

  #renderList(): TemplateResult {
    const { value, error } = this.#load;
    const { localize } = this.host;
    if (error && !value) return failure(localize, localize.term("sessions"), error, () => void this.reload());
    if (!value) return skeleton(localize, 2);
    const hasSides = new Set(value.map(({ audience }) => audience)).size > 1;
    return html`<div class="card rows">
      <ul class="rows">
        ${value.map((session) => this.#renderSession(session, hasSides))}
      </ul>
      ${this.#renderOthers(value.filter(({ isCurrent }) => !isCurrent).length)}
    </div>`;
  }

  /** The section. */
  render(): TemplateResult {
    return html`<section aria-labelledby="signed-in">
      <h3 id="signed-in" tabindex="-1">${this.host.localize.term("signedInWhere")}</h3>
      ${this.#renderList()}
    </section>`;
  }
}
