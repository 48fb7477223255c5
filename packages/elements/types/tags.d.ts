// Written by `npm run generate` from custom-elements.json.
import type { PortalClient } from "@portico/client";
import type {
  PortalAppointments,
  PortalBeforeLogoutEvent,
  PortalBeforeNavigateEvent,
  PortalDashboard,
  PortalEmailChangedEvent,
  PortalErrorEvent,
  PortalInvitation,
  PortalInvitationAcceptedEvent,
  PortalLogin,
  PortalLoginEvent,
  PortalLogoutEvent,
  PortalNavigateEvent,
  PortalNotes,
  PortalPasswordChangedEvent,
  PortalProfile,
  PortalProfileUpdatedEvent,
  PortalReadyEvent,
  PortalRegister,
  PortalSessionEndedEvent,
  PortalTaskCompletedEvent,
  PortalTaskReopenedEvent,
  PortalTasks,
} from "@portico/elements";

/** What `<portal-appointments>` takes: attributes, and properties that no attribute can say. */
export interface PortalAppointmentsAttributes {
  /** Origin of the API, such as `https://portal.example.com`; by default the one that the embed's script came from. From npm, it has to be given. */
  "api-url"?: string;
  /** Made-up data in memory, no server. */
  demo?: boolean;
  /** Slug of the organization, such as `acme`: at most 63 lower-case letters, digits and inner hyphens. */
  organization?: string;
  /** `light`, `dark`, `system` (as the device) or `auto` (fitted to the page); without it, the page's `color-scheme`. */
  theme?: "light" | "dark" | "system" | "auto";
  /** A client of one's own, instead of `organization` and `api-url`. */
  client?: PortalClient;
}

/** What `<portal-appointments>` tells, by the name of the event. */
export interface PortalAppointmentsEvents {
  /** A person is about to sign out; `preventDefault()` keeps them signed in. */
  "portal-before-logout": PortalBeforeLogoutEvent;
  /** A person proved a new address; `email` is null where only the link of a mail knows it. */
  "portal-email-changed": PortalEmailChangedEvent;
  /** Loading or saving failed; `error` is a `PortalError`. */
  "portal-error": PortalErrorEvent;
  /** A person accepted an invitation; carries `user` and `organization`. */
  "portal-invitation-accepted": PortalInvitationAcceptedEvent;
  /** A person signed in; carries `user`, `customer` and `organization`. */
  "portal-login": PortalLoginEvent;
  /** A person signed out. */
  "portal-logout": PortalLogoutEvent;
  /** A person chose a new password. */
  "portal-password-changed": PortalPasswordChangedEvent;
  /** Data is shown for the first time: the element's, and that of each page inside it. */
  "portal-ready": PortalReadyEvent;
}

/** What `<portal-dashboard>` takes: attributes, and properties that no attribute can say. */
export interface PortalDashboardAttributes {
  /** Origin of the API, such as `https://portal.example.com`; by default the one that the embed's script came from. From npm, it has to be given. */
  "api-url"?: string;
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
}

/** What `<portal-dashboard>` tells, by the name of the event. */
export interface PortalDashboardEvents {
  /** A person is about to sign out; `preventDefault()` keeps them signed in. */
  "portal-before-logout": PortalBeforeLogoutEvent;
  /** A person asked for another page; `preventDefault()` keeps them where they are. Carries `route`. */
  "portal-before-navigate": PortalBeforeNavigateEvent;
  /** A person proved a new address; `email` is null where only the link of a mail knows it. */
  "portal-email-changed": PortalEmailChangedEvent;
  /** Loading or saving failed; `error` is a `PortalError`. */
  "portal-error": PortalErrorEvent;
  /** A person accepted an invitation; carries `user` and `organization`. */
  "portal-invitation-accepted": PortalInvitationAcceptedEvent;
  /** A person signed in; carries `user`, `customer` and `organization`. */
  "portal-login": PortalLoginEvent;
  /** A person signed out. */
  "portal-logout": PortalLogoutEvent;
  /** Another page is shown; carries `route`. */
  "portal-navigate": PortalNavigateEvent;
  /** A person chose a new password. */
  "portal-password-changed": PortalPasswordChangedEvent;
  /** A person saved their profile; carries `customer`. */
  "portal-profile-updated": PortalProfileUpdatedEvent;
  /** Data is shown for the first time: the element's, and that of each page inside it. */
  "portal-ready": PortalReadyEvent;
  /** A person ended sessions of theirs; `id` is null where it was every other one. */
  "portal-session-ended": PortalSessionEndedEvent;
  /** A person completed a task; carries `task`. */
  "portal-task-completed": PortalTaskCompletedEvent;
  /** A person reopened a task; carries `task`. */
  "portal-task-reopened": PortalTaskReopenedEvent;
}

