import { etagOf } from "@portico/client/dashboard";
import type { MailRecord } from "@portico/client/dashboard";
import { toPortalError } from "@portico/elements/internal/controllers/portal-store.ts";
import { define } from "@portico/elements/internal/lib/define.ts";
import { format } from "@portico/elements/internal/lib/time.ts";
import { empty, pill, segmented } from "@portico/elements/internal/primitives/primitives.ts";
import type { Tone } from "@portico/elements/internal/primitives/primitives.ts";
import { css, html, nothing } from "lit";
import type { PropertyValues, TemplateResult } from "lit";
import { ConsolePage } from "../../lib/console-page.ts";
import { ListController } from "../../lib/list.ts";
import { router } from "../../lib/router.ts";
import { problemText, refusal } from "../../parts/problem.ts";
import { listTable } from "../../parts/table.ts";
import type { Column } from "../../parts/table.ts";
import { commonWords } from "../../words/common.ts";
import { mailsWords } from "./words.ts";

const states = ["QUEUED", "SENT", "FAILED"] as const;
type MailState = (typeof states)[number];
const tones: Record<MailState, Tone> = { QUEUED: "warning", SENT: "accent", FAILED: "danger" };

/** What was sent, what waits, and what failed: why, and once more. */
export class MailsPage extends ConsolePage {
  static override styles = [
    ...ConsolePage.pageStyles,
    css`
      .intro {
        max-inline-size: 44rem;
        margin-block: -0.75rem 1.25rem;
        color: var(--_ink-2);
      }
      .to {
        display: block;
        font-weight: 400;
      }
      .when {
        white-space: nowrap;
      }
      .state {
        display: flex;
        flex-direction: column;
        align-items: start;
        gap: 0.25rem;
        max-inline-size: 26rem;
      }
      @container (inline-size < 42rem) {
        .state {
          flex: 1 1 10rem;
        }
      }
    `,
  ];

  readonly #list = new ListController<MailRecord>(this, (query, options) =>
    this.api.listMails(query, options),
  );

  override get heading(): string {
    return mailsWords(this).heading;
  }

  get #mayRead(): boolean {
    return this.store?.session.status === "signed-in" && this.may("ADMIN");
  }

  get #state(): MailState | "" {
    const asked = router.query.get("status") as MailState;
    return states.includes(asked) ? asked : "";
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.#mayRead) this.#list.show({ status: this.#state || undefined, limit: 50 });
  }

  async #send(mail: MailRecord): Promise<void> {
    try {
      this.#list.put(await this.api.sendMail(mail.id, { ifMatch: etagOf(mail) }));
      this.toast(mailsWords(this).requeued(mail.to));
    } catch (error) {
      this.toast(problemText(this, toPortalError(error)));
      void this.#list.reload();
    }
  }

  #when(instant: string): string {
    return format(this.time, instant, {
      weekday: "short",
      day: "numeric",
      month: "short",
      hour: "numeric",
      minute: "2-digit",
    });
  }

  /** Why it has not left; and how often that was tried, and when it is tried next. */
  #why({ lastError, attempts, dueAt }: MailRecord): string[] {
    const words = mailsWords(this);
    const isDue = dueAt && Date.parse(dueAt) <= Date.now() + 60_000;
    const next = dueAt && (isDue ? words.dueNow : words.nextTry(this.#when(dueAt)));
    const reason = lastError && (words.errors[lastError.code] ?? lastError.message);
    const tries = [attempts ? words.attempts(attempts) : "", next].filter(Boolean).join(" · ");
    return [reason ?? "", tries].filter(Boolean);
  }

  get #columns(): Column<MailRecord>[] {
    const words = mailsWords(this);
    const kindOf = ({ kind }: MailRecord) => words.kinds[kind] ?? words.kinds.OTHER!;
    return [
      {
        label: words.mail,
        cell: (mail) =>
          html`<span class="strong">${kindOf(mail)}</span><span class="to second">${mail.to}</span>`,
      },
      {
        label: words.state,
        cell: (mail) =>
          html`<span class="state">
            ${pill(words[mail.status], tones[mail.status])}
            ${mail.status === "SENT" ? nothing : this.#why(mail).map((text) => html`<span class="small">${text}</span>`)}
          </span>`,
      },
      {
        label: words.when,
        cell: ({ sentAt, failedAt, createdAt }) =>
          html`<span class="when num second">${this.#when(sentAt ?? failedAt ?? createdAt)}</span>`,
      },
      {
        label: words.actions,
        cell: (mail) =>
          mail.status === "SENT"
            ? html`<span class="second">${commonWords(this).nothing}</span>`
            : html`<button
                type="button"
                class="btn small"
                aria-label="${mail.status === "FAILED" ? words.sendAgain : words.sendNow}: ${words.about(kindOf(mail), mail.to)}"
                @click=${() => this.#send(mail)}
              >
                ${mail.status === "FAILED" ? words.sendAgain : words.sendNow}
              </button>`,
      },
    ];
  }

  get #empty(): TemplateResult {
    const words = mailsWords(this);
    const state = this.#state;
    return state
      ? empty(words.noneSuch[state], words.noneSuchHint[state])
      : empty(words.none, words.noneHint);
  }

  protected override renderContent(): TemplateResult {
    const words = mailsWords(this);
    if (!this.#mayRead) return this.renderPage({}, refusal(this));
    const choices = [["", words.all] as const, ...states.map((state) => [state, words[state]] as const)];
    const choose = (status: string) => router.go(router.hrefWith({ status, cursor: null }));
    return this.renderPage(
      {},
      html`
        <p class="intro">${words.intro}</p>
        <div class="bar">${segmented(words.filter, choices, this.#state, choose)}</div>
        ${listTable(this, this.#list, { label: words.heading, columns: this.#columns, empty: this.#empty })}
      `,
    );
  }
}

define("console-mails", MailsPage);
