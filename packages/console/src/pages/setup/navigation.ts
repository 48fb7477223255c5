import { html, svg } from "lit";
import type { TemplateResult } from "lit";
import { router } from "../../lib/router.ts";
import { setupStepWords } from "../../words/setup.ts";
import type { SetupPage } from "./setup.ts";
import type { Place, Setup } from "./steps.ts";
import { setupWords } from "./words.ts";

const check = svg`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="m5.5 12.5 4.2 4.2 8.8-9.4"/></svg>`;

/** The five steps, which of them are done, and where one is: each a place to go to. */
export function stepsNavigation(page: SetupPage, { steps }: Setup, place: Place): TemplateResult {
  const words = setupStepWords(page);
  return html`<nav aria-label=${setupWords(page).steps}>
    <ol class="steps">
      ${steps.map(
        ({ id, done }, n) =>
          html`<li>
            <a
              class="quiet ${done ? "done" : ""}"
              href=${router.href("setup", { step: id.toLowerCase() })}
              aria-current=${id === place ? "step" : "false"}
              ><span class="dot" aria-hidden="true">${done ? check : n + 1}</span
              ><span class="text"
                >${words.steps[id]}<span class="sr">: ${done ? words.done : words.notDone}</span></span
              ></a
            >
          </li>`,
      )}
    </ol>
  </nav>`;
}