/** What `<portal-invitation>` takes: attributes, and properties that no attribute can say. */
export interface PortalInvitationAttributes {
  /** Origin of the API, such as `https://portal.example.com`; by default the one that the embed's script came from. From npm, it has to be given. */
  "api-url"?: string;
  /** Made-up data in memory, no server. */
  demo?: boolean;
  /** Slug of the organization, such as `acme`: at most 63 lower-case letters, digits and inner hyphens. */
  organization?: string;
  /** `light`, `dark`, `system` (as the device) or `auto` (fitted to the page); without it, the page's `color-scheme`. */
  theme?: "light" | "dark" | "system" | "auto";
  /** A client of one's own, instead of `organization` and `api-url`. */
  client?: PortalClient;
}

/** What `<portal-invitation>` tells, by the name of the event. */
export interface PortalInvitationEvents {
  /** A person is about to sign out; `preventDefault()` keeps them signed in. */
  "portal-before-logout": PortalBeforeLogoutEvent;
  /** A person proved a new address; `email` is null where only the link of a mail knows it. */
  "portal-email-changed": PortalEmailChangedEvent;
  /** Loading or saving failed; `error` is a `PortalError`. */
  "portal-error": PortalErrorEvent;
  /** A person accepted an invitation; carries `user` and `organization`. */
  "portal-invitation-accepted": PortalInvitationAcceptedEvent;
  /** A person signed in; carries `user`, `customer` and `organization`. */
  "portal-login": PortalLoginEvent;
  /** A person signed out. */
  "portal-logout": PortalLogoutEvent;
  /** A person chose a new password. */
  "portal-password-changed": PortalPasswordChangedEvent;
  /** Data is shown for the first time: the element's, and that of each page inside it. */
  "portal-ready": PortalReadyEvent;
}

/** What `<portal-login>` takes: attributes, and properties that no attribute can say. */
export interface PortalLoginAttributes {
  /** Origin of the API, such as `https://portal.example.com`; by default the one that the embed's script came from. From npm, it has to be given. */
  "api-url"?: string;
  /** Made-up data in memory, no server. */
  demo?: boolean;
  /** Slug of the organization, such as `acme`: at most 63 lower-case letters, digits and inner hyphens. */
  organization?: string;
  /** `light`, `dark`, `system` (as the device) or `auto` (fitted to the page); without it, the page's `color-scheme`. */
  theme?: "light" | "dark" | "system" | "auto";
  /** A client of one's own, instead of `organization` and `api-url`. */
  client?: PortalClient;
}

/** What `<portal-login>` tells, by the name of the event. */
export interface PortalLoginEvents {
  /** A person is about to sign out; `preventDefault()` keeps them signed in. */
  "portal-before-logout": PortalBeforeLogoutEvent;
  /** A person proved a new address; `email` is null where only the link of a mail knows it. */
  "portal-email-changed": PortalEmailChangedEvent;
  /** Loading or saving failed; `error` is a `PortalError`. */
  "portal-error": PortalErrorEvent;
  /** A person accepted an invitation; carries `user` and `organization`. */
  "portal-invitation-accepted": PortalInvitationAcceptedEvent;
  /** A person signed in; carries `user`, `customer` and `organization`. */
  "portal-login": PortalLoginEvent;
  /** A person signed out. */
  "portal-logout": PortalLogoutEvent;
  /** A person chose a new password. */
  "portal-password-changed": PortalPasswordChangedEvent;
  /** Data is shown for the first time: the element's, and that of each page inside it. */
  "portal-ready": PortalReadyEvent;
}

/** What `<portal-notes>` takes: attributes, and properties that no attribute can say. */
export interface PortalNotesAttributes {
  /** Origin of the API, such as `https://portal.example.com`; by default the one that the embed's script came from. From npm, it has to be given. */
  "api-url"?: string;
  /** Made-up data in memory, no server. */
  demo?: boolean;
  /** Slug of the organization, such as `acme`: at most 63 lower-case letters, digits and inner hyphens. */
  organization?: string;
  /** `light`, `dark`, `system` (as the device) or `auto` (fitted to the page); without it, the page's `color-scheme`. */
  theme?: "light" | "dark" | "system" | "auto";
  /** A client of one's own, instead of `organization` and `api-url`. */
  client?: PortalClient;
}

