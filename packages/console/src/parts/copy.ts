import { html } from "lit";
import type { TemplateResult } from "lit";
import type { ConsolePage } from "../lib/console-page.ts";
import { commonWords } from "../words/common.ts";

/** Text to be pasted elsewhere, and the button that copies it; where a browser refuses that, it is selected. */
export function copyBlock(
  host: Pick<ConsolePage, "localize" | "toast">,
  text: string,
  label: string,
): TemplateResult {
  const words = commonWords(host);
  const copy = async (event: Event) => {
    const pre = (event.currentTarget as Element).closest(".copy")!.querySelector("pre")!;
    try {
      await navigator.clipboard.writeText(text);
      host.toast(words.copied);
    } catch {
      getSelection()!.selectAllChildren(pre);
      host.toast(words.copyByHand);
    }
  };
  return html`<div class="copy">
    <pre tabindex="0" role="region" aria-label=${label}><code>${text}</code></pre>
    <button type="button" class="btn small" @click=${copy}>${words.copy}</button>
  </div>`;
}
