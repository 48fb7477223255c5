// A component for each custom element, out of the elements' manifest.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { comment, elements, importsFor, objectProperties, typeOf } from "../../elements/scripts/manifest.mjs";

/** @typedef {import("../../elements/scripts/manifest.mjs").Item} Item */

const header = "// Written by `npm run generate` from packages/elements/custom-elements.json.\n";
const write = (/** @type {string} */ path, /** @type {string} */ text) =>
  writeFileSync(new URL(`../src/${path}`, import.meta.url), text);

const pascal = (/** @type {string} */ name) =>
  name.replaceAll(/(?:^|-)(\w)/g, (/** @type {string} */ _, /** @type {string} */ letter) =>
    letter.toUpperCase(),
  );
const prop = (/** @type {string} */ name, /** @type {Item} */ item, type = typeOf(item)) =>
  `${comment(item.description)}${name}?: ${type};\n`;

const events = new Set();

rmSync(new URL("../src/generated", import.meta.url), { recursive: true, force: true });
mkdirSync(new URL("../src/generated", import.meta.url));
for (const element of elements) {
  const { name, tagName, summary, attributes, slots } = element;
  const properties = objectProperties(element);
  const taken = [...attributes, ...properties, ...element.events].map(typeOf);
  for (const event of element.events) events.add(typeOf(event));
  write(
    `generated/${tagName}.ts`,
    `"use client";
${header}import type { ForwardRefExoticComponent, ${slots.length > 0 ? "ReactNode, " : ""}RefAttributes } from "react";
${importsFor(taken)}import type { ${name} as ${name}Element } from "@portico/elements";
import { wrap } from "../wrap.ts";
import type { HostProps } from "../wrap.ts";

/** The class of \`<${tagName}>\`: what a \`ref\` holds. */
export type { ${name}Element };

/** What {@link ${name}} takes. */
export interface ${name}Props extends HostProps {
${attributes.map((item) => prop(item.fieldName, item)).join("")}
${properties.map((item) => prop(item.name, item)).join("")}
${element.events.map((item) => prop(`on${pascal(item.name)}`, item, `(event: ${typeOf(item)}) => void`)).join("")}
${slots.length > 0 ? `/** What goes into its slots: ${slots.map((slot) => `\`slot="${slot.name}"\``).join(", ")}. */\nchildren?: ReactNode;` : ""}
}

${comment(summary)}export const ${name}: ForwardRefExoticComponent<${name}Props & RefAttributes<${name}Element>> = wrap({
  name: "${name}",
  tag: "${tagName}",
  attributes: ${JSON.stringify(Object.fromEntries(attributes.map((item) => [item.fieldName, item.name])))},
  properties: ${JSON.stringify(properties.map((item) => item.name))},
  events: ${JSON.stringify(Object.fromEntries(element.events.map((item) => [item.name, `on${pascal(item.name)}`])))},
  define: () => import("@portico/elements/define/${tagName}"),
});
`,
  );
}

write(
  "index.ts",
  `${header}${elements
    .map(
      ({ name, tagName }) =>
        `export { ${name} } from "./generated/${tagName}.ts";
export type { ${name}Element, ${name}Props } from "./generated/${tagName}.ts";
`,
    )
    .join("")}export type { HostProps } from "./wrap.ts";
export type { ${[...events].sort().join(", ")} } from "@portico/elements";
`,
);
