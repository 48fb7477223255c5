import type { Appointment } from "@portico/client";
import "../src/define/portal-dashboard.ts";
import { PortalTasks } from "../src/index.ts";
import { storeFor, storeForClient } from "../src/controllers/portal-store.ts";
import { define } from "../src/lib/define.ts";
import { escapeText, fold, toICalendar } from "../src/lib/ics.ts";
import { excerpt } from "../src/lib/excerpt.ts";
import { clocksDiffer, relativeDay, timeRange } from "../src/lib/time.ts";
import { createRouter } from "../src/routing.ts";
import { clientWith, contains, equal, ok, until } from "./helpers.ts";
import { beginSession } from "../src/lib/begin.ts";
import type { Deployment } from "../src/lib/deployment.ts";

const appointment: Appointment = {
  id: "a1",
  customerId: "c1",
  title: "Filling, upper; left",
  description:
    "Bring:\ncard \\ form — und sehr viele Wörter, damit die Zeile mit Umlauten wie äöü länger als 75 Oktette wird.",
  status: "CONFIRMED",
  startsAt: "2026-11-25T08:30:00.000Z",
  endsAt: "2026-11-25T09:15:00.000Z",
  timeZone: "Europe/Berlin",
  location: "Lindenstraße 12",
  meetingUrl: null,
  employee: { id: "e1", name: "Dr. Lena Brandt" },
  createdAt: "2026-11-01T08:00:00.000Z",
  updatedAt: "2026-11-02T08:00:00.000Z",
};

describe("calendar files", () => {
  it("escape, fold at 75 octets and end lines as RFC 5545 asks", () => {
    const text = toICalendar(appointment, "Northwind Dental");
    const encoder = new TextEncoder();
    ok(
      text.split("\r\n").every((line) => encoder.encode(line).length <= 75),
      "no line over 75 octets",
    );
    ok(!/[^\r]\n/.test(text), "every line ends in CRLF");
    const unfolded = text.replaceAll("\r\n ", "");
    contains(unfolded, "SUMMARY:Filling\\, upper\\; left · Northwind Dental");
    contains(unfolded, "DESCRIPTION:Bring:\\ncard \\\\ form");
    contains(unfolded, "DTSTART:20261125T083000Z");
    equal(escapeText("a\r\nb"), "a\\nb");
    equal(fold("x".repeat(80)), `${"x".repeat(75)}\r\n ${"x".repeat(5)}`);
  });
});

describe("times", () => {
  const berlin = { locale: "en-GB", timeZone: "Europe/Berlin" };

  it("are said in the customer's zone, as people say them", () => {
    equal(timeRange(berlin, appointment.startsAt, appointment.endsAt), "9:30 – 10:15");
    equal(
      timeRange({ locale: "de-DE", timeZone: "Europe/Berlin" }, appointment.startsAt, appointment.endsAt),
      "09:30 – 10:15",
    );
    equal(relativeDay(berlin, new Date().toISOString()), "today");
  });

  it("differ between zones by the clock, not by the name", () => {
    ok(clocksDiffer(appointment.startsAt, "Europe/Berlin", "America/New_York"));
    ok(!clocksDiffer(appointment.startsAt, "Europe/Berlin", "Europe/Paris"));
    ok(clocksDiffer("2026-03-15T12:00:00.000Z", "Europe/London", "America/Sao_Paulo"));
  });
});

