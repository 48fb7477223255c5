// types/tags.d.ts: what each tag takes and tells, for the types of frameworks' templates beside it.
import { comment, elements, importsFor, objectProperties, typeOf, write } from "./manifest.mjs";

/** @typedef {import("./manifest.mjs").Item} Item */

const member = (/** @type {string} */ key, /** @type {Item} */ item, optional = "?") =>
  `${comment(item.description)}${key}${optional}: ${typeOf(item)};\n`;

const parts = elements.map((element) => {
  const settable = [...element.attributes, ...objectProperties(element)];
  return `
/** What \`<${element.tagName}>\` takes: attributes, and properties that no attribute can say. */
export interface ${element.name}Attributes {
${settable.map((item) => member(`"${item.name}"`, item)).join("")}}

/** What \`<${element.tagName}>\` tells, by the name of the event. */
export interface ${element.name}Events {
${element.events.map((item) => member(`"${item.name}"`, item, "")).join("")}}
`;
});

const types = elements.flatMap((element) => [
  element.name,
  ...[...element.attributes, ...objectProperties(element), ...element.events].map(typeOf),
]);

write(
  "types/tags.d.ts",
  `// Written by \`npm run generate\` from custom-elements.json.
${importsFor(types)}${parts.join("")}
/** The tags: each with its class, what it takes, and what it tells. */
export interface PortalTags {
${elements
  .map(
    ({ name, tagName, summary }) =>
      `${comment(summary)}"${tagName}": { element: ${name}; attributes: ${name}Attributes; events: ${name}Events };\n`,
  )
  .join("")}}

/** The tags as JSX has them: over what every tag takes (\`Base\`), with a listener named \`on\` and the event's name. */
export type PortalJsx<Base = unknown, On extends string = "on"> = {
  [Tag in keyof PortalTags]: Base &
    PortalTags[Tag]["attributes"] & {
      [Name in keyof PortalTags[Tag]["events"] as \`\${On}\${Name & string}\`]?: (
        event: PortalTags[Tag]["events"][Name],
      ) => void;
    };
};
`,
);
