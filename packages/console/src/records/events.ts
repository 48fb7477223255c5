/** A record dialog has made or changed its record. */
export class RecordSavedEvent<T = unknown> extends Event {
  constructor(
    readonly record: T,
    readonly isNew: boolean,
  ) {
    super("console-saved");
  }
}

/** A record dialog has deleted its record. */
export class RecordDeletedEvent<T = unknown> extends Event {
  constructor(readonly record: T) {
    super("console-deleted");
  }
}

/** A record dialog is shut; the page takes it away now. */
export class RecordClosedEvent extends Event {
  constructor() {
    super("console-closed");
  }
}

/** Something of a customer has changed: who shows figures of it asks anew. */
export class RecordsChangedEvent extends Event {
  constructor() {
    super("console-changed", { bubbles: true, composed: true });
  }
}
