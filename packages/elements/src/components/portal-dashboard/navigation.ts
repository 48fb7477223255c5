import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { PortalLocalize } from "../../controllers/localize.ts";
import type { PortalView, Route } from "../../lib/route.ts";
import { avatar } from "../../primitives/primitives.ts";

const tabs = ["overview", "appointments", "tasks", "notes"] as const;

/** What the navigation shows and leads to. */
export interface Navigation {
  localize: PortalLocalize;
  /** The page that is shown. */
  view: PortalView;
  /** The person's name. */
  name: string;
  /** How many tasks are open, once that is known. */
  openTasks: number | undefined;
  href: (route: Route) => string | undefined;
  go: (route: Route) => void;
  closeMenu: () => void;
  signOut: () => void;
}

function link(
  { href, go, closeMenu, view }: Navigation,
  target: PortalView,
  part: "tab" | "item",
  content: unknown,
): TemplateResult {
  const address = href({ view: target });
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
    event.preventDefault();
    if (part === "item") closeMenu();
    go({ view: target });
  };
  const now = target === view ? "page" : nothing;
  return address
    ? html`<a part=${part} class=${part} href=${address} aria-current=${now} @click=${follow}>${content}</a>`
    : html`<button part=${part} class=${part} type="button" aria-current=${now} @click=${follow}>
        ${content}
      </button>`;
}

/** The pages as tabs, and behind the person's initials the profile and the way out. */
export function navigation(options: Navigation): TemplateResult {
  const { localize, name, openTasks, closeMenu, signOut } = options;
  const count = openTasks
    ? html`<span class="count num" aria-hidden="true">${openTasks}</span
        ><span class="sr">, ${localize.term("openTasksCount", openTasks)}</span>`
    : nothing;
  // The browser would give the focus back to the element around, which cannot take it.
  const escape = (event: KeyboardEvent) => event.key === "Escape" && closeMenu();
  // Left open behind somebody who tabs on, it would hide where they are.
  const leave = ({ currentTarget: nav, relatedTarget: to }: FocusEvent) =>
    to &&
    !(to as Element).closest(".me,#menu") &&
    ((nav as Element).lastElementChild as HTMLElement).hidePopover();
  return html`
    <nav part="nav" aria-label=${localize.term("portal")} @focusout=${leave}>
      <div class="tabs">
        ${tabs.map((tab) =>
          link(
            options,
            tab,
            "tab",
            html`<span class="label">${localize.term(tab)}${tab === "tasks" ? count : nothing}</span>`,
          ),
        )}
      </div>
      <button type="button" class="me" popovertarget="menu">
        <span class="sr">${localize.term("account", name)}</span>
        <span class="name small" aria-hidden="true">${name}</span>${avatar(name)}
      </button>
      <div id="menu" part="menu" class="card" popover @keydown=${escape}>
        ${link(options, "profile", "item", localize.term("profile"))}
        <button type="button" part="item" class="item" @click=${signOut}>${localize.term("signOut")}</button>
      </div>
    </nav>
  `;
}
