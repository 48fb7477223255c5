import { css } from "lit";
import type { ReactiveController } from "lit";
import { PortalNavigateEvent } from "../../events/navigation.ts";
import { eventOptions } from "../../events/options.ts";
import { frameEvents, isView, messageOf } from "../../lib/frame-messages.ts";
import type { FrameEvent, FrameMessage } from "../../lib/frame-messages.ts";
import { currentLink } from "../../lib/link.ts";
import { removeLink } from "../../lib/used-link.ts";
import type { PortalDashboard } from "./portal-dashboard.ts";

const styles = css`
  iframe {
    display: block;
    inline-size: calc(100% + 8px);
    margin: -4px;
    block-size: var(--portal-min-height, 44rem);
    border: 0;
  }
`;

const frames = new WeakMap<PortalDashboard, Frame>();

/** Shows the hosted pages in a frame inside an element, and tells the frame whatever changes. */
export function isolate(host: PortalDashboard): void {
  const frame = frames.get(host) ?? new Frame(host);
  frames.set(host, frame);
  frame.update();
}

// Taller than any portal: a frame that says more than this is none of ours.
const TALLEST = 100_000;

class Frame implements ReactiveController {
  readonly #frame = document.createElement("iframe");
  // The page may change its colours in any attribute of its root.
  readonly #observer = new MutationObserver(() => this.update());
  #shown?: string;
  #route?: string;
  #isThere = false;

  constructor(private readonly host: PortalDashboard) {
    const { shadowRoot } = host;
    shadowRoot!.adoptedStyleSheets = [...shadowRoot!.adoptedStyleSheets, styles.styleSheet!];
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener("message", this.#hear);
    this.#observer.observe(document.documentElement, { attributes: true });
  }

  hostDisconnected(): void {
    removeEventListener("message", this.#hear);
    this.#observer.disconnect();
  }

  /** What the page says of language and colours now, and where it wants the portal to be. */
  update(): void {
    const { host } = this;
    if (!host.isConnected) return;
    host.localize.hostUpdate();
    this.#frame.title = host.localize.term("portal");
    this.#frame.style.colorScheme = { light: "light", dark: "dark" }[this.#theme] ?? "light dark";
    const shown = `${host.apiOrigin} ${host.organization}`;
    if (shown !== this.#shown) this.#show(shown);
    else if (this.#isThere) this.#tell();
  }

  get #theme(): string {
    const { theme } = this.host;
    if (theme) return theme;
    const schemes = getComputedStyle(this.host).colorScheme.split(" ");
    return schemes.includes("dark") ? (schemes.includes("light") ? "system" : "dark") : "light";
  }

  #show(shown: string): void {
    const { host } = this;
    this.#shown = shown;
    this.#isThere = false;
    this.#route = JSON.stringify(host.route);
    if (!host.organization || !host.apiOrigin)
      return host.shadowRoot!.replaceChildren(host.localize.term("notConfigured"));
    const { view, id } = host.route;
    const page = view === "overview" ? "dashboard" : view;
    const url = new URL(`/portal/${page}${id ? `/${encodeURIComponent(id)}` : ""}`, host.apiOrigin);
    url.search = String(
      new URLSearchParams({
        organization: host.organization,
        lang: host.localize.wanted,
        theme: this.#theme,
      }),
    );
    // A mail's link is for whoever may act on it, and that is the frame.
    const link = currentLink();
    if (link) {
      url.hash = `portal-${link.view}=${link.token}`;
      removeLink();
    }
    this.#frame.src = url.href;
    host.shadowRoot!.replaceChildren(this.#frame);
    setTimeout(() => {
      if (!this.#isThere && host.isConnected)
        console.warn(`Portico: no answer from the frame. Does ${host.apiOrigin} allow ${location.origin}?`);
    }, 10_000);
  }

  #tell(): void {
    const route = JSON.stringify(this.host.route);
    const message: FrameMessage = {
      type: "portal-settings",
      lang: this.host.localize.wanted,
      theme: this.#theme,
      hasGround: !!this.host.theme,
      ...(route !== this.#route && { route: this.host.route }),
    };
    this.#route = route;
    this.#frame.contentWindow?.postMessage(message, new URL(this.host.apiOrigin).origin);
  }

  // Only from that frame, and only while the deployment is what is in it.
  readonly #hear = ({ source, origin, data }: MessageEvent): void => {
    if (!source || source !== this.#frame.contentWindow || origin !== new URL(this.host.apiOrigin).origin)
      return;
    if (messageOf(data, "portal-frame")) {
      this.#isThere = true;
      this.#tell();
    }
    const height = Number(messageOf(data, "portal-height")?.height);
    if (height > 0 && height < TALLEST) this.#frame.style.blockSize = `${height}px`;
    const event = messageOf(data, "portal-event");
    if (event && frameEvents.includes(event.name as FrameEvent))
      this.#fire(event.name as FrameEvent, event.view);
  };

  // Whoever listens learns that it happened, not to whom.
  #fire(name: FrameEvent, view: unknown): void {
    if (name !== "portal-navigate") this.host.dispatchEvent(new Event(name, eventOptions));
    else if (isView(view)) this.host.dispatchEvent(new PortalNavigateEvent({ view }));
  }
}
