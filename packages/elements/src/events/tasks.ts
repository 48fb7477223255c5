import type { Task } from "@portico/client";
import { eventOptions } from "./options.ts";

/** A person completed a task and the server agreed. */
export class PortalTaskCompletedEvent extends Event {
  static readonly type = "portal-task-completed";
  constructor(readonly task: Task) {
    super(PortalTaskCompletedEvent.type, eventOptions);
  }
}

/** A person reopened a task and the server agreed. */
export class PortalTaskReopenedEvent extends Event {
  static readonly type = "portal-task-reopened";
  constructor(readonly task: Task) {
    super(PortalTaskReopenedEvent.type, eventOptions);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    "portal-task-completed": PortalTaskCompletedEvent;
    "portal-task-reopened": PortalTaskReopenedEvent;
  }
}