describe("elements on one page", () => {
  it("share a store by address and organization, and by client", () => {
    ok(storeFor("https://a.example", "x") === storeFor("https://a.example", "x"));
    ok(storeFor("https://a.example", "x") !== storeFor("https://a.example", "y"));
    const client = clientWith();
    ok(storeForClient(client) === storeForClient(client));
  });

  it("ask where the deployment is whose script they came with; from a bundle they say what they lack", async () => {
    const said: string[] = [];
    const { error } = console;
    console.error = (text: string) => said.push(text);
    define("x-from-bundle", class extends PortalTasks {});
    const portal = document.createElement("x-from-bundle") as PortalTasks;
    portal.organization = "northwind";
    document.body.append(portal);
    await portal.updateComplete;
    contains(portal.shadowRoot?.textContent, "organization and api-url");
    equal(said, ["Portico: <x-from-bundle> needs api-url, the portal's origin."]);
    const page = globalThis as { [key: symbol]: unknown };
    page[Symbol.for("portico")] = { origin: "https://demo.invalid" };
    portal.organization = "tidewater";
    await portal.updateComplete;
    ok(portal.store === storeFor("https://demo.invalid", "tidewater"));
    equal(said.length, 1);
    portal.remove();
    delete page[Symbol.for("portico")];
    console.error = error;
  });

  it("say what they lack in a frame, too, where nobody says where the portal is", async () => {
    const { error } = console;
    console.error = () => {};
    const portal = document.createElement("portal-dashboard");
    portal.isolation = "iframe";
    portal.organization = "northwind";
    document.body.append(portal);
    await until(() => portal.shadowRoot?.textContent?.includes("organization and api-url"));
    ok(!portal.shadowRoot!.querySelector("iframe"));
    portal.remove();
    console.error = error;
  });

  it("are asked for early once a page, and only where somebody has signed in", async () => {
    const asked: string[] = [];
    const { fetch } = globalThis;
    globalThis.fetch = async (url) => {
      asked.push(new URL(String(url)).pathname);
      return Response.json({ accessToken: "token", expiresIn: 300 });
    };
    const begun: Deployment["begun"] = new Map();
    const entry = { origin: "https://early.invalid", begun } as Deployment;
    const portal = document.createElement("portal-dashboard");
    portal.setAttribute("organization", "northwind");
    ok(!beginSession(portal, entry));
    const marker = "portico:https://early.invalid:northwind";
    localStorage[marker] = "signed-in";
    ok(beginSession(portal, entry));
    await Promise.all(begun.values());
    for (const name of begun.keys()) begun.set(name, undefined);
    ok(beginSession(portal, entry));
    equal(asked, ["/portal/auth/refresh", "/portal/dashboard"]);
    portal.setAttribute("isolation", "iframe");
    ok(!beginSession(portal, entry));
    localStorage.removeItem(marker);
    globalThis.fetch = fetch;
  });

  it("register once: the same version is silent, another one warns once", () => {
    const warnings: unknown[] = [];
    const { warn } = console;
    console.warn = (text: unknown) => warnings.push(text);
    define("x-tasks", class extends PortalTasks {});
    define("x-tasks", class extends PortalTasks {});
    equal(warnings.length, 0);
    class Old extends HTMLElement {
      static version = "0.0.1";
    }
    customElements.define("x-old", Old);
    define("x-old", class extends PortalTasks {});
    define("x-old", class extends PortalTasks {});
    equal(warnings.length, 1);
    console.warn = warn;
  });
});

describe("routing", () => {
  it("keeps its place in the hash, with the back button, where it is asked to", async () => {
    let changes = 0;
    const router = createRouter("hash", () => changes++);
    router.go({ view: "appointments", id: "a/1" });
    equal(location.hash, "#portal/appointments/a%2F1");
    equal(router.route, { view: "appointments", id: "a/1" });
    const back = new Promise((resolve) => addEventListener("popstate", resolve, { once: true }));
    history.back();
    await back;
    equal(router.route, { view: "overview" });
    equal(changes, 1, "going; coming back is `popstate`");
  });

  it("goes up by going back where it came from there, and in place where it did not", async () => {
    const router = createRouter("hash", () => {});
    const list = { view: "appointments" } as const;
    router.go(list);
    router.go({ ...list, id: "a1" });
    const { length } = history;
    const back = new Promise((resolve) => addEventListener("popstate", resolve, { once: true }));
    router.up(list);
    await back;
    equal([router.route, history.length], [list, length]);
    router.go({ view: "tasks" });
    router.go({ ...list, id: "a1" });
    router.up(list);
    equal([router.route, history.length], [list, length + 1]);
    history.pushState(null, "", "#");
  });

  it("touches nothing by default", () => {
    const { length } = history;
    const router = createRouter("none", () => {});
    router.go({ view: "tasks" });
    equal([history.length, router.href({ view: "tasks" }), router.route.view], [length, undefined, "tasks"]);
  });
});

describe("previews", () => {
  it("are the beginning in plain words", () => {
    equal(excerpt("## Hello\n\n- **one** [two](https://x.example)\n- `three`"), "Hello one two three");
  });
});
