// What tests of leaks read in a page: computed styles, and what a page has that an embed could change.
import type { Page } from "playwright-core";

/** Every style of every element of the portal, its slotted fields included, by a path and a property. */
export type Styles = Record<string, string>;

/**
 * Reads the styles of the portal. `isBare`: without the page's style sheets, in the same width, font and colours: what
 * the portal looks like when nobody interferes.
 */
export async function portalStyles(page: Page, isBare: boolean): Promise<Styles> {
  return page.evaluate((isBare) => {
    const host = document.querySelector<HTMLElement>("portal-dashboard")!;
    const sheets = [...document.styleSheets];
    if (isBare) {
      const { fontFamily, colorScheme } = getComputedStyle(host);
      const { width } = host.shadowRoot!.querySelector(".root")!.getBoundingClientRect();
      for (const sheet of sheets) sheet.disabled = true;
      Object.assign(host.style, { fontFamily, colorScheme, inlineSize: `${width}px` });
    }
    const styles: Record<string, string> = {};
    // `user-select: none` of an ancestor is meant for what is inside too; the origins follow from the size.
    const exempt = /^(zoom|.*user-select|.*-origin|page|font-family)$/;
    const read = (element: Element, path: string, pseudo?: string) => {
      const style = getComputedStyle(element, pseudo);
      const zoom = (element as Element & { currentCSSZoom: number }).currentCSSZoom;
      const scale = (_: string, pixels: string) => `${Math.round(Number(pixels) * zoom * 2) / 2}px`;
      for (const property of style)
        if (!exempt.test(property))
          styles[`${path} ${property}`] = style
            .getPropertyValue(property)
            .replaceAll(/(-?[\d.]+(?:e-\d+)?)px/g, scale);
    };
    const visit = (root: ParentNode, path: string) => {
      [...root.children].forEach((element, index) => {
        const here = `${path} ${element.localName}${index}`;
        if (element.localName === "style") return;
        read(element, here);
        for (const pseudo of ["::before", "::after"])
          styles[`${here}${pseudo} content`] = getComputedStyle(element, pseudo).content;
        if (element.shadowRoot) visit(element.shadowRoot, `${here} /`);
        visit(element, here);
      });
    };
    visit(host.shadowRoot!, "/");
    visit(host, "");
    if (isBare) {
      for (const sheet of sheets) sheet.disabled = false;
      host.removeAttribute("style");
    }
    return styles;
  }, isBare);
}

/** What the page has for itself: what an embed must leave as it is. */
export async function pageState(page: Page): Promise<object> {
  return page.evaluate(() => {
    const host = document.querySelector("portal-dashboard")!;
    const styles: Record<string, string> = {};
    // What follows from the portal's height, which the page gives it room for.
    const sized = /^(height|block-size|perspective-origin|transform-origin|inset|top|bottom)|inset-block/;
    const ordinal = (element: Element): string => {
      const parent = element.parentElement;
      const index = parent ? [...parent.children].indexOf(element) : 0;
      return `${parent ? `${ordinal(parent)} ` : ""}${element.localName}${index}`;
    };
    for (const element of document.querySelectorAll("*")) {
      if (host.contains(element)) continue;
      const style = getComputedStyle(element);
      const values = [...style].filter((name) => !sized.test(name)).map((name) => style.getPropertyValue(name));
      const { left, top, width } = element.getBoundingClientRect();
      const isBefore = Boolean(host.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING);
      styles[ordinal(element)] = [...values, left, width, isBefore && top].join("; ");
    }
    const attributes = (element: Element) => [...element.attributes].map(({ name, value }) => `${name}=${value}`);
    return {
      styles,
      sheets: [document.styleSheets.length, document.adoptedStyleSheets.length],
      globals: Object.getOwnPropertyNames(globalThis).sort(),
      attributes: [attributes(document.documentElement), attributes(document.body)],
      page: [document.title, location.href, history.length, history.state, scrollX, scrollY],
      focus: document.activeElement?.localName,
      stored: [document.cookie, Object.keys(localStorage), Object.keys(sessionStorage)],
    };
  });
}
