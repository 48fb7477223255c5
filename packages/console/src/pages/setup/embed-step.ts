import { html, nothing } from "lit";
import { router } from "../../lib/router.ts";
import "../../parts/embed-check.ts";
import type { EmbedCheckedEvent } from "../../parts/embed-check.ts";
import { snippet } from "../../parts/snippet.ts";
import type { SetupPage } from "./setup.ts";
import type { Step } from "./step.ts";
import { setupWords } from "./words.ts";

const isSeen = (page: SetupPage) => page.home.value!.setup.steps.find(({ id }) => id === "EMBED")!.done;

/** The two lines, and whether they are there. */
export const embedStep: Step = {
  render(page) {
    const words = setupWords(page);
    const { portalUrl } = page.organizationRecord.value!;
    const onChecked = ({ check }: EmbedCheckedEvent) => {
      if (check.status === "FOUND") void page.home.reload();
    };
    return html`
      <div class="block">${snippet(page)}</div>
      ${
        portalUrl
          ? html`<console-embed-check
              .client=${page.client!}
              url=${portalUrl}
              @console-embed-checked=${onChecked}
            ></console-embed-check>`
          : html`<p>
              ${words.noWebsite} <a href=${router.href("setup", { step: "website" })}>${words.toWebsite}</a>
            </p>`
      }
    `;
  },
  action: (page) =>
    isSeen(page)
      ? html`<button type="button" class="btn primary" @click=${() => void page.advance("EMBED")}>
          ${setupWords(page).onward}
        </button>`
      : nothing,
  send: (page) => page.advance("EMBED"),
};
