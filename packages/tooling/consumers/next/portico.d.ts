import type { PortalDashboard } from "@portico/elements";
import type { HTMLAttributes, RefAttributes } from "react";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "portal-dashboard": HTMLAttributes<PortalDashboard> &
        RefAttributes<PortalDashboard> & { organization?: string; "api-url"?: string; demo?: boolean };
    }
  }
}
