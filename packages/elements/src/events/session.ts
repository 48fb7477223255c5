import type { Customer, Organization, PortalError, User } from "@portico/client";
import { eventOptions } from "./options.ts";

/** A person signed in. */
export class PortalLoginEvent extends Event {
  static readonly type = "portal-login";
  constructor(
    readonly user: User,
    readonly customer: Customer,
    readonly organization: Organization,
  ) {
    super(PortalLoginEvent.type, eventOptions);
  }
}

/** A person signed out. */
export class PortalLogoutEvent extends Event {
  static readonly type = "portal-logout";
  constructor() {
    super(PortalLogoutEvent.type, eventOptions);
  }
}

/** A person is about to sign out; `preventDefault()` keeps them signed in. */
export class PortalBeforeLogoutEvent extends Event {
  static readonly type = "portal-before-logout";
  constructor() {
    super(PortalBeforeLogoutEvent.type, { ...eventOptions, cancelable: true });
  }
}

/** The network or the server refused something. */
export class PortalErrorEvent extends Event {
  static readonly type = "portal-error";
  constructor(readonly error: PortalError) {
    super(PortalErrorEvent.type, eventOptions);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    "portal-login": PortalLoginEvent;
    "portal-logout": PortalLogoutEvent;
    "portal-before-logout": PortalBeforeLogoutEvent;
    "portal-error": PortalErrorEvent;
  }
}
