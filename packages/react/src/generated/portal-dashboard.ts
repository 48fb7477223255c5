"use client";
// Written by `npm run generate` from packages/elements/custom-elements.json.
import type { ForwardRefExoticComponent, ReactNode, RefAttributes } from "react";
import type { PortalClient } from "@portico/client";
import type {
  PortalBeforeLogoutEvent,
  PortalBeforeNavigateEvent,
  PortalEmailChangedEvent,
  PortalErrorEvent,
  PortalInvitationAcceptedEvent,
  PortalLoginEvent,
  PortalLogoutEvent,
  PortalNavigateEvent,
  PortalPasswordChangedEvent,
  PortalProfileUpdatedEvent,
  PortalReadyEvent,
  PortalSessionEndedEvent,
  PortalTaskCompletedEvent,
  PortalTaskReopenedEvent,
} from "@portico/elements";
import type { PortalDashboard as PortalDashboardElement } from "@portico/elements";
import { wrap } from "../wrap.ts";
import type { HostProps } from "../wrap.ts";

/** The class of `<portal-dashboard>`: what a `ref` holds. */
export type { PortalDashboardElement };

/** What {@link PortalDashboard} takes. */
export interface PortalDashboardProps extends HostProps {
  /** Origin of the API, such as `https://portal.example.com`; by default the one that the embed's script came from. From npm, it has to be given. */
  apiUrl?: string;
  /** Made-up data in memory, no server. */
  demo?: boolean;
  /** `iframe` shows the hosted pages in a frame, out of reach of the page's own scripts; read once, when first shown. */
  isolation?: "iframe";
  /** Slug of the organization, such as `acme`: at most 63 lower-case letters, digits and inner hyphens. */
  organization?: string;
  /** Where the place is kept: `none` never touches the page's history, `hash` keeps it after `#`, `path` in the path. */
  routing?: "none" | "hash" | "path";
  /** `light`, `dark`, `system` (as the device) or `auto` (fitted to the page); without it, the page's `color-scheme`. */
  theme?: "light" | "dark" | "system" | "auto";

  /** A client of one's own, instead of `organization` and `api-url`. */
  client?: PortalClient;

  /** A person is about to sign out; `preventDefault()` keeps them signed in. */
  onPortalBeforeLogout?: (event: PortalBeforeLogoutEvent) => void;
  /** A person asked for another page; `preventDefault()` keeps them where they are. Carries `route`. */
  onPortalBeforeNavigate?: (event: PortalBeforeNavigateEvent) => void;
  /** A person proved a new address; `email` is null where only the link of a mail knows it. */
  onPortalEmailChanged?: (event: PortalEmailChangedEvent) => void;
  /** Loading or saving failed; `error` is a `PortalError`. */
  onPortalError?: (event: PortalErrorEvent) => void;
  /** A person accepted an invitation; carries `user` and `organization`. */
  onPortalInvitationAccepted?: (event: PortalInvitationAcceptedEvent) => void;
  /** A person signed in; carries `user`, `customer` and `organization`. */
  onPortalLogin?: (event: PortalLoginEvent) => void;
  /** A person signed out. */
  onPortalLogout?: (event: PortalLogoutEvent) => void;
  /** Another page is shown; carries `route`. */
  onPortalNavigate?: (event: PortalNavigateEvent) => void;
  /** A person chose a new password. */
  onPortalPasswordChanged?: (event: PortalPasswordChangedEvent) => void;
  /** A person saved their profile; carries `customer`. */
  onPortalProfileUpdated?: (event: PortalProfileUpdatedEvent) => void;
  /** Data is shown for the first time: the element's, and that of each page inside it. */
  onPortalReady?: (event: PortalReadyEvent) => void;
  /** A person ended sessions of theirs; `id` is null where it was every other one. */
  onPortalSessionEnded?: (event: PortalSessionEndedEvent) => void;
  /** A person completed a task; carries `task`. */
  onPortalTaskCompleted?: (event: PortalTaskCompletedEvent) => void;
  /** A person reopened a task; carries `task`. */
  onPortalTaskReopened?: (event: PortalTaskReopenedEvent) => void;

  /** What goes into its slots: `slot="footer"`, `slot="header"`. */
  children?: ReactNode;
}

/** The whole portal: sign-in, then the overview with the pages for appointments, tasks, notes and profile. */
export const PortalDashboard: ForwardRefExoticComponent<
  PortalDashboardProps & RefAttributes<PortalDashboardElement>
> = wrap({
  name: "PortalDashboard",
  tag: "portal-dashboard",
  attributes: {
    apiUrl: "api-url",
    demo: "demo",
    isolation: "isolation",
    organization: "organization",
    routing: "routing",
    theme: "theme",
  },
  properties: ["client"],
  events: {
    "portal-before-logout": "onPortalBeforeLogout",
    "portal-before-navigate": "onPortalBeforeNavigate",
    "portal-email-changed": "onPortalEmailChanged",
    "portal-error": "onPortalError",
    "portal-invitation-accepted": "onPortalInvitationAccepted",
    "portal-login": "onPortalLogin",
    "portal-logout": "onPortalLogout",
    "portal-navigate": "onPortalNavigate",
    "portal-password-changed": "onPortalPasswordChanged",
    "portal-profile-updated": "onPortalProfileUpdated",
    "portal-ready": "onPortalReady",
    "portal-session-ended": "onPortalSessionEnded",
    "portal-task-completed": "onPortalTaskCompleted",
    "portal-task-reopened": "onPortalTaskReopened",
  },
  define: () => import("@portico/elements/define/portal-dashboard"),
});
