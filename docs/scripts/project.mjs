// The architecture and the decisions are read in the repository, at docs/; the site shows the same files.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { firstSentence, page, readText, root } from "./page.mjs";

/** Writes the pages of `project/`. */
export function projectPages() {
  const decisions = readdirSync(join(root, "docs/decisions")).map((name) => `decisions/${name}`);
  for (const path of ["architecture.md", ...decisions]) {
    const [, title = "", body = ""] = /^# (.+)\n([\s\S]*)$/.exec(readText(`docs/${path}`)) ?? [];
    const prose = body.split(/\n{2,}/).find((part) => /^[A-Z[]/.test(part.trim())) ?? title;
    page(`project/${path}`, { title: title.replaceAll("`", ""), description: firstSentence(prose) }, body);
  }
}
