import type { ReactiveController } from "lit";
import { currentLink, watchLink } from "../lib/link.ts";
import type { LinkView } from "../lib/route.ts";
import type { PortalElement } from "../lib/portal-element.ts";

const views = { invitation: "invitation", reset: "recovery", email: "email" } as const;

/** The link of a mail that the page was opened by: its host shows what it leads to, until it is used or put aside. */
export class LinkController implements ReactiveController {
  #end?: () => void;

  constructor(private readonly host: PortalElement) {
    host.addController(this);
  }

  /** What to show for it. */
  get view(): LinkView | undefined {
    const link = currentLink();
    return link && views[link.purpose];
  }

  hostConnected(): void {
    this.#end = watchLink(() => this.host.requestUpdate());
  }

  hostDisconnected(): void {
    this.#end?.();
  }
}
