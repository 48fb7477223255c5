// Vue's templates: `import type {} from "@portico/elements/vue"` once in a project, and Volar knows the tags.
import type { FunctionalComponent, HTMLAttributes } from "vue";
import type { PortalTags } from "./tags.js";

type Pascal<Name> = Name extends `${infer First}-${infer Rest}`
  ? `${Capitalize<First>}${Pascal<Rest>}`
  : Capitalize<Name & string>;

type Props<Takes, Tells> = HTMLAttributes & {
  [Name in keyof Takes as Uncapitalize<Pascal<Name>>]: Takes[Name];
} & { [Name in keyof Tells as `on${Pascal<Name>}`]?: (event: Tells[Name]) => void };

type Tags = {
  [Tag in keyof PortalTags]: FunctionalComponent<
    Props<PortalTags[Tag]["attributes"], PortalTags[Tag]["events"]>
  >;
};

declare module "vue" {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- A declaration is all that merging takes.
  interface GlobalComponents extends Tags {}
}
