import type { ReactiveController, ReactiveControllerHost } from "lit";

/** The rows of a table that something is to be done with together. */
export class Selection implements ReactiveController {
  readonly #ids = new Set<string>();

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {}

  /** The ids, in the order in which they were chosen. */
  get ids(): string[] {
    return [...this.#ids];
  }

  /** How many. */
  get size(): number {
    return this.#ids.size;
  }

  /** Whether a row is chosen. */
  has(id: string): boolean {
    return this.#ids.has(id);
  }

  /** Chooses rows, or leaves them out. */
  set(ids: string[], chosen: boolean): void {
    for (const id of ids) {
      if (chosen) this.#ids.add(id);
      else this.#ids.delete(id);
    }
    this.host.requestUpdate();
  }

  /** Chooses nothing. */
  clear(): void {
    this.set(this.ids, false);
  }
}
