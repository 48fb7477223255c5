import { pagesInOrder, summary } from "../llms.ts";

/** The list of pages for programs that read (llmstxt.org). */
export async function GET({ site }: { site: URL | undefined }): Promise<Response> {
  const pages = await pagesInOrder();
  const sections = [...new Set(pages.map(({ folder }) => folder))].map((folder) => {
    const lines = pages
      .filter((page) => page.folder === folder)
      .map(({ title, address, description }) => {
        return `- [${title}](${site ? new URL(address, site).href : address}): ${description}`;
      });
    return `\n## ${folder[0]?.toUpperCase()}${folder.slice(1)}\n\n${lines.join("\n")}\n`;
  });
  return new Response(`# Portico\n\n> ${summary}\n\nAll pages in one: /llms-full.txt\n${sections.join("")}`);
}
