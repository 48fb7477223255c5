// What tests of leaks read in a page: computed styles, and what a page has that an embed could change.
import type { Page } from "playwright-core";

/**
 * Compares every style of every element of the portal, its slotted fields included, with what it is without the page's
 * style sheets, in the same width, font and colour scheme: what the portal looks like when nobody interferes.
 */
export async function stylesFromPage(page: Page): Promise<{ compared: number; differences: string[] }> {
  return page.evaluate(() => {
    const host = document.querySelector<HTMLElement>("portal-dashboard")!;
    // Unseen: the widths of lines that are not drawn, where a zoom rounds them; what follows from the size; logical
    // names of what has a physical one. What is so many pixels, and no rem, grows with an enlarged portal.
    const unseen =
      /^(--.*|zoom|(column-rule|row-rule|outline|stroke)-width|.*-origin|.*user-select|font-family)$/;
    const logical = /(^|-)(inline|block|start|end)(-|$)/;
    const isEnlarged =
      (host.shadowRoot!.querySelector(".root") as Element & { currentCSSZoom: number }).currentCSSZoom > 1;
    const tolerance = isEnlarged ? 1.01 : 0.1;
    const names = [...getComputedStyle(host)].filter(
      (name) =>
        !unseen.test(name) &&
        !logical.test(name) &&
        !(isEnlarged && /radius|offset|shadow|^grid-template|^max-/.test(name)),
    );
    const values = (style: CSSStyleDeclaration) =>
      names.map((name) => style.getPropertyValue(name)).join("\n");
    const read = () => {
      const styles = new Map<string, string>();
      const visit = (root: ParentNode, path: string) => {
        [...root.children].forEach((element, index) => {
          const here = `${path} ${element.localName}${index}`;
          const zoom = (element as Element & { currentCSSZoom: number }).currentCSSZoom;
          const scale = (_: string, pixels: string) => `${Number(pixels) * zoom}px`;
          const style = getComputedStyle(element);
          // What is not there, and a box whose size is a matter of the browser's own.
          if (style.display === "none" || (isEnlarged && element.matches("[type=checkbox]"))) return;
          // What makes no box has no size of its own.
          if (style.display !== "contents")
            styles.set(here, values(style).replaceAll(/(-?[\d.]+(?:e-\d+)?)px/g, scale));
          for (const pseudo of ["::before", "::after"])
            styles.set(`${here}${pseudo}`, getComputedStyle(element, pseudo).content);
          if (element.shadowRoot) visit(element.shadowRoot, `${here} /`);
          visit(element, here);
        });
      };
      visit(host.shadowRoot!, "/");
      visit(host, "");
      return styles;
    };

    const dressed = read();
    const { fontFamily, colorScheme } = getComputedStyle(host);
    const { width } = host.shadowRoot!.querySelector(".root")!.getBoundingClientRect();
    const sheets = [...document.styleSheets];
    for (const sheet of sheets) sheet.disabled = true;
    Object.assign(host.style, { fontFamily, colorScheme, inlineSize: `${width}px` });
    const bare = read();
    for (const sheet of sheets) sheet.disabled = false;
    host.removeAttribute("style");
    const keys = [...new Set([...dressed.keys(), ...bare.keys()])];
    const pixels = /-?[\d.]+(?:e-\d+)?(?=px)/g;
    const isNear = (a = "", b = "") => {
      const [some, others] = [a.match(pixels) ?? [], b.match(pixels) ?? []];
      const isSame = a.replaceAll(pixels, "") === b.replaceAll(pixels, "") && some.length === others.length;
      return isSame && some.every((length, n) => Math.abs(Number(length) - Number(others[n])) <= tolerance);
    };
    const differences = keys
      .filter((key) => dressed.get(key) !== bare.get(key))
      .flatMap((key) => {
        const [here, there] = [dressed, bare].map((styles) => styles.get(key)?.split("\n") ?? []);
        return names
          .map((name, n) => [name, here![n], there![n]])
          .filter(([, dressed, bare]) => !isNear(dressed, bare))
          .map(([name, dressed, bare]) => `${key} ${name}: ${dressed}, without the page ${bare}`);
      });
    return { compared: keys.length, differences };
  });
}

/** What the page has for itself: what an embed must leave as it is. */
export async function pageState(page: Page) {
  return page.evaluate(() => {
    const host = document.querySelector("portal-dashboard")!;
    const styles: Record<string, string> = {};
    // What follows from the portal's height, which the page gives it room for.
    const sized = /^(--.*|height|block-size|.*-origin|inset.*|top|bottom)$/;
    const names = [...getComputedStyle(host)].filter((name) => !sized.test(name));
    const pathOf = (element: Element): string => {
      const parent = element.parentElement;
      return parent ? `${pathOf(parent)} ${element.localName}${[...parent.children].indexOf(element)}` : "";
    };
    for (const element of document.querySelectorAll("*")) {
      if (host.contains(element)) continue;
      const path = pathOf(element);
      const style = getComputedStyle(element);
      for (const name of names) styles[`${path} ${name}`] = style.getPropertyValue(name);
      const { left, top, width } = element.getBoundingClientRect();
      const isBefore = host.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING;
      styles[`${path} box`] = [left, width, isBefore ? top : "below"].join();
    }
    const attributes = (element: Element) =>
      [...element.attributes].map(({ name, value }) => `${name}=${value}`);
    const own = document.documentElement.outerHTML.length - host.outerHTML.length;
    return {
      styles,
      globals: Object.getOwnPropertyNames(globalThis),
      sheets: [document.styleSheets.length, document.adoptedStyleSheets.length],
      markup: [own, attributes(document.documentElement), attributes(document.body)],
      page: [document.title, location.href, history.length, history.state, scrollX, scrollY],
      focus: document.activeElement?.localName,
      stored: [document.cookie, Object.keys(localStorage), Object.keys(sessionStorage)],
    };
  });
}
