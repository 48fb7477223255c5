import type { Route } from "./route.ts";
import { views } from "./views.ts";

/** What a page and the hosted page in its frame say to each other. Nothing of it is about a person, and no secret. */
export type FrameMessage =
  /** The frame listens. */
  | { type: "portal-frame" }
  /** How tall the hosted page is. */
  | { type: "portal-height"; height: number }
  /** Something happened in it. */
  | { type: "portal-event"; name: FrameEvent; view?: string }
  /** How it should look, and where it should go. */
  | { type: "portal-settings"; lang: string; theme: string; hasGround: boolean; route?: Route };

/** The events that a frame hands on. */
export const frameEvents = ["portal-ready", "portal-login", "portal-logout", "portal-navigate"] as const;
/** One of them. */
export type FrameEvent = (typeof frameEvents)[number];

/** Whether a word is a page of the portal. */
export const isView = (view: unknown): view is Route["view"] => (views as readonly unknown[]).includes(view);

/** A message of one type, with whatever came beside it; everybody may send anything. */
export function messageOf(data: unknown, type: FrameMessage["type"]): Record<string, unknown> | undefined {
  const message = data as Record<string, unknown> | null;
  return typeof message === "object" && message?.type === type ? message : undefined;
}
