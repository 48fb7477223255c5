// What the tests put on a page, and what it hears there.
import { PortalDashboard, PortalLogin } from "@portico/react";
import type { PortalDashboardElement } from "@portico/react";
import type { PortalClient } from "@portico/client";
import type { Ref } from "react";

/** What a test may change from outside of the page. */
export interface AppProps {
  /** A name for whoever listens to the dashboard; nobody does without one. */
  listener?: string;
  hear?: (listener: string, event: Event) => void;
  client?: PortalClient;
  dashboard?: Ref<PortalDashboardElement>;
  theme?: "light" | "dark";
  lang?: string;
  routing?: "hash";
}

/** A login form, which adds children to itself, and a dashboard with a child of the page's. */
export function App({ listener, hear, client, dashboard, ...more }: AppProps) {
  const listen = listener === undefined ? undefined : (event: Event) => hear?.(listener, event);
  return (
    <>
      <PortalLogin demo className="narrow" apiUrl="https://portal.example.com" hidden={false} />
      <PortalDashboard
        {...more}
        ref={dashboard}
        organization="northwind"
        client={client}
        onPortalReady={listen}
        onPortalNavigate={listen}
      >
        <h1 slot="header">Northwind</h1>
      </PortalDashboard>
    </>
  );
}
