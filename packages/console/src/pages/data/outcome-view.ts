import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { ConsolePage } from "../../lib/console-page.ts";
import { csvLine, restore } from "../../lib/csv.ts";
import { saveFile } from "../../lib/export.ts";
import { fields } from "./columns.ts";
import type { Kind, ReadRow, RowError } from "./columns.ts";
import type { ImportController, LoadedFile, Outcome } from "./import.ts";
import { columnName } from "./mapping-view.ts";
import { dataWords } from "./words.ts";

// More than that nobody reads on a page; the file has them all.
const MOST_SHOWN = 100;

const sentence = (text: string) => `${text[0]!.toUpperCase()}${text.slice(1)}.`.replace(/\.\.$/, ".");

/** What is wrong with a row, told of its column in the file. */
function told(host: ConsolePage, kind: Kind, run: ImportController, { field, problem }: RowError) {
  const words = dataWords(host);
  const column = run.mapping.indexOf(field);
  const choices = Object.keys(fields[kind].find(({ name }) => name === field)?.choices ?? {}).join(", ");
  const texts = {
    TIME: words.time,
    CHOICE: words.choice(choices),
    EMPLOYEE: words.employee,
    EXTRA: words.extra,
    TWICE: words.twice,
  };
  return {
    column,
    where:
      column >= 0
        ? columnName(words, run.file!.header, column)
        : ((field && words.fields[field]) ?? words.wholeRow),
    why: typeof problem === "string" ? texts[problem] : sentence(problem.message),
  };
}

/** Gives the rows that failed as a file that can be corrected and imported again. */
function saveFailed(host: ConsolePage, kind: Kind, run: ImportController, failed: ReadRow[]): void {
  const words = dataWords(host);
  const { header, name } = run.file as LoadedFile;
  const reasons = (row: ReadRow) =>
    row.errors
      .map((error) => told(host, kind, run, error))
      .map(({ where, why }) => `${where}: ${why}`)
      .join(" ");
  const lines = failed.map((row) =>
    csvLine([...header.map((_, n) => restore(row.cells[n] ?? "")), reasons(row)]),
  );
  saveFile(`${name.replace(/\.\w+$/, "")}-failed`, [csvLine([...header, words.reasonColumn]), ...lines]);
}

/** The rows that cannot be imported, each with what is wrong in which column. */
function errorTable(host: ConsolePage, kind: Kind, run: ImportController, failed: ReadRow[]): TemplateResult {
  const words = dataWords(host);
  const number = (value: number) => value.toLocaleString(host.localize.lang);
  const shown = failed.slice(0, MOST_SHOWN);
  return html`<div class="line">
      <h3 id="errors">${words.errorsHeading(number(failed.length))}</h3>
      <button type="button" class="btn small" @click=${() => saveFailed(host, kind, run, failed)}>
        ${words.saveFailed}
      </button>
    </div>
    <div class="card tablewrap errors">
      <table role="table" aria-labelledby="errors">
        <thead role="rowgroup">
          <tr role="row">
            ${[words.row, words.column, words.value, words.reason].map(
              (label) => html`<th role="columnheader" scope="col">${label}</th>`,
            )}
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${shown.flatMap(({ number: line, cells, errors }) =>
            errors.map((error) => {
              const { column, where, why } = told(host, kind, run, error);
              return html`<tr role="row">
                <td role="cell" class="main"><span class="num">${line}</span></td>
                <td role="cell" data-label=${words.column}>${where}</td>
                <td role="cell" class="second" data-label=${words.value}>
                  ${cells[column]?.trim().slice(0, 80) ?? ""}
                </td>
                <td role="cell" data-label=${words.reason}>${why}</td>
              </tr>`;
            }),
          )}
        </tbody>
      </table>
    </div>
    ${failed.length > shown.length ? html`<p class="small">${words.moreErrors(number(failed.length - shown.length))}</p>` : nothing}`;
}

/** What would happen, or has happened: how many of each, and what is wrong with the others. */
export function outcomeView(
  host: ConsolePage,
  { kind, run, heading, outcome }: { kind: Kind; run: ImportController; heading: string; outcome: Outcome },
  action: unknown,
): TemplateResult {
  const words = dataWords(host);
  const figure = (label: string, value: number, isBad = false) =>
    html`<div class=${isBad && value ? "bad" : ""}>
      <dt>${label}</dt>
      <dd>${value.toLocaleString(host.localize.lang)}</dd>
    </div>`;
  const { created, updated, unchanged, failed } = outcome;
  return html`<section class="section" aria-live="polite">
    <h2 tabindex="-1" id="outcome">${heading}</h2>
    <dl class="card figures">
      ${figure(words.created, created)} ${figure(words.updated, updated)}
      ${figure(words.unchanged, unchanged)} ${figure(words.failed, failed.length, true)}
    </dl>
    ${action} ${failed.length ? errorTable(host, kind, run, failed) : nothing}
  </section>`;
}
