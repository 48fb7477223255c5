import { above, measure } from "./fit-colors.ts";
import type { Lch } from "./fit-colors.ts";
import { views } from "./views.ts";

/** Where widely used systems keep their main colour, those that mean nothing else first. */
const names = [
  "--bs-primary",
  "--wp--preset--color--primary",
  "--wp--preset--color--accent",
  "--md-sys-color-primary",
  "--bulma-primary",
  "--pico-primary",
  "--e-global-color-primary",
  "--color-primary",
  "--primary",
  "--primary-color",
  "--color-accent",
  "--accent-color",
  "--accent",
];

const buttons =
  "button[class*=primary],a[class*=primary],[type=submit],.wp-element-button,.wp-block-button__link";
const ours = views.map((view) => `portal-${view}`).join();
/** A link that nobody has given a colour says nothing about the page. */
const browserLinks = ["rgb(0, 0, 238)", "rgb(158, 158, 255)", "rgb(140, 140, 255)"];

/** Some systems keep only the numbers of a colour: `222 47% 11%`, `13, 110, 253`. */
function color(value: string): string {
  const isBare = /^[\d.]+(?:deg)?[\s,]/.test(value);
  return isBare ? `${value.includes("%") ? "hsl" : "rgb"}(${value})` : value;
}

function named(host: Element): Lch | undefined {
  const style = getComputedStyle(host);
  const values = [style.accentColor, ...names.map((name) => style.getPropertyValue(name).trim())];
  for (const value of values) {
    const found = value && value !== "auto" ? measure(host, color(value)) : undefined;
    if (found && found.alpha > 0.9) return found;
  }
  return undefined;
}

/** The first of a few elements that has a colour worth the name: no grey, and nothing of ours. */
function firstOf(
  host: Element,
  scope: Element,
  selector: string,
  property: "color" | "backgroundColor",
): Lch | undefined {
  for (const element of [...scope.querySelectorAll(selector)].slice(0, 40)) {
    const value = getComputedStyle(element)[property];
    if (element.closest(ours) || browserLinks.includes(value)) continue;
    const found = measure(host, value);
    if (found && found.alpha > 0.9 && found.c > 20) return found;
  }
  return undefined;
}

/** The page's accent: what it says, else the main button or the links that are nearest to the element. */
export function accentOf(host: Element): Lch | undefined {
  let found = named(host);
  for (let scope = above(host); scope && !found; scope = above(scope))
    found = firstOf(host, scope, buttons, "backgroundColor") ?? firstOf(host, scope, "a[href]", "color");
  return found;
}
