import { pagesInOrder, summary } from "../llms.ts";

/** All pages in one file, as Markdown. */
export async function GET(): Promise<Response> {
  const pages = (await pagesInOrder()).map(
    ({ title, address, description, body }) =>
      `\n# ${title}\n\nPage: ${address}\n\n> ${description}\n\n${body}\n`,
  );
  return new Response(`# Portico\n\n> ${summary}\n${pages.join("")}`);
}
