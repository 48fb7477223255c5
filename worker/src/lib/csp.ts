/** A Content-Security-Policy (Level 3): the sources of each directive. */
function parse(policy: string): Map<string, string[]> {
  const directives = new Map<string, string[]>();
  for (const text of policy.split(";")) {
    const [name, ...sources] = text.trim().split(/\s+/);
    // Of two directives of one name, the first counts.
    if (name && !directives.has(name.toLowerCase())) directives.set(name.toLowerCase(), sources);
  }
  return directives;
}

const source = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(\*|(?:\*\.)?[a-z0-9_-][a-z0-9_.-]*)(?::(\d+|\*))?(\/\S*)?$/i;
const portOf = ({ port, protocol }: URL) => port || (protocol === "https:" ? "443" : "80");

/** Whether one source of a directive lets a page load `target`. What is plain http there may also be https. */
function matches(text: string, target: URL, page: URL): boolean {
  if (text === "*") return true;
  if (text.toLowerCase() === "'self'") return target.origin === page.origin;
  const isScheme = (scheme: string) =>
    target.protocol === scheme || (scheme === "http:" && target.protocol === "https:");
  if (/^[a-z][a-z0-9+.-]*:$/i.test(text)) return isScheme(text.toLowerCase());
  const [, scheme, host = "", port, path] = source.exec(text) ?? [];
  if (!host || !isScheme(scheme ? `${scheme.toLowerCase()}:` : page.protocol)) return false;
  const isHost = host.startsWith("*")
    ? target.hostname.endsWith(host.slice(1).toLowerCase())
    : target.hostname === host.toLowerCase();
  const isPort = port === "*" || portOf(target) === (port ?? (target.protocol === "https:" ? "443" : "80"));
  const isPath = !path || (path.endsWith("/") ? target.pathname.startsWith(path) : target.pathname === path);
  return isHost && isPort && isPath;
}

/** What a page would load: a script, by its element's nonce if it has one, or an answer of the API. */
export interface Load {
  as: "script" | "connect";
  target: URL;
  page: URL;
  nonce?: string | null;
}

/** Whether every one of a page's policies lets it load something. */
export function isAllowedBy(policies: string[], { as, target, page, nonce }: Load): boolean {
  return policies.every((policy) => {
    const directives = parse(policy);
    const names = as === "script" ? ["script-src-elem", "script-src"] : ["connect-src"];
    const sources = [...names, "default-src"].map((name) => directives.get(name)).find(Boolean);
    if (!sources) return true;
    if (as === "script" && nonce && sources.includes(`'nonce-${nonce}'`)) return true;
    if (as === "script" && sources.includes("'strict-dynamic'")) return false;
    return sources.some((text) => matches(text, target, page));
  });
}
