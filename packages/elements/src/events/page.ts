import { eventOptions } from "./options.ts";

/** The element has shown its first data. */
export class PortalReadyEvent extends Event {
  static readonly type = "portal-ready";
  constructor() {
    super(PortalReadyEvent.type, eventOptions);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    "portal-ready": PortalReadyEvent;
  }
}
