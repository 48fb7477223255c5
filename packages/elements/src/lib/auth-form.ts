import type { PortalClient } from "@portico/client";
import { html } from "lit";
import type { TemplateResult } from "lit";
import type { AuthView } from "./route.ts";
import { loadView } from "./views.ts";

/** The fields that an account is made of. */
export const credentialNames = ["name", "email", "password", "code"] as const;

// The slots that inputs travel through, from the outermost element's light DOM to the form.
const slots = [
  "form",
  ...credentialNames.flatMap((name) => [name, `${name}-label`, `${name}-note`]),
  "submit",
].map((slot) => html`<slot name="portal-${slot}" slot="portal-${slot}"></slot>`);

/** A form for people who are not signed in, one shadow root further in; it asks `switchTo` for the other ones. */
export function authForm(
  view: AuthView,
  client: PortalClient,
  switchTo?: (view: AuthView) => void,
): TemplateResult {
  void loadView(view);
  return view === "register"
    ? html`<portal-register class="inner" .client=${client} .switchTo=${switchTo}>${slots}</portal-register>`
    : html`<portal-login class="inner" .client=${client} .switchTo=${switchTo}>${slots}</portal-login>`;
}
