import type { Page, PortalError } from "@portico/client";
import { toPortalError } from "@portico/elements/internal/controllers/portal-store.ts";
import type { PortalElement } from "@portico/elements/internal/lib/portal-element.ts";
import type { ReactiveController } from "lit";
import { router } from "./router.ts";

/**
 * One page of a list, as the address asks for it (`?cursor=`). What was shown stays until the next answer is there, and
 * a page that was seen before is there at once.
 */
export class ListController<T extends { id: string }> implements ReactiveController {
  #abort?: AbortController;
  #key?: string;
  #query: object = {};
  // What `page` is the answer to.
  #answered?: string;
  // The cursors of the pages before this one, as far as they were walked through here.
  #trail: (string | null)[] = [];

  /** The page that is shown; of an earlier query while `isLoading`. */
  page?: Page<T>;
  /** Why the last try failed. */
  error?: PortalError;
  /** Whether a newer page is on its way. */
  isLoading = false;

  constructor(
    private readonly host: PortalElement,
    private readonly load: (query: object, options: { signal: AbortSignal }) => Promise<Page<T>>,
  ) {
    host.addController(this);
  }

  hostConnected(): void {}

  hostDisconnected(): void {
    this.#abort?.abort();
    this.#key = undefined;
  }

  /** What is shown. */
  get items(): T[] {
    return this.page?.items ?? [];
  }

  /** Shows the answer to a query, at the address's cursor; cheap enough to call in every update. */
  show(query: object): void {
    const cursor = router.query.get("cursor") ?? undefined;
    const key = JSON.stringify([this.host.localName, query, cursor]);
    if (key === this.#key) return;
    if (!cursor) this.#trail = [];
    this.#key = key;
    this.#query = { ...query, cursor };
    const known = this.host.store?.cache.get(key) as Page<T> | undefined;
    if (known) this.#answered = key;
    this.page = known ?? this.page;
    void this.reload();
  }

  /** Asks again for what is shown. */
  async reload(): Promise<void> {
    this.#abort?.abort();
    const { signal } = (this.#abort = new AbortController());
    const key = this.#key!;
    this.isLoading = true;
    this.error = undefined;
    this.host.requestUpdate();
    try {
      this.page = await this.load(this.#query, { signal });
      this.#answered = key;
      this.host.store?.cache.set(key, this.page);
    } catch (error) {
      if (signal.aborted) return;
      this.error = toPortalError(error);
      // Rows of another query would pass for the answer.
      if (this.#answered !== key) this.page = undefined;
    }
    if (signal.aborted) return;
    this.isLoading = false;
    this.host.requestUpdate();
  }

  /** Puts a newer state of a record in its place, at once. */
  put(item: T): void {
    this.#change(this.items.map((old) => (old.id === item.id ? item : old)));
  }

  /** Takes a record out, at once. */
  remove(id: string): void {
    this.#change(this.items.filter((item) => item.id !== id));
  }

  /** Whether there is a page before and after. */
  get hasPrevious(): boolean {
    return router.query.has("cursor");
  }
  get hasNext(): boolean {
    return Boolean(this.page?.nextCursor);
  }

  /** Goes on to the next page. */
  readonly next = (): void => {
    this.#trail.push(router.query.get("cursor"));
    router.go(router.hrefWith({ cursor: this.page!.nextCursor }));
  };

  /** Goes back to the page before; to the first one where this browser does not know which that was. */
  readonly previous = (): void => {
    router.go(router.hrefWith({ cursor: this.#trail.pop() ?? null }));
  };

  #change(items: T[]): void {
    this.page = { items, nextCursor: this.page?.nextCursor ?? null };
    this.host.store?.cache.set(this.#key!, this.page);
    this.host.requestUpdate();
  }
}
