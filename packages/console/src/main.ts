// The console's entry: /dashboard for employees, on the deployment itself.
import { createSessionClient } from "@portico/client/core";
import type { PortalClient } from "@portico/client";
import { define } from "@portico/elements/internal/lib/define.ts";
import { askForOrganization } from "@portico/elements/internal/hosted-organization.ts";
import { rememberedOrganization, takeOrganization } from "@portico/elements/internal/lib/organization.ts";
import { preferredLanguage } from "@portico/elements/internal/lib/preferred-language.ts";
import { hostedStyles } from "@portico/elements/internal/styles/hosted.ts";
import { ConsoleApp } from "./app/console-app.ts";
import { Newcomer } from "./app/newcomer.ts";

define("console-app", ConsoleApp);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, hostedStyles.styleSheet!];
document.documentElement.lang = preferredLanguage(["de"]);

function show(slug: string): void {
  takeOrganization(slug);
  const app = new ConsoleApp();
  const client = createSessionClient({ apiUrl: location.origin, organization: slug, audience: "dashboard" });
  // Of a client, what elements use until somebody has signed in is the same on both sides.
  app.client = client as unknown as PortalClient;
  app.theme = "system";
  app.addEventListener("portal-login", () => rememberedOrganization(slug), { once: true });
  app.addEventListener("portal-error", ({ error }) => {
    if (error.code === "NOT_FOUND" && !app.org) ask(slug);
  });
  document.body.replaceChildren(app);
}

function ask(wrong?: string): void {
  const main = document.createElement("main");
  main.className = "portico";
  document.body.replaceChildren(main);
  askForOrganization(main, show, wrong);
  main.append(new Newcomer());
}

async function found(): Promise<void> {
  const { Founder } = await import("./app/founder.ts");
  const founder = new Founder();
  founder.theme = "system";
  founder.founded = (slug) => {
    rememberedOrganization(slug);
    history.replaceState(null, "", "/dashboard/setup");
    show(slug);
  };
  const main = document.createElement("main");
  main.className = "portico";
  main.append(founder);
  document.body.replaceChildren(main);
}

const slug = new URL(location.href).searchParams.get("organization") ?? rememberedOrganization();
if (/^\/dashboard\/register\/?$/.test(location.pathname)) void found();
else if (slug) show(slug);
else ask();
