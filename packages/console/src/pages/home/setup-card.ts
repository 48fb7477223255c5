import { html, nothing } from "lit";
import { router } from "../../lib/router.ts";
import { setupStepWords } from "../../words/setup.ts";
import type { Home, HomePage } from "./home.ts";
import { homeWords } from "./words.ts";

/** How far the first run is and where it goes on, for those who may do it, until it is done or put away. */
export function setupCard(
  host: HomePage,
  { steps, dismissedAt }: Home["setup"],
  dismiss: () => void,
): unknown {
  const next = steps.find(({ done }) => !done);
  if (dismissedAt || !next || !host.may("ADMIN")) return nothing;
  const words = homeWords(host);
  const setup = setupStepWords(host);
  const href = (id: string) => router.href("setup", { step: id.toLowerCase() });
  return html`<section class="card setup" aria-labelledby="setup">
    <div class="head">
      <h2 id="setup">${setup.title}</h2>
      <span class="second num">${setup.progress(steps.filter(({ done }) => done).length, steps.length)}</span>
      <div class="ways">
        <button type="button" class="link" @click=${dismiss}>${words.later}</button>
        <a class="btn primary" href=${href(next.id)}>${words.continueSetup}</a>
      </div>
    </div>
    <ol>
      ${steps.map(
        ({ id, done }) =>
          html`<li>
            <a
              href=${href(id)}
              class="quiet ${done ? "done" : id === next.id ? "next" : ""}"
              aria-label="${setup.steps[id]}: ${done ? setup.done : setup.notDone}"
              ><span class="name">${setup.steps[id]}</span></a
            >
          </li>`,
      )}
    </ol>
    <p class="small coming">${words.next(setup.steps[next.id])}</p>
  </section>`;
}
