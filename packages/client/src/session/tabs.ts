import { abortable, withDeadline } from "../abort.ts";

/** What one tab tells the others: who is signed in now. Never a token. */
export interface TabMessage {
  organization: string | undefined;
  /** The user's id, or null after signing out. */
  user: string | null;
}

/** What the tabs of one browser share. Each part works alone where the others are missing. */
export interface Tabs {
  /** Runs `work` while no other tab runs any. The signal ends the wait, not the work. */
  exclusive<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T>;
  /** Tells the other tabs. */
  announce(message: TabMessage): void;
  /** Calls `listener` for what other tabs tell; the first call opens the channel. */
  listen(listener: (message: TabMessage) => void): void;
  /** Whether somebody signed out here, or was found to be signed out, since the last sign-in. */
  isSignedOut(): boolean;
  /** Remembers it for the next page. */
  rememberSignedOut(signedOut: boolean): void;
}

/**
 * @param name of the lock, the channel and the marker
 * @param shared whether there are other tabs; if not, everything stays inside this client
 * @param patience milliseconds to wait for another tab's lock: a frozen tab must not hold up this one forever
 */
export function createTabs(name: string, shared: boolean, patience = 15_000): Tabs {
  let queue: Promise<unknown> = Promise.resolve();
  let channel: BroadcastChannel | undefined;

  return {
    async exclusive(work, signal) {
      // First in line within this client, then among the tabs.
      const before = queue;
      let done!: () => void;
      queue = new Promise<void>((resolve) => (done = resolve));
      try {
        await abortable(before, signal);
        return await (shared ? lockAmongTabs(name, work, patience, signal) : work());
      } finally {
        before.then(done);
      }
    },
    announce: (message) => channel?.postMessage(message),
    listen(listener) {
      if (!shared || channel || typeof BroadcastChannel === "undefined") return;
      channel = new BroadcastChannel(name);
      channel.onmessage = (event) => listener(event.data as TabMessage);
      // In Node an open channel would keep the process alive.
      (channel as { unref?: () => void }).unref?.();
    },
    isSignedOut: () => shared && storage((s) => s.getItem(name)) === "signed-out",
    rememberSignedOut(signedOut) {
      // Never removed: tabs see each other's storage late, and removing what one does not see yet does nothing.
      if (shared) storage((s) => s.setItem(name, signedOut ? "signed-out" : "signed-in"));
    },
  };
}

async function lockAmongTabs<T>(
  name: string,
  work: () => Promise<T>,
  patience: number,
  signal: AbortSignal | undefined,
): Promise<T> {
  let started = false;
  try {
    return (await withDeadline(patience, signal, (waiting) =>
      navigator.locks.request(name, { signal: waiting }, () => {
        started = true;
        return work();
      }),
    )) as T;
  } catch (error) {
    if (started) throw error;
  }
  // No locks here (an old browser, a sandboxed frame), or a tab that sleeps with the lock in its hand: the
  // server takes the same refresh token twice within ten seconds, so going on alone is safe.
  signal?.throwIfAborted();
  return work();
}

interface MarkerStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

// Storage can be missing, forbidden or full; the marker only saves a request.
function storage<T>(use: (storage: MarkerStorage) => T): T | undefined {
  try {
    return use((globalThis as unknown as { localStorage: MarkerStorage }).localStorage);
  } catch {
    return undefined;
  }
}
