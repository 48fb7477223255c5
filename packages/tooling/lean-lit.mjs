// What our elements never use of Lit, left out of what browsers load: its ways for browsers that could not paint the
// elements anyway, for decorators that are not ours, and for attributes of types that we have none of. A text that is not
// there any more fails the build: then look at what has become of it.

/**
 * Lit's style sheets, constructed ones only: a browser without them has none of the colour functions either that the
 * elements are painted with.
 */
const sheets = `
  class Sheet {
    constructor(text) { this.text = text; }
    get styleSheet() {
      if (!this.sheet) (this.sheet = new CSSStyleSheet()).replaceSync(this.text);
      return this.sheet;
    }
  }
  export const css = ([text]) => new Sheet(text);
  export const getCompatibleStyle = (style) => style;
  export const adoptStyles = (root, styles) => {
    root.adoptedStyleSheets = styles.map((style) => style.styleSheet);
  };
  export const CSSResult = Sheet, supportsAdoptingStyleSheets = true, unsafeCSS = undefined;`;

/** @type {Record<string, (string | RegExp)[]>} */
const cuts = {
  "reactive-element.js": [
    "static addInitializer(t){this._$Ei(),(this.l??=[]).push(t)}",
    ",void 0!==t.l&&(this.l=[...t.l])",
    ",this.constructor.l?.forEach(t=>t(this))",
    "removeController(t){this._$EO?.delete(t)}",
    "const t=this.properties,s=[...r(t),...o(t)];for(const i of s)this.createProperty(i,t[i])",
    "const t=this[Symbol.metadata];if(null!==t){const s=litPropertyMetadata.get(t);if(void 0!==s)for(const[t,i]of s)this.elementProperties.set(t,i)}",
    'Symbol.metadata??=Symbol("metadata"),a.litPropertyMetadata??=new WeakMap;',
    "case Object:case Array:t=null==t?t:JSON.stringify(t)",
    "case Number:i=null===t?null:Number(t);break;case Object:case Array:try{i=JSON.parse(t)}catch(t){i=null}",
    /,p\?\.\(\{ReactiveElement:y\}\),\(a\.reactiveElementVersions\?\?=\[\]\)\.push\("[\d.]+"\)/,
  ],
  "lit-element.js": [
    ",s.litElementHydrateSupport?.({LitElement:i});const o=s.litElementPolyfillSupport;o?.({LitElement:i})",
    /\(s\.litElementVersions\?\?=\[\]\)\.push\("[\d.]+"\);/,
  ],
  "lit-html.js": [
    /,B=t\.litHtmlPolyfillSupport;B\?\.\(S,k\),\(t\.litHtmlVersions\?\?=\[\]\)\.push\("[\d.]+"\)/,
  ],
};

const isLit = (/** @type {string} */ id) =>
  /[\\/]node_modules[\\/](?:@lit|lit-html|lit-element)[\\/]/.test(id);
const nameOf = (/** @type {string} */ id) => id.split(/[\\/]/).at(-1) ?? "";

/** @type {import("rollup").Plugin} */
export const leanLit = {
  name: "lean-lit",
  load: (id) => (isLit(id) && nameOf(id) === "css-tag.js" ? sheets : null),
  transform(code, id) {
    if (/[\\/]packages[\\/]/.test(id) && /\bcss`[^`]*\$\{/.test(code))
      this.error("a style sheet with a value in it, which it would lose");
    const unused = isLit(id) ? (cuts[nameOf(id)] ?? []) : [];
    for (const text of unused) {
      const left = code.replace(text, "");
      if (left === code) this.error(`${nameOf(id)} reads differently now: ${text}`);
      code = left;
    }
    return unused.length > 0 ? { code, map: null } : null;
  },
};
