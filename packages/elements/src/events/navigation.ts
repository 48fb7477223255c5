import type { Route } from "../lib/route.ts";
import { eventOptions } from "./options.ts";

/** The portal shows another page. */
export class PortalNavigateEvent extends Event {
  static readonly type = "portal-navigate";
  constructor(readonly route: Route) {
    super(PortalNavigateEvent.type, eventOptions);
  }
}

/** A person is about to go to another page of the portal; `preventDefault()` keeps them where they are. */
export class PortalBeforeNavigateEvent extends Event {
  static readonly type = "portal-before-navigate";
  constructor(readonly route: Route) {
    super(PortalBeforeNavigateEvent.type, { ...eventOptions, cancelable: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    "portal-navigate": PortalNavigateEvent;
    "portal-before-navigate": PortalBeforeNavigateEvent;
  }
}
