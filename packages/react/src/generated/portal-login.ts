"use client";
// Written by `npm run generate` from packages/elements/custom-elements.json.
import type { ForwardRefExoticComponent, RefAttributes } from "react";
import type { PortalClient } from "@portico/client";
import type {
  PortalBeforeLogoutEvent,
  PortalEmailChangedEvent,
  PortalErrorEvent,
  PortalInvitationAcceptedEvent,
  PortalLoginEvent,
  PortalLogoutEvent,
  PortalPasswordChangedEvent,
  PortalReadyEvent,
} from "@portico/elements";
import type { PortalLogin as PortalLoginElement } from "@portico/elements";
import { wrap } from "../wrap.ts";
import type { HostProps } from "../wrap.ts";

/** The class of `<portal-login>`: what a `ref` holds. */
export type { PortalLoginElement };

/** What {@link PortalLogin} takes. */
export interface PortalLoginProps extends HostProps {
  /** Origin of the API, such as `https://portal.example.com`; by default the one that the embed's script came from. From npm, it has to be given. */
  apiUrl?: string;
  /** Made-up data in memory, no server. */
  demo?: boolean;
  /** Slug of the organization, such as `acme`: at most 63 lower-case letters, digits and inner hyphens. */
  organization?: string;
  /** `light`, `dark`, `system` (as the device) or `auto` (fitted to the page); without it, the page's `color-scheme`. */
  theme?: "light" | "dark" | "system" | "auto";

  /** A client of one's own, instead of `organization` and `api-url`. */
  client?: PortalClient;

  /** A person is about to sign out; `preventDefault()` keeps them signed in. */
  onPortalBeforeLogout?: (event: PortalBeforeLogoutEvent) => void;
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
  /** A person chose a new password. */
  onPortalPasswordChanged?: (event: PortalPasswordChangedEvent) => void;
  /** Data is shown for the first time: the element's, and that of each page inside it. */
  onPortalReady?: (event: PortalReadyEvent) => void;
}

/** Signing in. Its inputs are children in the page's light DOM, so that password managers find them. */
export const PortalLogin: ForwardRefExoticComponent<PortalLoginProps & RefAttributes<PortalLoginElement>> =
  wrap({
    name: "PortalLogin",
    tag: "portal-login",
    attributes: { apiUrl: "api-url", demo: "demo", organization: "organization", theme: "theme" },
    properties: ["client"],
    events: {
      "portal-before-logout": "onPortalBeforeLogout",
      "portal-email-changed": "onPortalEmailChanged",
      "portal-error": "onPortalError",
      "portal-invitation-accepted": "onPortalInvitationAccepted",
      "portal-login": "onPortalLogin",
      "portal-logout": "onPortalLogout",
      "portal-password-changed": "onPortalPasswordChanged",
      "portal-ready": "onPortalReady",
    },
    define: () => import("@portico/elements/define/portal-login"),
  });
