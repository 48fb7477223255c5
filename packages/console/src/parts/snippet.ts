import { html } from "lit";
import type { TemplateResult } from "lit";
import type { ConsolePage } from "../lib/console-page.ts";
import { router } from "../lib/router.ts";
import { htmlSnippet, reactSnippet } from "../lib/snippet.ts";
import { embedWords } from "../words/embed.ts";
import { copyBlock } from "./copy.ts";

const platforms = ["html", "wordpress", "webflow", "react"] as const;

/** What is pasted into the organization's own page, and how that goes with what the page is made with. */
export function snippet(host: ConsolePage): TemplateResult {
  const words = embedWords(host);
  const { slug } = host.org!;
  const asked = router.query.get("platform");
  const platform = platforms.find((name) => name === asked) ?? "html";
  const code = (platform === "react" ? reactSnippet : htmlSnippet)(location.origin, slug);
  return html`
    <nav class="tabs" aria-label=${words.platforms}>
      ${platforms.map(
        (name) =>
          html`<a
            href=${router.hrefWith({ platform: name === "html" ? null : name })}
            aria-current=${name === platform ? "page" : "false"}
            >${words.platform[name]}</a
          >`,
      )}
    </nav>
    ${copyBlock(host, code, words.copyOf(words.platform[platform]))}
    <ol class="how">
      ${words.steps[platform].map((step) => html`<li>${step}</li>`)}
    </ol>
  `;
}