/** What `<portal-notes>` tells, by the name of the event. */
export interface PortalNotesEvents {
  /** A person is about to sign out; `preventDefault()` keeps them signed in. */
  "portal-before-logout": PortalBeforeLogoutEvent;
  /** A person proved a new address; `email` is null where only the link of a mail knows it. */
  "portal-email-changed": PortalEmailChangedEvent;
  /** Loading or saving failed; `error` is a `PortalError`. */
  "portal-error": PortalErrorEvent;
  /** A person accepted an invitation; carries `user` and `organization`. */
  "portal-invitation-accepted": PortalInvitationAcceptedEvent;
  /** A person signed in; carries `user`, `customer` and `organization`. */
  "portal-login": PortalLoginEvent;
  /** A person signed out. */
  "portal-logout": PortalLogoutEvent;
  /** A person chose a new password. */
  "portal-password-changed": PortalPasswordChangedEvent;
  /** Data is shown for the first time: the element's, and that of each page inside it. */
  "portal-ready": PortalReadyEvent;
}

/** What `<portal-profile>` takes: attributes, and properties that no attribute can say. */
export interface PortalProfileAttributes {
  /** Origin of the API, such as `https://portal.example.com`; by default the one that the embed's script came from. From npm, it has to be given. */
  "api-url"?: string;
  /** Made-up data in memory, no server. */
  demo?: boolean;
  /** Slug of the organization, such as `acme`: at most 63 lower-case letters, digits and inner hyphens. */
  organization?: string;
  /** `light`, `dark`, `system` (as the device) or `auto` (fitted to the page); without it, the page's `color-scheme`. */
  theme?: "light" | "dark" | "system" | "auto";
  /** A client of one's own, instead of `organization` and `api-url`. */
  client?: PortalClient;
}

/** What `<portal-profile>` tells, by the name of the event. */
export interface PortalProfileEvents {
  /** A person is about to sign out; `preventDefault()` keeps them signed in. */
  "portal-before-logout": PortalBeforeLogoutEvent;
  /** A person proved a new address; `email` is null where only the link of a mail knows it. */
  "portal-email-changed": PortalEmailChangedEvent;
  /** Loading or saving failed; `error` is a `PortalError`. */
  "portal-error": PortalErrorEvent;
  /** A person accepted an invitation; carries `user` and `organization`. */
  "portal-invitation-accepted": PortalInvitationAcceptedEvent;
  /** A person signed in; carries `user`, `customer` and `organization`. */
  "portal-login": PortalLoginEvent;
  /** A person signed out. */
  "portal-logout": PortalLogoutEvent;
  /** A person chose a new password. */
  "portal-password-changed": PortalPasswordChangedEvent;
  /** A person saved their profile; carries `customer`. */
  "portal-profile-updated": PortalProfileUpdatedEvent;
  /** Data is shown for the first time: the element's, and that of each page inside it. */
  "portal-ready": PortalReadyEvent;
  /** A person ended sessions of theirs; `id` is null where it was every other one. */
  "portal-session-ended": PortalSessionEndedEvent;
}

/** What `<portal-register>` takes: attributes, and properties that no attribute can say. */
export interface PortalRegisterAttributes {
  /** Origin of the API, such as `https://portal.example.com`; by default the one that the embed's script came from. From npm, it has to be given. */
  "api-url"?: string;
  /** Made-up data in memory, no server. */
  demo?: boolean;
  /** Slug of the organization, such as `acme`: at most 63 lower-case letters, digits and inner hyphens. */
  organization?: string;
  /** `light`, `dark`, `system` (as the device) or `auto` (fitted to the page); without it, the page's `color-scheme`. */
  theme?: "light" | "dark" | "system" | "auto";
  /** A client of one's own, instead of `organization` and `api-url`. */
  client?: PortalClient;
}

/** What `<portal-register>` tells, by the name of the event. */
export interface PortalRegisterEvents {
  /** A person is about to sign out; `preventDefault()` keeps them signed in. */
  "portal-before-logout": PortalBeforeLogoutEvent;
  /** A person proved a new address; `email` is null where only the link of a mail knows it. */
  "portal-email-changed": PortalEmailChangedEvent;
  /** Loading or saving failed; `error` is a `PortalError`. */
  "portal-error": PortalErrorEvent;
  /** A person accepted an invitation; carries `user` and `organization`. */
  "portal-invitation-accepted": PortalInvitationAcceptedEvent;
  /** A person signed in; carries `user`, `customer` and `organization`. */
  "portal-login": PortalLoginEvent;
  /** A person signed out. */
  "portal-logout": PortalLogoutEvent;
  /** A person chose a new password. */
  "portal-password-changed": PortalPasswordChangedEvent;
  /** Data is shown for the first time: the element's, and that of each page inside it. */
  "portal-ready": PortalReadyEvent;
}

