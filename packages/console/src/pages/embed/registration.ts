import type { OrganizationRecord } from "@portico/client/dashboard";
import { toPortalError } from "@portico/elements/internal/controllers/portal-store.ts";
import { html } from "lit";
import type { TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { problemText } from "../../parts/problem.ts";
import type { EmbedPage } from "./embed.ts";
import { embedPageWords } from "./words.ts";

const modes = ["OPEN", "INVITATION", "OFF"] as const;

type Mode = OrganizationRecord["registration"];

/** Who may make an account: chosen at once, and taken back as quickly. */
export function registration(page: EmbedPage, record: OrganizationRecord): TemplateResult {
  const words = embedPageWords(page);
  const choose = async (mode: Mode, isUndone = false) => {
    try {
      await page.record.save({ registration: mode });
      const undo = isUndone ? undefined : () => choose(record.registration, true);
      page.toast(words.modeSaved(words.modes[mode]), undo);
    } catch (error) {
      page.toast(problemText(page, toPortalError(error)));
      await page.record.reload();
    }
  };
  return html`<section aria-labelledby="registration">
    <h2 id="registration">${words.registration}</h2>
    <p class="second">${words.registrationHint}</p>
    <fieldset class="card rows" aria-labelledby="registration">
      ${modes.map(
        (mode) =>
          html`<label class="choice">
            <input
              type="radio"
              name="registration"
              value=${mode}
              aria-describedby="about-${mode}"
              .checked=${live(mode === record.registration)}
              @change=${() => void choose(mode)}
            />
            <span class="strong">${words.modes[mode]}</span>
            <span class="second" id="about-${mode}">${words.modeHints[mode]}</span>
          </label>`,
      )}
    </fieldset>
  </section>`;
}
