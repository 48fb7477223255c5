import { ada } from "./northwind-ada.ts";
import { northwindCustomers } from "./northwind-customers.ts";
import { northwindWeek } from "./northwind-week.ts";
import type { DemoOrganization } from "./types.ts";

/** A Berlin dental practice: the organization that a newcomer looks at first. */
export function northwind(now: Date): DemoOrganization {
  return {
    organization: {
      slug: "northwind",
      name: "Northwind Dental",
      timeZone: "Europe/Berlin",
      locale: "en",
      registration: "OPEN",
      branding: { accentColor: "#0f6b5c", logoUrl: null },
      terms: {},
      allowedOrigins: ["http://127.0.0.1:8788"],
      portalUrl: "http://127.0.0.1:8788/portal.html",
    },
    employees: [
      { key: "lena", name: "Dr. Lena Brandt", email: "lena@northwind.example", role: "OWNER" },
      { key: "noor", name: "Noor Aziz", email: "noor@northwind.example", role: "ADMIN" },
      { key: "milo", name: "Milo Ferrari", email: "milo@northwind.example", role: "EMPLOYEE" },
      { key: "sam", name: "Dr. Sam Whitaker", email: "sam@northwind.example", role: "EMPLOYEE" },
    ],
    customers: [ada(now), ...northwindCustomers(now), ...northwindWeek(now)],
  };
}
