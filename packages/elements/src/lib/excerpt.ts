/** The first paragraph of a note as plain words; a preview needs no parser. */
export function excerpt(markdown: string): string {
  const text = markdown
    .replace(/!\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/^ {0,3}(#{1,6}|>|[-*+]|\d+[.)])[ \t]+/gm, "")
    .replace(/(\*\*|__|`|~~)/g, "")
    .trim();
  return text
    .split(/\n\s*\n/)[0]!
    .replace(/\s+/g, " ")
    .slice(0, 240);
}
