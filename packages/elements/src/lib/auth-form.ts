import { html, render } from "lit";
import type { PortalElement } from "./portal-element.ts";
import type { AuthView, LinkView } from "./route.ts";
import { loadView } from "./views.ts";

/** The fields that an account is made of. */
export const credentialNames = ["name", "email", "code", "password", "newPassword"] as const;

/** The slots that inputs travel through, from the outermost element's light DOM to the form. */
export const slots = [
  "form",
  ...credentialNames.flatMap((name) => [name, `${name}-label`, `${name}-note`]),
  "submit",
].map((slot) => html`<slot name="portal-${slot}" slot="portal-${slot}"></slot>`);

const shown = new WeakMap<PortalElement, HTMLElement>();

/**
 * A form for people who are not signed in, one shadow root further in; it asks `switchTo` for the other ones. The same
 * element while its host shows it, a new one when it shows it again.
 */
export function authForm(
  host: PortalElement,
  view: AuthView | LinkView,
  switchTo?: (view: AuthView) => void,
): HTMLElement {
  void loadView(view);
  const name = `portal-${view}`;
  let form = shown.get(host);
  if (form?.localName !== name || !form.isConnected) {
    form = document.createElement(name);
    form.className = "inner";
    render(slots, form);
    shown.set(host, form);
  }
  return Object.assign(form, { client: host.store!.client, switchTo });
}
