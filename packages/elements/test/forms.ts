import { until } from "./helpers.ts";

/** A field of a form, which is in the page's own tree, by what password managers take it for. */
export const field = (element: Element, autocomplete: string): Promise<HTMLInputElement> =>
  until(() => element.querySelector<HTMLInputElement>(`input[autocomplete=${autocomplete}]`), autocomplete);

/** Presses the form's button. */
export const submit = (element: Element): void =>
  element.querySelector<HTMLButtonElement>("button[type=submit]")!.click();

/** Puts the link of a mail into the address, as following it would; without a step in the history, which has 50. */
export function openLink(fragment: string): void {
  history.replaceState(null, "", fragment);
  dispatchEvent(new PopStateEvent("popstate"));
}

/** Takes it out again. */
export function closeLink(): void {
  history.replaceState(null, "", location.pathname + location.search);
}
