import { createPortalClient } from "@portico/client";
import type { PortalClient } from "@portico/client";
import { PortalEmployee } from "./components/portal-employee/portal-employee.ts";
import { define } from "./lib/define.ts";

/** Shows employees their own pages: signing in, and their account. */
export function showEmployee(root: HTMLElement, organization: string, remember: () => void): void {
  define("portal-employee", PortalEmployee);
  const element = new PortalEmployee();
  const client = createPortalClient({ apiUrl: location.origin, organization, audience: "dashboard" });
  // Of a client, what is shown here uses only what both sides have.
  element.client = client as unknown as PortalClient;
  element.theme = "auto";
  element.addEventListener("portal-login", remember, { once: true });
  root.replaceChildren(element);
}
