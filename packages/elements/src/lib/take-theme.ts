import type { PortalElement } from "./portal-element.ts";

/** Gives a hosted page the colours that its address or the page around it asks for; otherwise the device decides. */
export function takeTheme(portal: PortalElement, wanted: unknown): void {
  const theme = wanted === "light" || wanted === "dark" ? wanted : undefined;
  portal.theme = theme ?? "system";
  document.documentElement.style.colorScheme = theme ?? "";
}
