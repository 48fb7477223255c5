// Requests that can go while the code that makes them (portal-store.ts) is still on its way. Part of the CDN entry alone.
import type { Deployment } from "./deployment.ts";

/** The answer to a request that was begun, and what stood for the session in its headers. */
export type Begun = Promise<readonly [answer: Response, authorization?: string]>;

function begin(begun: Deployment["begun"], name: string, answer: Begun): Begun {
  // Nobody may come for it; whoever does hears of a failure.
  answer.catch(() => {});
  begun.set(name, answer);
  // Who asks later wants a fresh one.
  setTimeout(() => begun.set(name, undefined), 15_000);
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
export function beginSession(element: Element, { begun, origin }: Deployment): boolean {
  const organization = element.getAttribute("organization")!;
  const api = (element.getAttribute("api-url") || origin).replace(/\/$/, "");
  const name = `portico:${api}:${organization}`;
  const [refresh, overview] = [`${api}/portal/auth/refresh`, `${api}/portal/dashboard`] as const;
  try {
    // The client's marker (tabs.ts).
    if (element.matches("[demo],[isolation]") || localStorage[name] !== "signed-in") return false;
  } catch {
    return false;
  }
  if (!begun.has(name + refresh)) {
    const session = begin(begun, name + refresh, askSession(refresh, organization));
    void begin(begun, name + overview, askOverview(overview, session));
  }
  return true;
}
