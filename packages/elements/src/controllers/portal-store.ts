import { createSessionClient, isPortalError, PortalError } from "@portico/client/core";
import type { PortalClient, PortalConfig, SessionState } from "@portico/client";
import { deployment } from "../lib/deployment.ts";

type Listener = () => void;

/** What elements on one page share: a client, its session, the organization and what was loaded last. */
export class PortalStore {
  readonly #listeners = new Set<Listener>();
  #started?: Promise<void>;
  #brandSheet?: CSSStyleSheet;
  #brandColor?: string | null;

  /** Undefined only while the demo's chunk is on its way. */
  client?: PortalClient;
  /** Name, branding and features; undefined until they arrive. */
  config?: PortalConfig;
  /** Why neither the session nor the organization could be found out. */
  error?: PortalError;
  /** The address that was typed last: the next form starts with it. */
  typedEmail = "";
  /** Last answers by name, shown at once while a new one is fetched. */
  readonly cache = new Map<string, unknown>();

  constructor(readonly source: PortalClient | Promise<PortalClient>) {
    if (!(source instanceof Promise)) this.#adopt(source);
  }

  /** Whether somebody is signed in. */
  get session(): SessionState {
    return this.client?.session.state ?? { status: "unknown" };
  }

  /** The organization's accent as a constructed sheet: no inline style, so it works under a strict CSP. */
  get brandSheet(): CSSStyleSheet | undefined {
    const color = this.config?.organization.branding.accentColor;
    if (color !== this.#brandColor && color && /^#[\da-f]{6}$/i.test(color)) {
      this.#brandColor = color;
      this.#brandSheet ??= new CSSStyleSheet();
      this.#brandSheet.replaceSync(`:host{--_brand:${color}}`);
    }
    return this.#brandSheet;
  }

  /** Calls `listener` after every change; returns what ends that. */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Tells every element that something changed. */
  notify(): void {
    for (const listener of [...this.#listeners]) listener();
  }

  /** Finds out the session and the organization, once for all elements. */
  start(): Promise<void> {
    return (this.#started ??= this.#start());
  }

  /** Tries again after an error. */
  retry(): Promise<void> {
    this.error = undefined;
    this.#started = undefined;
    this.notify();
    return this.start();
  }

  async #start(): Promise<void> {
    try {
      if (!this.client) this.#adopt(await this.source);
      const client = this.client!;
      const config = this.config
        ? Promise.resolve(this.config)
        : client.getPortalConfig().then((value) => ((this.config = value), this.notify(), value));
      await Promise.all([config, client.session.state.status === "unknown" && client.restoreSession()]);
    } catch (error) {
      this.error = toPortalError(error);
      // The browser tells a script nothing about an answer that it may not read; its owner can know.
      if (this.error.code === "NETWORK") {
        console.warn(`Portico: no answer. Does ${this.client!.apiUrl} allow ${location.origin}?`);
      }
    }
    this.notify();
  }

  #adopt(client: PortalClient): void {
    this.client = client;
    storesOfClients.set(client, this);
    client.session.subscribe((state) => {
      // What one person saw or typed is not for the next one.
      this.typedEmail = "";
      if (state.status === "signed-out") this.cache.clear();
      this.notify();
    });
  }
}

const stores = new Map<string, PortalStore>();
const storesOfClients = new WeakMap<PortalClient, PortalStore>();

/** The store of a client, one for all elements that were given it. */
export function storeForClient(client: PortalClient): PortalStore {
  let store = storesOfClients.get(client);
  if (!store) storesOfClients.set(client, (store = new PortalStore(client)));
  return store;
}

// What a page asks first may be under way already, see begin.ts.
const begunOr =
  (name: string): typeof fetch =>
  async (url, init) => {
    const begun = deployment()?.begun;
    const key = name + String(url);
    const one = begun?.get(key);
    // It stays there, so that a page asks early once.
    if (one) begun!.set(key, undefined);
    const [answer, authorization] = (await one) ?? [];
    // Only an answer to the same session's question.
    const { Authorization } = init!.headers as Record<string, string>;
    return answer && authorization === Authorization ? answer : fetch(url, init);
  };

/** The store of an API and an organization, one for all elements on the page. */
export function storeFor(apiUrl: string, organization: string): PortalStore {
  const key = `${apiUrl} ${organization}`;
  let store = stores.get(key);
  // Pages make it whole (portal-page.ts): nothing before them calls more than signs people in.
  const make = () =>
    createSessionClient({
      apiUrl,
      organization,
      fetch: begunOr(`portico:${apiUrl}:${organization}`),
    }) as PortalClient;
  if (!store) stores.set(key, (store = storeForClient(make())));
  return store;
}

/** The store of the demo: data in memory, no server. */
export function demoStore(): PortalStore {
  let store = stores.get("demo");
  if (!store) {
    store = new PortalStore(
      import("../demo/demo-client.ts").then(({ createDemoClient }) => createDemoClient()),
    );
    stores.set("demo", store);
  }
  return store;
}

/** Whatever was thrown, as a PortalError. */
export function toPortalError(error: unknown): PortalError {
  return isPortalError(error) ? error : new PortalError({ code: "INTERNAL", cause: error });
}
