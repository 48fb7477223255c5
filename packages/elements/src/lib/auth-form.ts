import type { PortalClient } from "@portico/client";
import { html } from "lit";
import type { TemplateResult } from "lit";
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

type Switch = (view: AuthView) => void;

const forms = {
  login: (client: PortalClient, go?: Switch) =>
    html`<portal-login class="inner" .client=${client} .switchTo=${go}>${slots}</portal-login>`,
  register: (client: PortalClient, go?: Switch) =>
    html`<portal-register class="inner" .client=${client} .switchTo=${go}>${slots}</portal-register>`,
  recovery: (client: PortalClient, go?: Switch) =>
    html`<portal-recovery class="inner" .client=${client} .switchTo=${go}>${slots}</portal-recovery>`,
  invitation: (client: PortalClient) =>
    html`<portal-invitation class="inner" .client=${client}>${slots}</portal-invitation>`,
  email: (client: PortalClient) => html`<portal-email class="inner" .client=${client}></portal-email>`,
};

/** A form for people who are not signed in, one shadow root further in; it asks `switchTo` for the other ones. */
export function authForm(
  view: AuthView | LinkView,
  client: PortalClient,
  switchTo?: Switch,
): TemplateResult {
  void loadView(view);
  return forms[view](client, switchTo);
}
