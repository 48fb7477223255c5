import type { InvitationImport } from "@portico/client/dashboard";
import { LoadController } from "@portico/elements/internal/controllers/load.ts";
import { toPortalError } from "@portico/elements/internal/controllers/portal-store.ts";
import { state } from "@portico/elements/internal/lib/decorators.ts";
import { define } from "@portico/elements/internal/lib/define.ts";
import { format } from "@portico/elements/internal/lib/time.ts";
import { pill } from "@portico/elements/internal/primitives/primitives.ts";
import { html, nothing } from "lit";
import type { PropertyValues, TemplateResult } from "lit";
import { ConsolePage } from "../../lib/console-page.ts";
import { fileText } from "../../lib/file-text.ts";
import { router } from "../../lib/router.ts";
import { problemText } from "../../parts/problem.ts";
import { table } from "../../parts/table.ts";
import { importStyles } from "./import.styles.ts";
import { importWords } from "./import-words.ts";

// What the API takes, less what JSON adds to it.
const LARGEST = 1.9 * 1024 * 1024;

const example = "data:text/csv;charset=utf-8,";
const exampleLines =
  "email,name,externalId,phone,locale\r\nada@example.com,Ada Okafor,K-1042,+49 30 1234567,en\r\n";

/** Choosing the file, and the lists of before. */
export class ImportFile extends ConsolePage {
  static override styles = [...ConsolePage.pageStyles, importStyles];

  readonly #earlier = new LoadController<InvitationImport[]>(
    this,
    async (signal) => (await this.api.listInvitationImports({ limit: 10 }, { signal })).items,
  );

  @state() private isOver = false;
  @state() private isBusy = false;
  @state() private problem = "";

  override get heading(): string {
    return importWords(this).heading;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.store?.session.status === "signed-in") this.#earlier.ensure("imports");
  }

  async #take(file: File | undefined): Promise<void> {
    if (!file || this.isBusy) return;
    const words = importWords(this);
    this.problem = "";
    if (file.size > LARGEST) {
      this.problem = words.tooLarge;
      return;
    }
    this.isBusy = true;
    try {
      const csv = fileText(await file.arrayBuffer());
      if (!csv.trim() || csv.includes("\0")) {
        this.problem = words.notText;
        return;
      }
      const made = await this.api.createInvitationImport({ csv });
      router.go(router.href(`invitations/import/${made.id}`));
    } catch (thrown) {
      const error = toPortalError(thrown);
      const [refused] = error.errors;
      this.problem = refused ? `${file.name}: ${refused.message}.` : problemText(this, error);
    } finally {
      this.isBusy = false;
    }
  }

  readonly #chosen = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    // The same file again, mended, is a choice too.
    void this.#take(file).finally(() => (input.value = ""));
  };
  readonly #over = (event: DragEvent): void => {
    event.preventDefault();
    this.isOver = event.type === "dragover";
  };
  readonly #dropped = (event: DragEvent): void => {
    event.preventDefault();
    this.isOver = false;
    void this.#take(event.dataTransfer?.files[0]);
  };

  #renderEarlier(): unknown {
    const words = importWords(this);
    const lists = this.#earlier.value;
    if (!lists?.length) return nothing;
    const when = { day: "numeric", month: "short", hour: "numeric", minute: "2-digit" } as const;
    return html`<section class="section" aria-labelledby="earlier">
      <div class="head"><h2 id="earlier">${words.earlier}</h2></div>
      <div class="card tablewrap">
        ${table(this, lists, {
          label: words.earlier,
          href: ({ id }) => router.href(`invitations/import/${id}`),
          empty: nothing,
          columns: [
            {
              label: words.oneList,
              cell: ({ createdAt }) => words.list(format(this.time, createdAt, when)),
            },
            { label: words.lines, cell: ({ counts }) => counts.total },
            { label: words.states.INVITED, cell: ({ counts }) => counts.invited },
            {
              label: words.states.INVALID,
              cell: ({ counts }) => counts.invalid,
            },
            {
              label: words.stands,
              cell: ({ status }) => pill(words.status[status], status === "RUNNING" ? "accent" : "neutral"),
            },
          ],
        })}
      </div>
    </section>`;
  }

  protected override renderContent(): TemplateResult {
    const words = importWords(this);
    return html`
      <p class="intro">${words.intro}</p>
      <div
        class="drop ${this.isOver ? "over" : ""}"
        @dragover=${this.#over}
        @dragleave=${this.#over}
        @drop=${this.#dropped}
      >
        <input type="file" id="file" accept=".csv,.txt,text/csv" @change=${this.#chosen} />
        <label for="file" class="btn primary">${words.choose}</label>
        <p class="second">${words.drop}</p>
        <p class="small columns">${words.columns}</p>
        <a class="small" download="customers.csv" href="${example}${encodeURIComponent(exampleLines)}"
          >${words.template}</a
        >
        <div role="alert">${this.problem ? html`<p class="danger-text">${this.problem}</p>` : nothing}</div>
        <p role="status" class="second">${this.isBusy ? words.reading : nothing}</p>
      </div>
      ${this.#renderEarlier()}
    `;
  }
}

define("console-import-file", ImportFile);
