import { abortable } from "../abort.ts";
import type { components } from "../generated/openapi.d.ts";
import { isPortalError, PortalError } from "../errors.ts";
import type { Audience, Me, Session, SessionState, SessionStore } from "../types.ts";
import { createStore } from "./store.ts";
import type { TabMessage, Tabs } from "./tabs.ts";
import type { SessionTransport } from "./transport.ts";

/** What signing in and refreshing answer on the wire. */
export type WireSession = Me & Pick<components["schemas"]["Session"], "accessToken" | "expiresIn">;

/** An answer that may be a session. */
export type MaybeSession = WireSession | { accessToken?: undefined };

/** The session of one client: who is signed in, and a fresh access token for whoever asks. */
export interface SessionManager {
  readonly store: SessionStore;
  readonly organization: string | undefined;
  /**
   * An access token good for the next seconds; refreshes where needed.
   * @param refused a token that the server did not take
   */
  token(signal?: AbortSignal, refused?: string): Promise<string>;
  /** Sends what may sign in; undefined if the answer does not. */
  begin(send: () => Promise<MaybeSession>, signal?: AbortSignal): Promise<Session | undefined>;
  restore(signal?: AbortSignal): Promise<SessionState>;
  end(signal?: AbortSignal): Promise<void>;
  /** Takes over newer facts about whoever is signed in, and returns them. */
  update(me: Me): Me;
}

// A token is renewed this long before its end, so that it does not end on the way.
const SKEW = 30_000;

/** Keeps the access token in this closure only; everything about it goes through here. */
export function createSession(
  transport: SessionTransport,
  tabs: Tabs,
  bound: string | undefined,
  audience: Audience,
): SessionManager {
  const store = createStore();
  let organization = bound;
  let token: string | undefined;
  let renewAt = 0;
  let refreshing: Promise<void> | undefined;
  // Replaced by every logout, here or in another tab: what was under way then must not sign in again.
  let life = new AbortController();

  const signedOut = () => new PortalError({ code: "UNAUTHENTICATED", message: "Nobody is signed in" });
  const post = <T>(path: string, of: string | undefined, signal: AbortSignal | undefined) =>
    transport.post<T>(`/${audience}/auth/${path}`, { organization: of }, signal, true);

  function accept(wire: WireSession): Session {
    const { user, customer } = wire;
    const session = { user, customer, organization: wire.organization };
    token = wire.accessToken;
    renewAt = Date.now() + wire.expiresIn * 1000 - Math.min(SKEW, wire.expiresIn * 500);
    organization = bound ?? session.organization.slug;
    tabs.rememberSignedOut(false);
    store.set({ status: "signed-in", ...session });
    tabs.announce({ organization, user: user.id });
    return session;
  }

  function forget(): void {
    token = undefined;
    organization = bound;
    store.set({ status: "signed-out" });
  }

  function drop(): void {
    refreshing = undefined;
    life.abort(signedOut());
    life = new AbortController();
    forget();
  }

  function refresh(): Promise<void> {
    if (refreshing) return refreshing;
    tabs.listen(hear);
    const before = token;
    const { signal } = life;
    const mine: Promise<void> = tabs
      .exclusive(async () => {
        // Somebody signed in while this waited for its turn.
        if (token && token !== before) return;
        try {
          // Another tab may have found out by now: a visitor's tabs ask once, not each.
          if (store.state.status === "unknown" && tabs.isSignedOut()) {
            throw new PortalError({ code: "SESSION_EXPIRED", status: 401 });
          }
          const wire = await post<WireSession>("refresh", organization, signal);
          signal.throwIfAborted();
          accept(wire);
        } catch (error) {
          if (isPortalError(error) && error.status === 401 && !signal.aborted) {
            tabs.rememberSignedOut(true);
            forget();
          }
          throw error;
        }
      }, signal)
      .finally(() => {
        if (refreshing === mine) refreshing = undefined;
      });
    // Every caller may have left by the time it fails.
    mine.catch(() => {});
    return (refreshing = mine);
  }

  function hear(message: TabMessage): void {
    const { state } = store;
    if (organization && organization !== message.organization) return;
    if (!message.user) return drop();
    if (state.status === "unknown" || (state.status === "signed-in" && state.user.id === message.user))
      return;
    // Somebody else is signed in now; the cookie is theirs, so is the token it brings.
    token = undefined;
    void refresh();
  }

  async function restore(signal?: AbortSignal): Promise<SessionState> {
    signal?.throwIfAborted();
    if (store.state.status !== "unknown") return store.state;
    try {
      await abortable(refresh(), signal);
    } catch (error) {
      if (!isPortalError(error) || error.retryable || error.status > 499) throw error;
      // A login may have come between; otherwise this is the answer, whatever the refusal's reason.
      if ((store.state as SessionState).status === "unknown") forget();
    }
    return store.state;
  }

  return {
    store,
    restore,
    get organization() {
      return organization;
    },

    async token(signal, refused) {
      if ((await restore(signal)).status !== "signed-in") throw signedOut();
      if (!token || token === refused || Date.now() > renewAt) await abortable(refresh(), signal);
      if (!token) throw signedOut();
      return token;
    },

    async begin(send, signal) {
      tabs.listen(hear);
      const { signal: alive } = life;
      return tabs.exclusive(async () => {
        const answer = await send();
        if (!answer.accessToken) return undefined;
        alive.throwIfAborted();
        return accept(answer);
      }, signal);
    },

    async end(signal) {
      signal?.throwIfAborted();
      tabs.listen(hear);
      const leaving = organization;
      tabs.rememberSignedOut(true);
      tabs.announce({ organization: leaving, user: null });
      drop();
      await tabs.exclusive(() => post<void>("logout", leaving, signal), signal);
    },

    update(me) {
      const { state } = store;
      if (state.status === "signed-in" && state.user.id === me.user.id)
        store.set({ status: "signed-in", ...me });
      return me;
    },
  };
}