/** What `<portal-tasks>` takes: attributes, and properties that no attribute can say. */
export interface PortalTasksAttributes {
  /** Origin of the API, such as `https://portal.example.com`; by default the one that the embed's script came from. From npm, it has to be given. */
  "api-url"?: string;
  /** Made-up data in memory, no server. */
  demo?: boolean;
  /** Slug of the organization, such as `acme`: at most 63 lower-case letters, digits and inner hyphens. */
  organization?: string;
  /** `light`, `dark`, `system` (as the device) or `auto` (fitted to the page); without it, the page's `color-scheme`. */
  theme?: "light" | "dark" | "system" | "auto";
  /** A client of one's own, instead of `organization` and `api-url`. */
  client?: PortalClient;
}

/** What `<portal-tasks>` tells, by the name of the event. */
export interface PortalTasksEvents {
  /** A person is about to sign out; `preventDefault()` keeps them signed in. */
  "portal-before-logout": PortalBeforeLogoutEvent;
  /** A person proved a new address; `email` is null where only the link of a mail knows it. */
  "portal-email-changed": PortalEmailChangedEvent;
  /** Loading or saving failed; `error` is a `PortalError`. */
  "portal-error": PortalErrorEvent;
  /** A person accepted an invitation; carries `user` and `organization`. */
  "portal-invitation-accepted": PortalInvitationAcceptedEvent;
  /** A person signed in; carries `user`, `customer` and `organization`. */
  "portal-login": PortalLoginEvent;
  /** A person signed out. */
  "portal-logout": PortalLogoutEvent;
  /** A person chose a new password. */
  "portal-password-changed": PortalPasswordChangedEvent;
  /** Data is shown for the first time: the element's, and that of each page inside it. */
  "portal-ready": PortalReadyEvent;
  /** A person completed a task; carries `task`. */
  "portal-task-completed": PortalTaskCompletedEvent;
  /** A person reopened a task; carries `task`. */
  "portal-task-reopened": PortalTaskReopenedEvent;
}

/** The tags: each with its class, what it takes, and what it tells. */
export interface PortalTags {
  /** The customer's appointments by day, upcoming and past, in the customer's own time zone. */
  "portal-appointments": {
    element: PortalAppointments;
    attributes: PortalAppointmentsAttributes;
    events: PortalAppointmentsEvents;
  };
  /** The whole portal: sign-in, then the overview with the pages for appointments, tasks, notes and profile. */
  "portal-dashboard": {
    element: PortalDashboard;
    attributes: PortalDashboardAttributes;
    events: PortalDashboardEvents;
  };
  /** An invitation, opened by the link of a mail: who invites whom to what, and the account that comes of it. */
  "portal-invitation": {
    element: PortalInvitation;
    attributes: PortalInvitationAttributes;
    events: PortalInvitationEvents;
  };
  /** Signing in. Its inputs are children in the page's light DOM, so that password managers find them. */
  "portal-login": { element: PortalLogin; attributes: PortalLoginAttributes; events: PortalLoginEvents };
  /** What the organization wrote for the customer: a list, and one note opened. */
  "portal-notes": { element: PortalNotes; attributes: PortalNotesAttributes; events: PortalNotesEvents };
  /** The customer's own record: name, phone, address, time zone and language; how they sign in, and where. */
  "portal-profile": {
    element: PortalProfile;
    attributes: PortalProfileAttributes;
    events: PortalProfileEvents;
  };
  /** Making an account: name, email, password, then the six-digit code from the mail. */
  "portal-register": {
    element: PortalRegister;
    attributes: PortalRegisterAttributes;
    events: PortalRegisterEvents;
  };
  /** The customer's tasks: open ones, completed in place with an undo, and those that are done. */
  "portal-tasks": { element: PortalTasks; attributes: PortalTasksAttributes; events: PortalTasksEvents };
}

/** The tags as JSX has them: over what every tag takes (`Base`), with a listener named `on` and the event's name. */
export type PortalJsx<Base = unknown, On extends string = "on"> = {
  [Tag in keyof PortalTags]: Base &
    PortalTags[Tag]["attributes"] & {
      [Name in keyof PortalTags[Tag]["events"] as `${On}${Name & string}`]?: (
        event: PortalTags[Tag]["events"][Name],
      ) => void;
    };
};
