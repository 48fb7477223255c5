// Requests that can go while the code that makes them is still on its way. Part of the CDN entry alone, which shares no
// module with the rest, being at two addresses: hence the symbol, under which portal-store.ts finds the answers.

/** The answer to a request that was begun, and what stood for the session in its headers. */
export type Begun = Promise<readonly [answer: Response, authorization?: string]>;

const begun: Map<string, Begun> = ((globalThis as never)[Symbol.for("portico.begun")] ??= new Map() as never);

function begin(name: string, answer: Begun): Begun {
  // Nobody may come for it; whoever does hears of a failure.
  answer.catch(() => {});
  begun.set(name, answer);
  // Who asks later wants a fresh one.
  setTimeout(() => begun.delete(name), 15_000);
  return answer;
}

async function askSession(url: string, organization: string): Begun {
  const headers = { "Content-Type": "application/json", "X-Requested-With": "portico" };
  const body = JSON.stringify({ organization });
  return [await fetch(url, { method: "POST", credentials: "include", headers, body })];
}

async function askOverview(url: string, session: Begun): Begun {
  const [answer] = await session;
  if (!answer.ok) return [answer];
  const { accessToken } = (await answer.clone().json()) as { accessToken: string };
  const Authorization = `Bearer ${accessToken}`;
  return [await fetch(url, { headers: { Authorization } }), Authorization];
}

/** Asks for the session and the overview where this browser has signed in before; tells whether it has. */
export function beginSession(element: Element): boolean {
  const organization = element.getAttribute("organization")!;
  const api = (element.getAttribute("api-url") || new URL(import.meta.url).origin).replace(/\/$/, "");
  const name = `portico:${api}:${organization}`;
  const [refresh, overview] = [`${api}/portal/auth/refresh`, `${api}/portal/dashboard`] as const;
  try {
    // The client's marker (tabs.ts).
    if (element.hasAttribute("demo") || localStorage[name] !== "signed-in") return false;
  } catch {
    return false;
  }
  if (!begun.has(name + refresh)) {
    const session = begin(name + refresh, askSession(refresh, organization));
    void begin(name + overview, askOverview(overview, session));
  }
  return true;
}
