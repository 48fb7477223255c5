import type { PropertyDeclaration, ReactiveElement } from "lit";

// Lit's own decorators speak the standard's dialect too, and weigh four times as much. Nothing here needs that.
type Decorator = (prototype: ReactiveElement, name: string) => void;

/** A reactive property, with an attribute unless its options say otherwise. */
export const property =
  (options?: PropertyDeclaration): Decorator =>
  (prototype, name) =>
    (prototype.constructor as typeof ReactiveElement).createProperty(name, options);

/** A reactive property that is the element's own business. */
export const state = (): Decorator => property({ state: true, attribute: false });
