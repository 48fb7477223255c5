import { html, nothing } from "lit";
import type { TemplateResult } from "lit";

interface Section {
  id: string;
  heading: string;
  count?: number;
  /** Where all of it is. */
  way?: { href: string; text: string };
}

/** A part of the first page: what it is, how much, where there is more of it. */
export const section = ({ id, heading, count, way }: Section, content: unknown): TemplateResult =>
  html`<section aria-labelledby=${id}>
    <div class="head">
      <h2 id=${id}>${heading} ${count ? html`<span class="count">${count}</span>` : nothing}</h2>
      ${way ? html`<a href=${way.href}>${way.text}</a>` : nothing}
    </div>
    ${content}
  </section>`;
