import type { Customer, Organization, PortalError, Task, User } from "@portico/client";
import type { Route } from "../lib/route.ts";

const options = { bubbles: true, composed: true } as const;

/** The element has shown its first data. */
export class PortalReadyEvent extends Event {
  static readonly type = "portal-ready";
  constructor() {
    super(PortalReadyEvent.type, options);
  }
}

/** A person signed in. */
export class PortalLoginEvent extends Event {
  static readonly type = "portal-login";
  constructor(
    readonly user: User,
    readonly customer: Customer,
    readonly organization: Organization,
  ) {
    super(PortalLoginEvent.type, options);
  }
}

/** A person signed out. */
export class PortalLogoutEvent extends Event {
  static readonly type = "portal-logout";
  constructor() {
    super(PortalLogoutEvent.type, options);
  }
}

/** A person is about to sign out; `preventDefault()` keeps them signed in. */
export class PortalBeforeLogoutEvent extends Event {
  static readonly type = "portal-before-logout";
  constructor() {
    super(PortalBeforeLogoutEvent.type, { ...options, cancelable: true });
  }
}

/** The network or the server refused something. */
export class PortalErrorEvent extends Event {
  static readonly type = "portal-error";
  constructor(readonly error: PortalError) {
    super(PortalErrorEvent.type, options);
  }
}

/** The portal shows another page. */
export class PortalNavigateEvent extends Event {
  static readonly type = "portal-navigate";
  constructor(readonly route: Route) {
    super(PortalNavigateEvent.type, options);
  }
}

/** A person is about to go to another page of the portal; `preventDefault()` keeps them where they are. */
export class PortalBeforeNavigateEvent extends Event {
  static readonly type = "portal-before-navigate";
  constructor(readonly route: Route) {
    super(PortalBeforeNavigateEvent.type, { ...options, cancelable: true });
  }
}

/** A person completed a task and the server agreed. */
export class PortalTaskCompletedEvent extends Event {
  static readonly type = "portal-task-completed";
  constructor(readonly task: Task) {
    super(PortalTaskCompletedEvent.type, options);
  }
}

/** A person reopened a task and the server agreed. */
export class PortalTaskReopenedEvent extends Event {
  static readonly type = "portal-task-reopened";
  constructor(readonly task: Task) {
    super(PortalTaskReopenedEvent.type, options);
  }
}

/** A person saved their profile. */
export class PortalProfileUpdatedEvent extends Event {
  static readonly type = "portal-profile-updated";
  constructor(readonly customer: Customer) {
    super(PortalProfileUpdatedEvent.type, options);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    "portal-ready": PortalReadyEvent;
    "portal-login": PortalLoginEvent;
    "portal-logout": PortalLogoutEvent;
    "portal-before-logout": PortalBeforeLogoutEvent;
    "portal-error": PortalErrorEvent;
    "portal-navigate": PortalNavigateEvent;
    "portal-before-navigate": PortalBeforeNavigateEvent;
    "portal-task-completed": PortalTaskCompletedEvent;
    "portal-task-reopened": PortalTaskReopenedEvent;
    "portal-profile-updated": PortalProfileUpdatedEvent;
  }
}
