import type { NoteRecord } from "@portico/client/dashboard";
import { css, html } from "lit";
import type { TemplateResult } from "lit";
import { icons } from "../parts/icons.ts";

/** Who reads a note: a sign, a word and a tint, the same wherever notes are. */
export function visibilityMark(text: string, visibility: NoteRecord["visibility"]): TemplateResult {
  const isShared = visibility === "SHARED";
  return html`<span class="pill mark ${isShared ? "accent" : "warning"}"
    >${isShared ? icons.shared : icons.internal} ${text}</span
  >`;
}

/** The styles of the mark. */
export const visibilityStyles = css`
  .mark {
    gap: 0.3125rem;
  }
  .mark svg {
    inline-size: 0.9375rem;
    block-size: 0.9375rem;
  }
`;
