// The organization's own website, for tests: one page, which says what it is told.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** What the page answers next. */
export interface Answer {
  body: string;
  status?: number;
  headers?: Record<string, string>;
}

/** A website on an origin of its own. */
export interface Website {
  /** The page's address. */
  url: string;
  origin: string;
  /** Changes what it answers from now on. */
  show: (answer: Answer) => void;
  close: () => void;
}

/** Starts it. */
export async function startWebsite(): Promise<Website> {
  let shown: Answer = { body: "" };
  const server = createServer((_, response) => {
    const { status = 200, headers, body } = shown;
    response.writeHead(status, { "Content-Type": "text/html; charset=utf-8", ...headers }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `${origin}/portal`,
    origin,
    show: (answer) => (shown = answer),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
