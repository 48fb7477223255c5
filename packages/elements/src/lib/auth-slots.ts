import { html } from "lit";

/** The slots that credential inputs travel through, from the outermost element's light DOM to the form. */
export const authSlots = [
  "form",
  ...["name", "email", "password", "code"].flatMap((field) => [field, `${field}-label`, `${field}-error`]),
  "submit",
].map((slot) => `portal-${slot}`);

/** Hands light-DOM credential inputs on to a form one shadow root further in. */
export const authForwarding = authSlots.map((slot) => html`<slot name=${slot} slot=${slot}></slot>`);
