import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { ConsolePage } from "../../lib/console-page.ts";
import { restore } from "../../lib/csv.ts";
import { fields } from "./columns.ts";
import type { Kind } from "./columns.ts";
import type { ImportController } from "./import.ts";
import { dataWords } from "./words.ts";
import type { DataWords } from "./words.ts";

/** What a column of the file is called. */
export const columnName = (words: DataWords, header: string[], column: number): string =>
  header[column] || words.unnamed(column + 1);

function row(host: ConsolePage, kind: Kind, run: ImportController, column: number): TemplateResult {
  const words = dataWords(host);
  const { header, rows } = run.file!;
  const name = columnName(words, header, column);
  const sample = rows.find(({ cells }) => cells[column]?.trim())?.cells[column] ?? "";
  const chosen = run.mapping[column];
  const choose = (event: Event) => run.map(column, (event.target as HTMLSelectElement).value || null);
  const option = (value: string, text: string) =>
    html`<option value=${value} .selected=${live(value === (chosen ?? ""))}>${text}</option>`;
  const usual = fields[kind].filter(({ type }) => type !== "kept");
  const kept = fields[kind].filter(({ type }) => type === "kept");
  return html`<tr role="row">
    <td role="cell" class="main strong" data-label=${words.column}>${name}</td>
    <td role="cell" data-label=${words.example}>
      <span class="sample">${restore(sample).trim().slice(0, 120)}</span>
    </td>
    <td role="cell" data-label=${words.field}>
      <select aria-label=${words.fieldOf(name)} ?disabled=${run.isBusy} @change=${choose}>
        ${option("", words.ignored)} ${usual.map((field) => option(field.name, words.fields[field.name]!))}
        <optgroup label=${words.kept}>
          ${kept.map((field) => option(field.name, words.fields[field.name]!))}
        </optgroup>
      </select>
    </td>
  </tr>`;
}

/** What the person should know before rows are checked. */
function hints(host: ConsolePage, kind: Kind, { mapping }: ImportController): string[] {
  const words = dataWords(host);
  const has = (name: string) => mapping.includes(name);
  const missing = fields[kind].filter(({ name, isNeeded }) => isNeeded && !has(name));
  const isOfCustomer = kind !== "customers";
  const hasTimes = fields[kind].some(({ name, type }) => type === "time" && has(name));
  return [
    !has("id") && missing.length
      ? words.missing(missing.map(({ name }) => words.fields[name]!).join(", "))
      : "",
    isOfCustomer && !has("id") && !has("customerId") && !has("customerExternalId")
      ? words.missingCustomer
      : "",
    !has("id") && !has("externalId") ? words.noName : "",
    hasTimes ? words.localTimes(host.time.timeZone) : "",
  ].filter(Boolean);
}

/** Which field each column of the file is for. */
export function mappingTable(host: ConsolePage, kind: Kind, run: ImportController): TemplateResult {
  const words = dataWords(host);
  const told = hints(host, kind, run);
  return html`<section class="section">
    <h2>${words.columnsHeading}</h2>
    <div class="card tablewrap columns">
      <table role="table" aria-label=${words.columnsHeading}>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">${words.column}</th>
            <th role="columnheader" scope="col">${words.example}</th>
            <th role="columnheader" scope="col">${words.field}</th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${run.mapping.map((_, column) => row(host, kind, run, column))}
        </tbody>
      </table>
    </div>
    ${told.length ? html`<div class="hints">${told.map((text) => html`<p class="hint">${text}</p>`)}</div>` : nothing}
    <div class="field">
      <label class="check">
        <input
          type="checkbox"
          .checked=${live(run.clears)}
          ?disabled=${run.isBusy}
          aria-describedby="clears-hint"
          @change=${(event: Event) => run.setClears((event.target as HTMLInputElement).checked)}
        />
        <span>${words.clears}</span>
      </label>
      <p class="small" id="clears-hint">${words.clearsHint}</p>
    </div>
  </section>`;
}
