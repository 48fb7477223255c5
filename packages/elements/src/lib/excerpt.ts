/** The beginning of a note as plain words; a preview needs no parser. */
export function excerpt(markdown: string): string {
  return markdown
    .replace(/!\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/^ {0,3}(#{1,6}|>|[-*+]|\d+[.)])[ \t]+/gm, "")
    .replace(/(__|`|~~|\*+(?=\S)|(?<=\S)\*+)/g, "")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 240);
}
