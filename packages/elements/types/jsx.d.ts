// React 19's own JSX: `import type {} from "@portico/elements/jsx"` once in a project, and its tags are known.
import type { HTMLAttributes, RefAttributes } from "react";
import type { PortalJsx, PortalTags } from "./tags.js";

type Tags = {
  [Tag in keyof PortalTags]: PortalJsx<HTMLAttributes<PortalTags[Tag]["element"]>>[Tag] &
    RefAttributes<PortalTags[Tag]["element"]>;
};

declare module "react" {
  namespace JSX {
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- A declaration is all that merging takes.
    interface IntrinsicElements extends Tags {}
  }
}
