// Bundled with one version of React, for a browser: what a test calls there.
import { StrictMode } from "react";
import { createRoot, hydrateRoot } from "react-dom/client";
import { createDemoClient } from "@portico/elements/demo";
import type { PortalDashboardElement } from "@portico/react";
import { App } from "./app.tsx";
import type { AppProps } from "./app.tsx";

const client = createDemoClient({ latency: 1, signedOut: false });
const trouble: string[] = [];
const heard: [string, string, string][] = [];
const given: (PortalDashboardElement | null)[] = [];
const container = document.querySelector("main")!;
const onRecoverableError = (error: unknown) => void trouble.push(String(error));
addEventListener("unhandledrejection", ({ reason }) => void trouble.push(String(reason)));
console.error = (...words) => void trouble.push(words.join(" "));
console.warn = (...words) => void trouble.push(words.join(" "));

const app = (props: AppProps) => (
  <StrictMode>
    <App
      {...props}
      client={client}
      hear={(listener, { type, constructor }) => heard.push([listener, type, constructor.name])}
      dashboard={(element) => void given.push(element)}
    />
  </StrictMode>
);
const first = container.firstElementChild;
const before = first && customElements.get(first.localName);
let root: { render(node: unknown): void; unmount(): void } | undefined;

Object.assign(window, {
  trouble,
  heard,
  given,
  client,
  first,
  before,
  hydrate: (props: AppProps) => (root = hydrateRoot(container, app(props), { onRecoverableError })),
  mount: (props: AppProps) => (root = createRoot(container)).render(app(props)),
  update: (props: AppProps) => root!.render(app(props)),
  unmount: () => root!.unmount(),
});
