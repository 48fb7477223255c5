import type { SessionState, SessionStore } from "../types.ts";

/** A store whose state its owner may set. */
export interface WritableSessionStore extends SessionStore {
  /** Takes over the state; tells the listeners only if it differs. */
  set(state: SessionState): void;
}

/** Makes a store that knows nothing yet. */
export function createStore(): WritableSessionStore {
  const listeners = new Set<(state: SessionState) => void>();
  let state: SessionState = { status: "unknown" };
  return {
    get state() {
      return state;
    },
    subscribe(listener) {
      // Wrapped, so that a function subscribed twice is called twice and ended one by one.
      const entry = (next: SessionState) => listener(next);
      listeners.add(entry);
      return () => void listeners.delete(entry);
    },
    set(next) {
      // A refresh answers the same people every few minutes; that is no change.
      if (JSON.stringify(next) === JSON.stringify(state)) return;
      state = next;
      for (const listener of [...listeners]) {
        try {
          listener(next);
        } catch (error) {
          // One listener's fault must not keep the news from the others.
          queueMicrotask(() => {
            throw error;
          });
        }
      }
    },
  };
}
