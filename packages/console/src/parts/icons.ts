import { svg } from "lit";
import type { TemplateResult } from "lit";

const icon = (path: TemplateResult) => svg`<svg viewBox="0 0 24 24" aria-hidden="true">${path}</svg>`;

/** The signs of the console, beside words; none stands alone without a name. */
export const icons = {
  home: icon(svg`<path d="M4 11l8-7 8 7v8a1 1 0 0 1-1 1h-5v-6h-4v6H5a1 1 0 0 1-1-1z"/>`),
  customers: icon(
    svg`<circle cx="9" cy="8" r="3.5"/><path d="M2.5 20a6.5 6.5 0 0 1 13 0M16 4.9a3.5 3.5 0 0 1 0 6.2M18 14.4a6.5 6.5 0 0 1 3.5 5.6"/>`,
  ),
  appointments: icon(svg`<rect x="4" y="5" width="16" height="15" rx="2"/><path d="M4 10h16M8 3v4M16 3v4"/>`),
  tasks: icon(svg`<circle cx="12" cy="12" r="8.5"/><path d="m8.5 12.3 2.4 2.4 4.6-5"/>`),
  notes: icon(svg`<path d="M6 4h9l4 4v12H6a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1zM15 4v4h4M9 12.5h6M9 16h6"/>`),
  invitations: icon(svg`<rect x="3.5" y="5.5" width="17" height="13" rx="2"/><path d="m4 7 8 6 8-6"/>`),
  embed: icon(svg`<path d="m8.5 8-4 4 4 4M15.5 8l4 4-4 4M13.5 5.5l-3 13"/>`),
  employees: icon(
    svg`<rect x="4" y="4" width="16" height="16" rx="3"/><circle cx="12" cy="10" r="2.5"/><path d="M7.5 17.5a4.5 4.5 0 0 1 9 0"/>`,
  ),
  keys: icon(svg`<circle cx="8" cy="15" r="4"/><path d="m11 12 8-8M16 7l2.5 2.5M13.5 9.5 15.5 11.5"/>`),
  data: icon(svg`<path d="M8 4v13M4.5 13.5 8 17l3.5-3.5M16 20V7M12.5 10.5 16 7l3.5 3.5"/>`),
  mails: icon(svg`<path d="m3.5 11.5 17-7-5 16-4-6.5z M11.5 14 20 5"/>`),
  audit: icon(svg`<path d="M5 6h14M5 12h14M5 18h9"/>`),
  menu: icon(svg`<path d="M4 7h16M4 12h16M4 17h16"/>`),
  more: icon(svg`<path d="M6 12h.01M12 12h.01M18 12h.01"/>`),
  plus: icon(svg`<path d="M12 5v14M5 12h14"/>`),
  next: icon(svg`<path d="m9 5 7 7-7 7"/>`),
  internal: icon(svg`<rect x="5" y="11" width="14" height="9" rx="2"/><path d="M8 11V8a4 4 0 0 1 8 0v3"/>`),
  shared: icon(
    svg`<path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z"/><circle cx="12" cy="12" r="2.75"/>`,
  ),
  previous: icon(svg`<path d="m15 5-7 7 7 7"/>`),
};
