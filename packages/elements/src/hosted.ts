// The hosted pages' entry: /portal/* for customers, on the deployment itself, made of the same elements as the embed.
import { directionOf } from "./controllers/localize.ts";
import { PortalDashboard } from "./define/portal-dashboard.ts";
import { rememberedOrganization, takeOrganization } from "./lib/organization.ts";
import { preferredLanguage } from "./lib/preferred-language.ts";
import { languages } from "./localization/languages.ts";
import { hostedStyles } from "./styles/hosted.ts";

document.adoptedStyleSheets = [...document.adoptedStyleSheets, hostedStyles.styleSheet!];
document.documentElement.lang = preferredLanguage(Object.keys(languages));
document.documentElement.dir = directionOf(document.documentElement.lang);

const root =
  document.querySelector<HTMLElement>("#portal") ?? document.body.appendChild(document.createElement("main"));
root.classList.add("portico");

function show(slug: string): void {
  takeOrganization(slug);
  const portal = new PortalDashboard();
  portal.organization = slug;
  portal.apiUrl = location.origin;
  portal.routing = "path";
  portal.theme = "system";
  portal.hosted = true;
  portal.addEventListener("portal-ready", () => rememberedOrganization(slug), { once: true });
  portal.addEventListener("portal-login", () => rememberedOrganization(slug), { once: true });
  portal.addEventListener("portal-error", ({ error }) => {
    if (error.code === "NOT_FOUND" && !portal.org) void ask(slug);
  });
  root.replaceChildren(portal);
}

async function ask(wrong?: string): Promise<void> {
  const { askForOrganization } = await import("./hosted-organization.ts");
  askForOrganization(root, show, wrong);
}

const slug = new URL(location.href).searchParams.get("organization") ?? rememberedOrganization();
if (slug) show(slug);
else void ask();
