import { html } from "lit";
import type { TemplateResult } from "lit";
import type { ConsolePage } from "../../lib/console-page.ts";
import { closeDialog, dialog } from "../../parts/dialog.ts";
import { keysWords } from "./words.ts";

/** Shows a new key, this once, with the way to take it along. */
export function secretDialog(host: ConsolePage, secret: string, close: () => void): TemplateResult {
  const words = keysWords(host);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(secret);
      host.toast(words.copied);
    } catch {
      host.toast(words.notCopied);
    }
  };
  const leave = (event: Event) => closeDialog(event.currentTarget as Element);
  return dialog(
    host,
    { heading: words.secretHeading, close, isWide: true },
    html`
      <p class="warning">${words.secretWarning}</p>
      <form class="secret" @submit=${(event: Event) => event.preventDefault()}>
        <input
          readonly
          aria-label=${words.secret}
          .value=${secret}
          spellcheck="false"
          autocomplete="off"
          @focus=${(event: Event) => (event.target as HTMLInputElement).select()}
        />
        <button type="button" class="btn primary" @click=${copy}>${words.copy}</button>
      </form>
      <p class="small">${words.secretUse}</p>
      <pre tabindex="0"><code>Authorization: Bearer ${secret.slice(0, 12)}…</code></pre>
      <div class="buttons">
        <span class="space"></span>
        <button type="button" class="btn" @click=${leave}>${words.done}</button>
      </div>
    `,
  );
}
