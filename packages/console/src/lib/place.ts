import { noChange } from "lit";
import { Directive, directive, PartType } from "lit/directive.js";
import type { ElementPart, PartInfo } from "lit/directive.js";

type Properties = Record<`--${string}`, number | string>;

/** Sets custom properties of an element through the CSSOM: a `style` attribute is what the policy forbids. */
class Place extends Directive {
  #last: Properties = {};

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error("place() stands in the tag itself");
  }

  override update({ element }: ElementPart, [properties]: [Properties]): typeof noChange {
    const { style } = element as HTMLElement;
    for (const [name, value] of Object.entries(properties) as [`--${string}`, number | string][])
      if (this.#last[name] !== value) style.setProperty(name, String(value));
    this.#last = properties;
    return noChange;
  }

  override render(_properties: Properties): typeof noChange {
    return noChange;
  }
}

/** Places an element by custom properties: `<div ${place({ "--start": 90 })}>`. */
export const place = directive(Place);
