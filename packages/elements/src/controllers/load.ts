import type { PortalError } from "@portico/client";
import type { ReactiveController } from "lit";
import { PortalErrorEvent } from "../events/session.ts";
import { PortalReadyEvent } from "../events/page.ts";
import type { PortalElement } from "../lib/portal-element.ts";
import { toPortalError } from "./portal-store.ts";
import type { PortalStore } from "./portal-store.ts";

/** Loads one answer for an element: cached first, then fresh; the last request wins. */
export class LoadController<T> implements ReactiveController {
  #abort?: AbortController;
  /** What `value` is the answer to. */
  protected key?: string;
  #store?: PortalStore;
  #ready = false;

  /** The answer, stale or fresh. */
  value?: T;
  /** Why the last try failed. */
  error?: PortalError;

  constructor(
    protected readonly host: PortalElement,
    private readonly load: (signal: AbortSignal) => Promise<T>,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#abort?.abort();
    this.key = undefined;
  }

  /** Loads if `key`, or whose data it is, is not the one loaded last; cheap enough to call in every update. */
  ensure(key: string): void {
    const { store } = this.host;
    if (key === this.key && store === this.#store) return;
    this.key = key;
    this.#store = store;
    this.value = store?.cache.get(key) as T | undefined;
    void this.reload();
  }

  /** Forgets everything, for when nobody is signed in any more. */
  reset(): void {
    this.#abort?.abort();
    this.key = this.value = this.error = undefined;
  }

  /** Replaces the answer by what the person sees already, here and in the cache. */
  mutate(value: T): void {
    this.value = value;
    if (this.key) this.host.store?.cache.set(this.key, value);
    this.host.requestUpdate();
    this.host.store?.notify();
  }

  /** Says why a try failed. */
  protected fail(thrown: unknown): void {
    this.error = toPortalError(thrown);
    this.host.requestUpdate();
    this.host.dispatchEvent(new PortalErrorEvent(this.error));
  }

  /** Loads again. */
  async reload(): Promise<void> {
    this.#abort?.abort();
    const abort = (this.#abort = new AbortController());
    const { host } = this;
    this.error = undefined;
    host.requestUpdate();
    // Said when it is shown, to whoever waits that long; and then what there is to read now.
    let isLong = false;
    setTimeout(() => {
      isLong = !(this.value || this.error || abort.signal.aborted);
      if (isLong) host.announce(host.localize.term("loading"));
    }, 400);
    try {
      const value = await this.load(abort.signal);
      if (abort.signal.aborted) return;
      this.mutate(value);
      if (isLong) host.announce(host.renderRoot.querySelector("h2")?.textContent ?? "");
      if (!this.#ready) {
        this.#ready = true;
        await host.updateComplete;
        host.dispatchEvent(new PortalReadyEvent());
      }
    } catch (error) {
      if (!abort.signal.aborted) this.fail(error);
    }
  }
}
