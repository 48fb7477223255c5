import { html } from "lit";
import type { TemplateResult } from "lit";
import { router } from "../../lib/router.ts";
import { setupStepWords } from "../../words/setup.ts";
import type { SetupPage } from "./setup.ts";
import { setupWords } from "./words.ts";

/** What there is now, or what is still to do. */
export function end(page: SetupPage): TemplateResult {
  const words = setupWords(page);
  const open = page.home.value!.setup.steps.filter(({ done }) => !done);
  const { portalUrl } = page.organizationRecord.value!;
  const home = html`<a class="btn" href=${router.href("")}>${words.home}</a>`;
  if (!open.length)
    return html`<header>
        <h2 tabindex="-1">${words.live}</h2>
        <p class="second">${words.liveHint}</p>
      </header>
      <div class="buttons">
        ${portalUrl ? html`<a class="btn primary" href=${portalUrl} target="_blank">${words.seePage}</a>` : ""}
        ${home}
      </div>`;
  return html`<header>
      <h2 tabindex="-1">${words.almost}</h2>
      <p class="second">${words.almostHint}</p>
    </header>
    <ul class="card todo">
      ${open.map(
        ({ id }) =>
          html`<li>
            <a href=${router.href("setup", { step: id.toLowerCase() })}>${setupStepWords(page).steps[id]}</a>
          </li>`,
      )}
    </ul>
    <div class="buttons">${home}</div>`;
}
