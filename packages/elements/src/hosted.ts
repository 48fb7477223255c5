// The hosted pages' entry: /portal/* for customers and /dashboard for employees, on the deployment itself, made of the same elements as the embed.
import { PortalDashboard } from "./define/portal-dashboard.ts";
import { hostedStyles } from "./styles/hosted.ts";

const REMEMBERED = "portico.organization";

const sheet = hostedStyles.styleSheet!;
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

// Private windows may refuse storage; the address alone has to do then.
function remembered(slug?: string): string | null {
  try {
    if (slug) localStorage.setItem(REMEMBERED, slug);
    return localStorage.getItem(REMEMBERED);
  } catch {
    return null;
  }
}

const root =
  document.querySelector<HTMLElement>("#portal") ?? document.body.appendChild(document.createElement("main"));
root.classList.add("portico");

function show(slug: string): void {
  const url = new URL(location.href);
  if (url.searchParams.get("organization") !== slug) {
    url.searchParams.set("organization", slug);
    history.replaceState(null, "", url);
  }
  if (location.pathname.startsWith("/dashboard")) {
    void import("./hosted-employee.ts").then(({ showEmployee }) =>
      showEmployee(root, slug, () => remembered(slug)),
    );
    return;
  }
  const portal = new PortalDashboard();
  portal.organization = slug;
  portal.apiUrl = location.origin;
  portal.routing = "path";
  portal.theme = "auto";
  portal.hosted = true;
  portal.addEventListener("portal-ready", () => remembered(slug), { once: true });
  portal.addEventListener("portal-login", () => remembered(slug), { once: true });
  portal.addEventListener("portal-error", ({ error }) => {
    if (error.code === "NOT_FOUND" && !portal.org) void ask(slug);
  });
  root.replaceChildren(portal);
}

async function ask(wrong?: string): Promise<void> {
  const { askForOrganization } = await import("./hosted-organization.ts");
  askForOrganization(root, show, wrong);
}

const slug = new URL(location.href).searchParams.get("organization") ?? remembered();
if (slug) show(slug);
else void ask();
