import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { ConsolePage } from "../../lib/console-page.ts";
import { problemText } from "../../parts/problem.ts";
import { progress } from "../../parts/progress.ts";
import type { Kind } from "./columns.ts";
import type { FileProblem, ImportController } from "./import.ts";
import { mappingTable } from "./mapping-view.ts";
import { outcomeView } from "./outcome-view.ts";
import { dataWords } from "./words.ts";

const numberOf = (host: ConsolePage) => (value: number) => value.toLocaleString(host.localize.lang);
const rowsOf = (host: ConsolePage) => (count: number) => dataWords(host).rows(count, numberOf(host)(count));

function problemOf(host: ConsolePage, problem: FileProblem): string {
  const words = dataWords(host);
  if (typeof problem === "object") return words.quote(problem.quoteInRow);
  return problem === "EMPTY" ? words.emptyFile : words.tooLarge;
}

/** Where a file is chosen, or dropped. */
function dropZone(host: ConsolePage, run: ImportController): TemplateResult {
  const words = dataWords(host);
  const take = (files?: FileList | null) => files?.[0] && void run.open(files[0]);
  const over = (isOver: boolean) => (event: DragEvent) => {
    event.preventDefault();
    (event.currentTarget as Element).classList.toggle("over", isOver);
  };
  const drop = (event: DragEvent) => {
    over(false)(event);
    take(event.dataTransfer?.files);
  };
  return html`<label class="drop" @dragover=${over(true)} @dragleave=${over(false)} @drop=${drop}>
      <span><span class="strong">${words.choose}</span> ${words.orDrop}</span>
      <input
        class="sr"
        type="file"
        accept=".csv,.tsv,.txt,text/csv"
        aria-label=${words.choose}
        aria-describedby="file-hint"
        @change=${(event: Event) => take((event.target as HTMLInputElement).files)}
      />
      <span class="small" id="file-hint">${words.chooseHint}</span>
    </label>
    <div role="alert">
      ${run.fileProblem ? html`<p class="problem">${problemOf(host, run.fileProblem)}</p>` : nothing}
    </div>`;
}

function underWay(host: ConsolePage, run: ImportController): TemplateResult {
  const words = dataWords(host);
  const say = run.phase === "checking" ? words.checking : words.importing;
  const number = numberOf(host);
  const text = say(number(run.done), number(run.total));
  return html`<section class="section">
    ${progress(host, { text, done: run.done, of: run.total, cancel: run.cancel })}
  </section>`;
}

/** What the dry run told, and the way on. */
function checked(host: ConsolePage, kind: Kind, run: ImportController): TemplateResult {
  const words = dataWords(host);
  const { created, updated, unchanged } = run.checked;
  const todo = created + updated;
  const action = todo
    ? html`<p class="go">
        <button type="button" class="btn primary" @click=${run.import}>
          ${words.importAction(rowsOf(host)(todo))}
        </button>
      </p>`
    : html`<p class="go second">${unchanged ? words.nothingToDo : words.nothingGood}</p>`;
  return outcomeView(host, { kind, run, heading: words.checkedHeading, outcome: run.checked }, action);
}

/** What has been written so far, and the way on where it stopped. */
function written(host: ConsolePage, kind: Kind, run: ImportController): TemplateResult {
  const words = dataWords(host);
  const isDone = run.phase === "done";
  const heading = isDone ? words.doneHeading : words.stoppedHeading;
  const failed = [...run.checked.failed, ...run.outcome.failed].sort((a, b) => a.number - b.number);
  const action = isDone
    ? html`<p class="go second">${words.imported}</p>`
    : html`<p class="go">
        <span>${words.stopped(rowsOf(host)(run.total - run.done))}</span>
        <button type="button" class="btn primary" @click=${run.import}>${words.goOn}</button>
      </p>`;
  return outcomeView(host, { kind, run, heading, outcome: { ...run.outcome, failed } }, action);
}

function step(host: ConsolePage, kind: Kind, run: ImportController): unknown {
  const words = dataWords(host);
  if (run.isBusy) return underWay(host, run);
  if (run.phase === "checked") return checked(host, kind, run);
  if (run.phase === "done" || run.phase === "stopped") return written(host, kind, run);
  return html`<p class="go">
    <button type="button" class="btn primary" @click=${run.check}>
      ${words.check(rowsOf(host)(run.file!.rows.length))}
    </button>
    <span class="small">${words.checkHint}</span>
  </p>`;
}

/** Importing, as far as it is. */
export function importView(host: ConsolePage, kind: Kind, run: ImportController): TemplateResult {
  const words = dataWords(host);
  const { file, problem, phase } = run;
  if (!file) return dropZone(host, run);
  const facts = words.fileFacts(
    rowsOf(host)(file.rows.length),
    file.encoding,
    words.separators[file.separator]!,
  );
  const isWritten = phase === "importing" || phase === "done" || phase === "stopped";
  return html`<div class="card file">
      <p><span class="strong">${file.name}</span><br /><span class="small">${facts}</span></p>
      ${run.isBusy ? nothing : html`<button type="button" class="btn small" @click=${run.reset}>${words.another}</button>`}
    </div>
    ${isWritten ? nothing : mappingTable(host, kind, run)}
    <div role="alert">${problem ? html`<p class="problem">${problemText(host, problem)}</p>` : nothing}</div>
    ${step(host, kind, run)}`;
}
