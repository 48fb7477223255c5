// Svelte's markup: `import type {} from "@portico/elements/svelte"` once in a project, and its tags are known.
import type { HTMLAttributes } from "svelte/elements";
import type { PortalJsx, PortalTags } from "./tags.js";

// Svelte 5 listens by `onportal-login`, Svelte 4 by `on:portal-login`.
type Tags = {
  [Tag in keyof PortalTags]: PortalJsx<HTMLAttributes<PortalTags[Tag]["element"]>>[Tag] &
    PortalJsx<unknown, "on:">[Tag];
};

declare module "svelte/elements" {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- A declaration is all that merging takes.
  interface SvelteHTMLElements extends Tags {}
}
