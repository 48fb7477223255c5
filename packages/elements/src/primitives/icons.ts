import { svg } from "lit";
import type { TemplateResult } from "lit";

const icon = (path: TemplateResult) => svg`<svg viewBox="0 0 24 24" aria-hidden="true">${path}</svg>`;

/** A tick. */
export const checkIcon = icon(svg`<path d="m5.5 12.5 4.2 4.2L18.5 8"/>`);
/** An arrow towards the start of the line. */
export const backIcon = icon(svg`<path d="M19 12H5m6-6-6 6 6 6"/>`);
/** A cross. */
export const closeIcon = icon(svg`<path d="M6 6l12 12M18 6 6 18"/>`);
