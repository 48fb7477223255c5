import type { PortalElement } from "@portico/elements/internal/lib/portal-element.ts";
import { failure } from "@portico/elements/internal/primitives/failure.ts";
import { closeIcon } from "@portico/elements/internal/primitives/icons.ts";
import { skeleton } from "@portico/elements/internal/primitives/primitives.ts";
import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { ListController } from "../lib/list.ts";
import type { Selection } from "../lib/selection.ts";
import { commonWords } from "../words/common.ts";

/**
 * A column: its heading and what a row shows in it. `hidesOnPhone` leaves it out where there is little room; on a phone
 * a row is a card.
 */
export interface Column<T> {
  label: string;
  cell: (row: T) => unknown;
  hidesOnPhone?: boolean;
  isNumber?: boolean;
}

interface TableOptions<T extends { id: string }> {
  /** What the table is a list of, for those who do not see it, and for "… could not be loaded". */
  label: string;
  /** The first says which row it is. */
  columns: Column<T>[];
  /** Where a row leads; the whole row is the target. */
  href?: (row: T) => string;
  /** What a row opens, where it leads to no page of its own. */
  open?: (row: T) => void;
  /** The row's name, where rows can be chosen. */
  name?: (row: T) => string;
  selection?: Selection;
  /** What stands there when there is nothing. */
  empty: unknown;
}

/** A page of a list as a table, in each of its states, with the ways to the pages before and after it. */
export function listTable<T extends { id: string }>(
  host: PortalElement,
  list: ListController<T>,
  options: TableOptions<T>,
): TemplateResult {
  if (list.error && !list.items.length)
    return failure(host.localize, options.label, list.error, () => void list.reload());
  if (!list.page) return skeleton(host.localize, 8);
  if (!list.items.length && !list.isLoading) return html`${options.empty}${pager(host, list)}`;
  return html`
    ${list.error ? failure(host.localize, options.label, list.error, () => void list.reload()) : nothing}
    <div class="card tablewrap ${list.isLoading ? "stale" : ""}" aria-busy=${list.isLoading}>
      ${table(host, list.items, options)}
    </div>
    ${pager(host, list)}
  `;
}

/** Rows as a table. On a phone each is a card that says its columns' names. */
export function table<T extends { id: string }>(
  host: PortalElement,
  rows: T[],
  { label, columns, href, open, name, selection }: TableOptions<T>,
): TemplateResult {
  const words = commonWords(host);
  const ids = rows.map(({ id }) => id);
  const all = ids.length > 0 && ids.every((id) => selection?.has(id));
  const choose = (chosen: string[]) => (event: Event) =>
    selection!.set(chosen, (event.target as HTMLInputElement).checked);
  const box = (label: string, isChecked: boolean, chosen: string[]) =>
    html`<label class="box">
      <input type="checkbox" aria-label=${label} .checked=${isChecked} @change=${choose(chosen)} />
    </label>`;
  const lead = (row: T, content: unknown) =>
    href
      ? html`<a class="rowlink" href=${href(row)}>${content}</a>`
      : open
        ? html`<button type="button" class="rowlink" @click=${() => open(row)}>${content}</button>`
        : content;
  // Roles again: a phone's cards are not laid out as a table, and browsers then forget that it is one.
  return html`<table role="table" aria-label=${label}>
    <thead role="rowgroup">
      <tr role="row">
        ${selection ? html`<th role="columnheader" class="choose">${box(words.selectAll, all, ids)}</th>` : nothing}
        ${columns.map(
          (column) =>
            html`<th
              role="columnheader"
              scope="col"
              class="${column.hidesOnPhone ? "roomy" : ""} ${column.isNumber ? "num" : ""}"
            >
              ${column.label}
            </th>`,
        )}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${repeat(
        rows,
        ({ id }) => id,
        (row) =>
          html`<tr role="row" class=${selection?.has(row.id) ? "chosen" : ""}>
            ${
              selection
                ? html`<td role="cell" class="choose">
                    ${box(words.select(name!(row)), selection.has(row.id), [row.id])}
                  </td>`
                : nothing
            }
            ${columns.map((column, n) => {
              const content = column.cell(row);
              const hides = column.hidesOnPhone ? "roomy" : "";
              return html`<td
                role="cell"
                class="${n === 0 ? "main" : ""} ${hides} ${column.isNumber ? "num" : ""}"
                data-label=${column.label}
              >
                ${n === 0 ? lead(row, content) : content}
              </td>`;
            })}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** The ways to the pages before and after, where there are any. */
export function pager<T extends { id: string }>(host: PortalElement, list: ListController<T>): unknown {
  if (!list.hasNext && !list.hasPrevious) return nothing;
  const words = commonWords(host);
  return html`<nav class="pager" aria-label=${words.pages}>
    <button type="button" class="btn" ?disabled=${!list.hasPrevious} @click=${list.previous}>
      ${words.previous}
    </button>
    <button type="button" class="btn" ?disabled=${!list.hasNext} @click=${list.next}>${words.next}</button>
  </nav>`;
}

/** What can be done with the rows that are chosen: a bar at the lower edge, while there are any. */
export function selectionBar(host: PortalElement, selection: Selection, actions: unknown): unknown {
  const words = commonWords(host);
  return html`<div role="status" class="selectionplace">
    ${
      selection.size
        ? html`<div class="selectionbar">
            <strong class="num">${words.selected(selection.size)}</strong>
            ${actions}
            <button
              type="button"
              class="btn icon"
              aria-label=${words.clearSelection}
              @click=${() => selection.clear()}
            >
              ${closeIcon}
            </button>
          </div>`
        : nothing
    }
  </div>`;
}
