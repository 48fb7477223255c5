/** The package's version; registering twice compares it. */
export const VERSION = "0.1.0";

let isTold = false;

/** Says once that another version was there first. */
export function warnOf(known = "unknown"): void {
  if (isTold) return;
  isTold = true;
  console.warn(`Portico ${VERSION} was loaded beside version ${known}; the first one stays in use.`);
}

const page = globalThis as { porticoVersion?: string };

/** Whether no script of another version is on the page already: elements of two versions are no portal together. */
export function isFirst(): boolean {
  page.porticoVersion ??= VERSION;
  if (page.porticoVersion !== VERSION) warnOf(page.porticoVersion);
  return page.porticoVersion === VERSION;
}
