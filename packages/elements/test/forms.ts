import { until } from "./helpers.ts";

/** A field of a form, which is in the page's own tree, by what password managers take it for. */
export const field = (element: Element, autocomplete: string): Promise<HTMLInputElement> =>
  until(() => element.querySelector<HTMLInputElement>(`input[autocomplete=${autocomplete}]`), autocomplete);

/** Presses the form's button. */
export const submit = (element: Element): void =>
  element.querySelector<HTMLButtonElement>("button[type=submit]")!.click();

/** Puts the link of a mail into the address, beside what the page has there. */
export function openLink(fragment: string): void {
  location.hash = fragment;
}

/** Takes it out again. */
export function closeLink(): void {
  history.replaceState(null, "", location.pathname + location.search);
}
