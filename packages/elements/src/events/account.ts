import type { Organization, User } from "@portico/client";
import { eventOptions } from "./options.ts";

/** A person accepted an invitation and is signed in. */
export class PortalInvitationAcceptedEvent extends Event {
  static readonly type = "portal-invitation-accepted";
  constructor(
    readonly user: User,
    readonly organization: Organization,
  ) {
    super(PortalInvitationAcceptedEvent.type, eventOptions);
  }
}

/** A person chose a new password. */
export class PortalPasswordChangedEvent extends Event {
  static readonly type = "portal-password-changed";
  constructor() {
    super(PortalPasswordChangedEvent.type, eventOptions);
  }
}

/** A person proved a new address; `email` is null where only the link of a mail knows it. */
export class PortalEmailChangedEvent extends Event {
  static readonly type = "portal-email-changed";
  constructor(readonly email: string | null) {
    super(PortalEmailChangedEvent.type, eventOptions);
  }
}

/** A person ended sessions of theirs; `id` is null where it was every other one. */
export class PortalSessionEndedEvent extends Event {
  static readonly type = "portal-session-ended";
  constructor(readonly id: string | null) {
    super(PortalSessionEndedEvent.type, eventOptions);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    "portal-invitation-accepted": PortalInvitationAcceptedEvent;
    "portal-password-changed": PortalPasswordChangedEvent;
    "portal-email-changed": PortalEmailChangedEvent;
    "portal-session-ended": PortalSessionEndedEvent;
  }
}
