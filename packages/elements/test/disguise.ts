import type { PortalClient, Terms } from "@portico/client";
import type { PortalTranslation } from "../src/localization/translation.ts";
import { english } from "./english.ts";
import type { Words } from "./english.ts";
import { clientWith } from "./helpers.ts";

const greek = "αβγδεζηθικλμνξοπρστυφχψωβγ";
/** A text in letters that are not Latin. */
export const disguise = (text: string) =>
  text.replace(/[a-z]/gi, (letter) => greek[letter.toLowerCase().charCodeAt(0) - 97]!);

/** The made-up language. */
export const pseudo = Object.fromEntries(
  Object.entries(english as Record<string, Words>).map(([key, words]) => [
    key,
    typeof words === "string" ? disguise(words) : (...all: unknown[]) => disguise(words(...all)),
  ]),
) as unknown as PortalTranslation;

const texts = /^(name|title|description|body|location|address|invitedBy)$/;
const known = new WeakMap<object, unknown>();
function disguised<T>(value: T): T {
  if (!value || typeof value !== "object") return value;
  if (!known.has(value)) {
    const hide = ([key, inner]: [string, unknown]) =>
      typeof inner === "string" && texts.test(key) ? disguise(inner) : disguised(inner);
    const entries = Object.entries(value).map((entry) => [entry[0], hide(entry)] as const);
    known.set(value, Array.isArray(value) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries));
  }
  return known.get(value) as T;
}

/** The demo, its data in disguise; the organization's own words are not. */
export function disguisedClient(
  replaced: Partial<PortalClient> = {},
  signedOut = false,
  terms: Terms = {},
): PortalClient {
  const demo = clientWith({}, { signedOut, organization: { terms } });
  const { session } = demo;
  const calls = Object.entries(demo).flatMap(([key, call]) =>
    typeof call === "function" && !key.startsWith("iterate")
      ? [[key, async (...all: never[]) => disguised(await (call as (...all: never[]) => unknown)(...all))]]
      : [],
  ) as [string, unknown][];
  const hidden = {
    get state() {
      return disguised(session.state);
    },
    subscribe: session.subscribe,
  };
  return Object.assign(demo, Object.fromEntries(calls), { session: hidden }, replaced);
}

// What is no text of ours: an address, and the name of a time zone that is its own value.
const isData = (text: string, parent: Element | null) =>
  /^\S+@\S+$/.test(text) ||
  (parent instanceof HTMLOptionElement && parent.value.replaceAll("_", " ").replaceAll("/", " / ") === text);

/** Everything that an element says, to eyes and to ears. */
export function said(root: Element | ShadowRoot): string[] {
  const found: string[] = [];
  for (const element of [...(root instanceof Element ? [root] : []), ...root.querySelectorAll("*")]) {
    if (element.matches("style, script")) continue;
    for (const name of ["aria-label", "aria-description", "title", "placeholder", "alt", "label"]) {
      found.push(element.getAttribute(name) ?? "");
    }
    for (const node of element.childNodes) {
      const text = node instanceof Text ? node.data.trim() : "";
      if (!isData(text, element)) found.push(text);
    }
    if (element.shadowRoot) found.push(...said(element.shadowRoot));
  }
  for (const node of root instanceof ShadowRoot ? root.childNodes : []) {
    if (node instanceof Text) found.push(node.data.trim());
  }
  return found.filter(Boolean);
}
