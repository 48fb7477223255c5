import type { AuditEntry } from "@portico/client/dashboard";
import { time } from "@portico/elements/internal/lib/time.ts";
import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { ConsolePart } from "../lib/console-page.ts";
import { router } from "../lib/router.ts";
import { icons } from "../parts/icons.ts";
import { changesOf, pathOf, sentence, summary } from "./describe.ts";
import type { FieldChange } from "./describe.ts";
import { deviceOf } from "./device.ts";
import { auditWords } from "./words.ts";

function changesTable(host: ConsolePart, changes: FieldChange[]): TemplateResult {
  const words = auditWords(host);
  if (!changes.length) return html`<p class="second">${words.noFields}</p>`;
  return html`<table role="table">
    <thead role="rowgroup">
      <tr role="row">
        <th role="columnheader" scope="col">${words.field}</th>
        <th role="columnheader" scope="col">${words.before}</th>
        <th role="columnheader" scope="col">${words.after}</th>
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${changes.map(
        ({ label, before, after }) =>
          html`<tr role="row">
            <th role="rowheader" scope="row" class="main">${label}</th>
            <td role="cell" class="was" data-label=${words.before}>${before}</td>
            <td role="cell" data-label=${words.after}>${after}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** An entry: when, who, what, and on demand every field before and after, and where it came from. */
export function auditEntry(host: ConsolePart, entry: AuditEntry): TemplateResult {
  const words = auditWords(host);
  const changes = changesOf(words, host.time, entry);
  const more = summary(entry, changes);
  const path = pathOf(entry);
  const { actor, entity, entityId, network, userAgent, requestId } = entry;
  const only = (query: object) => router.href("audit-log", { ...query });
  return html`<details data-id=${entry.id}>
    <summary>
      <span class="at">${time(host.time, entry.at)}</span>
      <span class="what"
        >${sentence(words, entry)}${more ? html`<span class="brief">: ${more}</span>` : nothing}</span
      >
      ${icons.next}
    </summary>
    <div class="body">
      ${changesTable(host, changes)}
      <p class="links">
        ${path ? html`<a href=${router.href(path)}>${words.toRecord}</a>` : nothing}
        <a href=${only({ entity, entityId })}>${words.historyOfRecord}</a>
        ${
          actor.kind === "SYSTEM"
            ? nothing
            : html`<a href=${only({ actorId: actor.id })}>${words.historyOfActor(actor.name)}</a>`
        }
      </p>
      <p class="small origin">
        ${words.network}: ${network ?? words.unknown} · ${words.device}:
        ${deviceOf(userAgent) ?? words.unknown} · ${words.request}: <code>${requestId}</code>
      </p>
    </div>
  </details>`;
}
