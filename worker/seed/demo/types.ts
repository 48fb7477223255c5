import type { Terms } from "../../src/wire/terms.ts";

/** Who may register in a demo organization. */
export type DemoRegistration = "OPEN" | "INVITATION" | "OFF";

/** One appointment of a demo customer; `employee` is the key of an employee of the same organization. */
export interface DemoAppointment {
  title: string;
  description: string | null;
  status: "REQUESTED" | "CONFIRMED" | "CANCELLED" | "COMPLETED" | "NO_SHOW";
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  location: string | null;
  meetingUrl: string | null;
  employee: string | null;
}

/** One task of a demo customer; `completedAt` is set exactly when it is done. */
export interface DemoTask {
  title: string;
  description: string | null;
  status: "OPEN" | "IN_PROGRESS" | "DONE";
  priority: "LOW" | "NORMAL" | "HIGH";
  dueAt: Date | null;
  completedAt: Date | null;
}

/** One note about a demo customer; `author` is the key of an employee of the same organization. */
export interface DemoNote {
  title: string;
  /** Markdown. */
  body: string;
  visibility: "SHARED" | "INTERNAL";
  author: string | null;
  createdAt: Date;
}

/** A demo customer with everything that belongs to them. */
export interface DemoCustomer {
  key: string;
  name: string;
  email: string;
  phone: string | null;
  address: string | null;
  timeZone: string | null;
  locale: string | null;
  externalId: string | null;
  /** Whether a user exists who signs in as this customer. */
  signsIn: boolean;
  appointments: DemoAppointment[];
  tasks: DemoTask[];
  notes: DemoNote[];
}

/** A demo employee: a user who works in the organization. */
export interface DemoEmployee {
  key: string;
  name: string;
  email: string;
  role: "OWNER" | "ADMIN" | "EMPLOYEE";
}

/** A demo organization with its people. */
export interface DemoOrganization {
  organization: {
    slug: string;
    name: string;
    timeZone: string;
    locale: string;
    registration: DemoRegistration;
    branding: { accentColor: string | null; logoUrl: string | null };
    /** Its own words, by language. */
    terms: Terms;
    allowedOrigins: string[];
    /** The page where the portal is embedded: mails lead there; null for the hosted pages. */
    portalUrl: string | null;
  };
  employees: DemoEmployee[];
  customers: DemoCustomer[];
}
