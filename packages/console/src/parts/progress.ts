import type { PortalElement } from "@portico/elements/internal/lib/portal-element.ts";
import { css, html } from "lit";
import type { TemplateResult } from "lit";
import { commonWords } from "../words/common.ts";

/** Something that takes a while: how far it is, as far as that is known, and the way to stop it. */
export const progress = (
  host: PortalElement,
  { text, done, of, cancel }: { text: string; done?: number; of?: number; cancel: () => void },
): TemplateResult => html`
  <div class="card progress">
    <p class="num" role="status">${text}</p>
    ${
      of
        ? html`<progress aria-label=${text} max=${of} .value=${done ?? 0}></progress>`
        : html`<progress aria-label=${text}></progress>`
    }
    <button type="button" class="btn small" @click=${cancel}>${commonWords(host).cancel}</button>
  </div>
`;

/** The look of `progress()`. */
export const progressStyles = css`
  .progress {
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: center;
    gap: 0.5rem 1rem;
    padding: 0.875rem 1.125rem;
    margin-block-end: 1rem;
  }
  .progress progress {
    grid-row: 2;
    appearance: none;
    inline-size: 100%;
    block-size: 0.375rem;
    border: 0;
    border-radius: 1rem;
    overflow: hidden;
    background: var(--_line);
    accent-color: var(--_accent-fill);
  }
  .progress .btn {
    grid-row: span 2;
  }
  progress::-webkit-progress-bar {
    background: var(--_line);
  }
  progress::-webkit-progress-value {
    background: var(--_accent-ink);
    border-radius: 1rem;
    transition: inline-size var(--_motion);
  }
  progress::-moz-progress-bar {
    background: var(--_accent-ink);
  }
  progress:indeterminate::-webkit-progress-bar {
    background: linear-gradient(90deg, var(--_line) 0 35%, var(--_accent-ink) 35% 65%, var(--_line) 65%) 0 /
      200% 100%;
  }
  @media (prefers-reduced-motion: no-preference) {
    progress:indeterminate::-webkit-progress-bar {
      animation: flow 1.4s linear infinite;
    }
    @keyframes flow {
      from {
        background-position: 100% 0;
      }
      to {
        background-position: -100% 0;
      }
    }
  }
`;
