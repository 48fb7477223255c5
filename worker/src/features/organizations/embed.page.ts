import { isAllowedBy } from "../../lib/csp.ts";

/** What a page may cost: all of it, with its redirects, and of what it says no more than this. */
export const pageLimits = { milliseconds: 5000, bytes: 512 * 1024, redirects: 3 } as const;

/** The elements that are looked for; nothing else of a page is told. */
export const embedElements = [
  "portal-dashboard",
  "portal-overview",
  "portal-login",
  "portal-register",
  "portal-appointments",
  "portal-tasks",
  "portal-notes",
  "portal-profile",
  "portal-account",
  "portal-invitation",
] as const;

type EmbedElement = (typeof embedElements)[number];

/** How a check may end. */
export const embedStatus = [
  "FOUND",
  "NO_SCRIPT",
  "NO_ELEMENT",
  "OTHER_ORGANIZATION",
  "BLOCKED_BY_CSP",
  "UNREACHABLE",
  "NOT_HTML",
] as const;

/** What a check has found out about a page. */
export interface EmbedFacts {
  status: (typeof embedStatus)[number];
  /** The page's own, once an answer came. */
  httpStatus: number | null;
  hasScript: boolean;
  /** Those with the organization's own slug. */
  elements: EmbedElement[];
}

/** What is looked for, and where one may look. */
export interface EmbedSearch {
  slug: string;
  /** The deployment whose script it is. */
  publicUrl: URL;
  /** Whether an address may be fetched: asked again at every redirect. */
  mayFetch: (url: URL) => boolean;
}

const unreachable = (httpStatus: number | null = null): EmbedFacts => ({
  status: "UNREACHABLE",
  httpStatus,
  hasScript: false,
  elements: [],
});

/** Looks at a page as a browser would find it, within its limits; never fails, and tells nothing the page says. */
export async function inspectPage(url: URL, search: EmbedSearch): Promise<EmbedFacts> {
  const signal = AbortSignal.timeout(pageLimits.milliseconds);
  try {
    const found = await fetchPage(url, search, signal);
    if (!found) return unreachable();
    const { page, response } = found;
    const httpStatus = response.status;
    const isHtml = /^text\/html\s*(?:;|$)/i.test(response.headers.get("Content-Type") ?? "");
    if (!response.ok || !isHtml) {
      await response.body?.cancel();
      return response.ok ? { ...unreachable(httpStatus), status: "NOT_HTML" } : unreachable(httpStatus);
    }
    const markup = await readMarkup(response, search.publicUrl, page);
    return { httpStatus, ...judge(markup, search, page) };
  } catch {
    // Refused, too slow, not what it says it is: whatever it was, there is no page.
    return unreachable();
  }
}

/** Follows redirects by hand: each address is asked about before it is fetched. */
async function fetchPage(url: URL, { mayFetch, publicUrl }: EmbedSearch, signal: AbortSignal) {
  let page = url;
  for (let hops = 0; hops <= pageLimits.redirects && mayFetch(page); hops++) {
    const headers = { Accept: "text/html", "User-Agent": `Portico embed check (${publicUrl.origin})` };
    const response = await fetch(page, { redirect: "manual", signal, headers });
    const location = response.headers.get("Location");
    if (![301, 302, 303, 307, 308].includes(response.status) || location === null) return { page, response };
    await response.body?.cancel();
    const next = URL.parse(location, page);
    if (!next) return undefined;
    page = next;
  }
  return undefined;
}

/** The beginning of a body, read no further than it may be; decompressed already, so that nothing unfolds behind it. */
async function readBytes(response: Response): Promise<Uint8Array[]> {
  const chunks: Uint8Array[] = [];
  const reader = response.body?.getReader();
  for (let left: number = pageLimits.bytes; reader && left > 0;) {
    const { done, value } = (await reader.read()) as { done: boolean; value?: Uint8Array };
    if (done || !value) return chunks;
    chunks.push(value.subarray(0, left));
    left -= value.length;
  }
  await reader?.cancel();
  return chunks;
}

/** What matters of a page's markup. */
interface Markup {
  policies: string[];
  /** The nonces of the embed's script elements: null for one without. */
  scripts: (string | null)[];
  elements: { name: EmbedElement; slug: string | null }[];
}

const scriptPath = /^\/embed\/(?:[\w.-]+\/)*portico[\w.-]*\.js$/;

async function readMarkup(response: Response, publicUrl: URL, page: URL): Promise<Markup> {
  const header = response.headers.get("Content-Security-Policy");
  const markup: Markup = { policies: header === null ? [] : header.split(","), scripts: [], elements: [] };
  const bytes = new Blob((await readBytes(response)) as BlobPart[]);
  const rewriter = new HTMLRewriter()
    .on("script[src]", {
      element(script) {
        const src = URL.parse(script.getAttribute("src") ?? "", page);
        if (src?.origin === publicUrl.origin && scriptPath.test(src.pathname))
          markup.scripts.push(script.getAttribute("nonce"));
      },
    })
    .on("meta[http-equiv][content]", {
      element(meta) {
        if (meta.getAttribute("http-equiv")?.trim().toLowerCase() === "content-security-policy")
          markup.policies.push(meta.getAttribute("content") ?? "");
      },
    });
  for (const name of embedElements)
    rewriter.on(name, {
      element: (element) =>
        void markup.elements.push({ name, slug: element.getAttribute("organization")?.trim() ?? null }),
    });
  await rewriter.transform(new Response(bytes)).arrayBuffer();
  return markup;
}

function judge({ policies, scripts, elements }: Markup, { slug, publicUrl }: EmbedSearch, page: URL) {
  const script = new URL("/embed/portico.js", publicUrl);
  const isLoaded = scripts.some((nonce) =>
    isAllowedBy(policies, { as: "script", target: script, page, nonce }),
  );
  const mayConnect = isAllowedBy(policies, {
    as: "connect",
    target: new URL("/portal/config", publicUrl),
    page,
  });
  const own = [...new Set(elements.filter((one) => one.slug === slug).map(({ name }) => name))];
  const status = (): EmbedFacts["status"] => {
    if (scripts.length === 0) return "NO_SCRIPT";
    if (!isLoaded || !mayConnect) return "BLOCKED_BY_CSP";
    if (own.length > 0) return "FOUND";
    return elements.length > 0 ? "OTHER_ORGANIZATION" : "NO_ELEMENT";
  };
  return { status: status(), hasScript: scripts.length > 0, elements: own };
}
