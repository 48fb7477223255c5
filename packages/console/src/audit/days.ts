import type { AuditEntry } from "@portico/client/dashboard";
import { dayKey, format } from "@portico/elements/internal/lib/time.ts";
import { failure } from "@portico/elements/internal/primitives/failure.ts";
import { skeleton } from "@portico/elements/internal/primitives/primitives.ts";
import { html } from "lit";
import type { TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { ConsolePart } from "../lib/console-page.ts";
import type { ListController } from "../lib/list.ts";
import { pager } from "../parts/table.ts";
import { auditEntry } from "./entry.ts";
import { auditWords } from "./words.ts";

function daysOf(host: ConsolePart, entries: AuditEntry[]): AuditEntry[][] {
  const days = new Map<string, AuditEntry[]>();
  for (const entry of entries) {
    const day = dayKey(host.time, entry.at);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return [...days.values()];
}

/** A page of the audit log, day by day, in each of its states; needs `auditStyles`. */
export function auditDays(
  host: ConsolePart,
  list: ListController<AuditEntry>,
  empty: TemplateResult,
): TemplateResult {
  const words = auditWords(host);
  if (list.error) return failure(host.localize, words.heading, list.error, () => void list.reload());
  if (!list.page) return skeleton(host.localize, 8);
  if (!list.items.length && !list.isLoading) return html`${empty}${pager(host, list)}`;
  const day = { weekday: "long", day: "numeric", month: "long", year: "numeric" } as const;
  return html`<div class="days ${list.isLoading ? "stale" : ""}" aria-busy=${list.isLoading}>
      ${daysOf(host, list.items).map(
        (entries) =>
          html`<h2 class="day">${format(host.time, entries[0]!.at, day)}</h2>
            <div class="card rows entries">
              ${repeat(
                entries,
                ({ id }) => id,
                (entry) => auditEntry(host, entry),
              )}
            </div>`,
      )}
    </div>
    ${pager(host, list)}`;
}
