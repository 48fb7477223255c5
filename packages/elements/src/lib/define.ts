import { VERSION } from "./version.ts";

/**
 * Registers an element unless its name is taken. The same version twice is silent, which is what
 * a script on a page twice comes to; another version is worth one warning.
 */
export function define(name: string, constructor: CustomElementConstructor): void {
  const registry = globalThis.customElements;
  if (!registry) return;
  const known = registry.get(name) as { version?: string } | undefined;
  if (!known) registry.define(name, constructor);
  else if (known !== (constructor as unknown) && known.version !== VERSION) warn(known.version);
}

let warned = false;

function warn(version = "unknown"): void {
  if (warned) return;
  warned = true;
  console.warn(`Portico ${VERSION} was loaded beside version ${version}; the first one stays in use.`);
}
