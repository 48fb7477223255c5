import type { InvitationImport } from "@portico/client/dashboard";
import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { router } from "../../lib/router.ts";
import type { ImportList } from "./import-list.ts";
import { importWords } from "./import-words.ts";

function sentences(page: ImportList, { status, counts }: InvitationImport): [title: string, hint: string] {
  const words = importWords(page);
  const { ready, invited } = counts;
  if (status === "RUNNING")
    return [words.runningTitle(page.number(invited), page.number(invited + ready)), words.runningHint];
  if (status === "DONE") return [words.doneTitle(page.number(invited)), words.doneHint];
  if (status === "CANCELLED") return [words.cancelledTitle, words.cancelledHint(page.number(invited))];
  if (status === "FAILED") return [words.failedTitle, words.failedHint(page.number(invited))];
  return ready
    ? [words.previewTitle(page.number(ready)), words.previewHint]
    : [words.nothingReady, words.nothingReadyHint];
}

function buttons(page: ImportList, { status, counts: { ready } }: InvitationImport): unknown {
  const words = importWords(page);
  const another = html`<a class="btn" href=${router.href("invitations/import")}>${words.another}</a>`;
  if (status === "RUNNING")
    return html`<button type="button" class="btn danger" @click=${page.stop}>${words.stop}</button>`;
  if (status !== "PREVIEW") return another;
  return html`${
      ready
        ? html`<button type="button" class="btn primary" @click=${page.send}>
            ${words.confirm(ready, page.number(ready))}
          </button>`
        : another
    }<button type="button" class="btn" @click=${page.stop}>${words.discard}</button>`;
}

/** How a list stands: in a sentence, in numbers, and what can be done with it now. */
export function importState(page: ImportList, list: InvitationImport): TemplateResult {
  const words = importWords(page);
  const [title, hint] = sentences(page, list);
  const { counts, status } = list;
  const all = counts.invited + counts.ready;
  const numbers = (["ready", "invited", "invalid", "skipped"] as const).filter((name) => counts[name] > 0);
  return html`<div class="card state">
    <div role="status">
      <h2 tabindex="-1">${title}</h2>
      <p class="second">${hint}</p>
    </div>
    ${
      status === "RUNNING"
        ? html`<progress max=${all} value=${counts.invited} aria-label=${words.progress}></progress>`
        : nothing
    }
    <dl class="numbers">
      ${numbers.map(
        (name) =>
          html`<div>
            <dt>${words.counts[name]}</dt>
            <dd>${page.number(counts[name])}</dd>
          </div>`,
      )}
    </dl>
    <div class="buttons">${buttons(page, list)}</div>
  </div>`;
}
