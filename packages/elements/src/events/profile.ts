import type { Customer } from "@portico/client";
import { eventOptions } from "./options.ts";

/** A person saved their profile. */
export class PortalProfileUpdatedEvent extends Event {
  static readonly type = "portal-profile-updated";
  constructor(readonly customer: Customer) {
    super(PortalProfileUpdatedEvent.type, eventOptions);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    "portal-profile-updated": PortalProfileUpdatedEvent;
  }
}
