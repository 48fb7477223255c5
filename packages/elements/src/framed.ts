// A hosted page in a frame: as tall as what is in it, it looks as the page around it says, and tells it what happened.
import { css } from "lit";
import type { PortalDashboard } from "./components/portal-dashboard/portal-dashboard.ts";
import { directionOf, toTag } from "./controllers/localize.ts";
import { frameEvents, isView, messageOf } from "./lib/frame-messages.ts";
import type { FrameMessage } from "./lib/frame-messages.ts";
import type { Route } from "./lib/route.ts";
import { takeTheme } from "./lib/take-theme.ts";

// The page around takes the height from here: a height of the frame's own would only ever grow. The edge is for the
// outlines of what has the focus; the frame is that much larger than its place.
const styles = css`
  html {
    overflow: hidden;
    background: none;
  }
  .portico {
    min-block-size: 0;
    max-inline-size: none;
    padding: 4px;
  }
`;

/** A dialog belongs where the person looks, in a frame that may be several windows tall. */
function followWindow(): void {
  const { style } = document.documentElement;
  const threshold = Array.from({ length: 101 }, (_, index) => index / 100);
  const look = ([entry]: IntersectionObserverEntry[]) => {
    const { intersectionRect: seen, boundingClientRect: all } = entry!;
    if (!seen.height) return;
    style.setProperty("--_frame-top", `${seen.top}px`);
    style.setProperty("--_frame-bottom", `${Math.max(all.bottom - seen.bottom, 0)}px`);
    style.setProperty("--_frame-height", `${seen.height}px`);
  };
  new IntersectionObserver(look, { threshold }).observe(document.documentElement);
}

/** Where a page around may send the person; what is no place is nowhere. */
function routeOf(wanted: unknown): Route | undefined {
  const { view, id } = (wanted ?? {}) as Record<string, unknown>;
  if (!isView(view)) return undefined;
  return typeof id === "string" && /^[\w-]{1,64}$/.test(id) ? { view, id } : { view };
}

/** Listens to the page around, once it has spoken. Which one that can be, `frame-ancestors` has decided. */
export function followHost(root: HTMLElement, portal: PortalDashboard): void {
  let host: string | undefined;
  const tell = (message: FrameMessage) => host && parent.postMessage(message, host);
  const measure = () =>
    tell({ type: "portal-height", height: Math.ceil(root.getBoundingClientRect().height) });

  function begin(): void {
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, styles.styleSheet!];
    new ResizeObserver(measure).observe(root);
    followWindow();
  }

  addEventListener("message", ({ source, origin, data }) => {
    const settings = source === parent && messageOf(data, "portal-settings");
    if (!settings) return;
    if (!host) begin();
    host = origin;
    document.documentElement.lang = toTag(String(settings.lang));
    document.documentElement.dir = directionOf(document.documentElement.lang);
    takeTheme(portal, settings.theme);
    // As in the page itself: without a theme of its own, the portal stands on the page's ground.
    if (!settings.hasGround) portal.theme = undefined;
    const route = routeOf(settings.route);
    if (route) portal.navigateTo(route);
    measure();
  });
  for (const name of frameEvents) {
    portal.addEventListener(name, (event) =>
      tell({
        type: "portal-event",
        name,
        ...("route" in event && { view: event.route.view }),
      }),
    );
  }
  // Says nothing but that it is there; whoever is meant answers with its origin.
  parent.postMessage({ type: "portal-frame" } satisfies FrameMessage, "*");
}
