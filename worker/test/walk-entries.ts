import {
  codeFor,
  createTenant,
  password,
  signIn,
  signInEmployee,
  unique,
  type Person,
  type Tenant,
} from "./harness.ts";
import { Visitor } from "./http.ts";
import { invite } from "./invitations.ts";

/** How an operation is called so that it succeeds. */
export interface Entry {
  /**
   * Who may: everybody, whoever holds a refresh cookie (a customer's or an employee's), a signed-in customer, or a
   * signed-in employee.
   */
  for: "everybody" | "cookie" | "employee cookie" | "customer" | "employee";
  /** The least role of an employee who may; EMPLOYEE where it is not said. */
  least?: "ADMIN" | "OWNER";
  /** The path with its ids; a fresh record where the operation uses one up. */
  path?: (place: Place) => Promise<string> | string;
  body?: (place: Place) => Promise<object> | object;
  status: number;
}

/** The organization that is walked, with a customer and an owner and a row of each kind. */
export interface Place {
  tenant: Tenant;
  person: Person;
  boss: Person;
  owner: Visitor;
  employer: Visitor;
  owned: Record<string, string>;
}

/** Makes the organization that is walked. */
export async function makePlace(): Promise<Place> {
  const tenant = await createTenant();
  const person = await tenant.addCustomer();
  const boss = await tenant.addEmployee("OWNER");
  const owned: Record<string, string> = {};
  for (const kind of ["appointments", "tasks", "notes"] as const)
    owned[kind] = await tenant.add(kind, person.customerId);
  const [owner, employer] = [await signIn(person), await signInEmployee(boss)];
  return { tenant, person, boss, owner, employer, owned };
}

const address = () => `${unique()}@walk.example`;
const join = ({ tenant }: Place, email: string) => ({
  email,
  password,
  name: "Walker",
  organization: tenant.slug,
});
const own = ({ tenant }: Place) => ({ organization: tenant.slug });
const kept = (kind: string, base: string, end = "") => ({
  path: ({ owned }: Place) => `${base}/${owned[kind]}${end}`,
});
/** For what deletes: a row of its own each time. */
const fresh = (kind: "appointments" | "tasks" | "notes", base: string) => ({
  path: async ({ tenant, person }: Place) => `${base}/${await tenant.add(kind, person.customerId)}`,
});

/** A customer who is invited just now. */
const invited = (place: Place) => invite(place.employer, { email: address() });
const invitation = (end = "") => ({
  path: async (place: Place) => `/dashboard/invitations/${(await invited(place)).invitation.id}${end}`,
});
const list = () => ({ csv: `email,name\n${address()},Walker\nnobody,Invalid\n` });
/** A list of people to invite, previewed just now. */
const imported = (end = "") => ({
  path: async ({ employer }: Place) => {
    const answer = await employer.post("/dashboard/invitation-imports", list());
    return `/dashboard/invitation-imports/${answer.json<{ id: string }>().id}${end}`;
  },
});

/** THE list: an operation that is missing here fails by name. */
export const entries: Record<string, Entry> = {
  getHealth: { for: "everybody", status: 200 },
  getReadiness: { for: "everybody", status: 200 },
  getKeys: { for: "everybody", status: 200 },
  getPortalConfig: {
    for: "everybody",
    path: ({ tenant }) => `/portal/config?organization=${tenant.slug}`,
    status: 200,
  },
  register: { for: "everybody", body: (place) => join(place, address()), status: 202 },
  verifyRegistration: {
    for: "everybody",
    body: async (place) => {
      const email = address();
      await new Visitor(place.tenant.origin).post("/portal/auth/register", join(place, email));
      return { organization: place.tenant.slug, email, code: await codeFor(email) };
    },
    status: 201,
  },
  login: {
    for: "everybody",
    body: ({ person, tenant }) => ({ email: person.email, password, organization: tenant.slug }),
    status: 200,
  },
  refreshSession: { for: "cookie", body: own, status: 200 },
  logout: { for: "cookie", body: own, status: 204 },
  previewInvitation: {
    for: "everybody",
    body: async (place) => ({ token: (await invited(place)).token }),
    status: 200,
  },
  acceptInvitation: {
    for: "everybody",
    body: async (place) => ({ token: (await invited(place)).token, name: "Walker", password }),
    status: 201,
  },
  getMe: { for: "customer", status: 200 },
  updateMe: { for: "customer", body: () => ({ name: "Walker" }), status: 200 },
  getDashboard: { for: "customer", status: 200 },
  listAppointments: { for: "customer", status: 200 },
  getAppointment: { for: "customer", ...kept("appointments", "/portal/appointments"), status: 200 },
  listTasks: { for: "customer", status: 200 },
  getTask: { for: "customer", ...kept("tasks", "/portal/tasks"), status: 200 },
  completeTask: { for: "customer", ...kept("tasks", "/portal/tasks", "/complete"), status: 200 },
  reopenTask: { for: "customer", ...kept("tasks", "/portal/tasks", "/reopen"), status: 200 },
  listNotes: { for: "customer", status: 200 },
  getNote: { for: "customer", ...kept("notes", "/portal/notes"), status: 200 },

  loginEmployee: {
    for: "everybody",
    body: ({ boss, tenant }) => ({ email: boss.email, password, organization: tenant.slug }),
    status: 200,
  },
  refreshEmployeeSession: { for: "employee cookie", body: own, status: 200 },
  logoutEmployee: { for: "employee cookie", body: own, status: 204 },
  listTaskRecords: { for: "employee", status: 200 },
  getTaskRecord: { for: "employee", ...kept("tasks", "/dashboard/tasks"), status: 200 },
  createTask: {
    for: "employee",
    body: ({ person }) => ({ customerId: person.customerId, title: "Walk" }),
    status: 201,
  },
  updateTask: {
    for: "employee",
    ...kept("tasks", "/dashboard/tasks"),
    body: () => ({ title: `Walk ${unique()}` }),
    status: 200,
  },
  deleteTask: { for: "employee", ...fresh("tasks", "/dashboard/tasks"), status: 204 },
  listInvitations: { for: "employee", status: 200 },
  getInvitation: { for: "employee", ...invitation(), status: 200 },
  createInvitation: { for: "employee", body: () => ({ email: address() }), status: 201 },
  resendInvitation: { for: "employee", ...invitation("/resend"), status: 200 },
  revokeInvitation: { for: "employee", ...invitation("/revoke"), status: 200 },
  listInvitationImports: { for: "employee", status: 200 },
  getInvitationImport: { for: "employee", ...imported(), status: 200 },
  listInvitationImportRows: { for: "employee", ...imported("/rows"), status: 200 },
  createInvitationImport: { for: "employee", body: list, status: 201 },
  confirmInvitationImport: { for: "employee", ...imported("/confirm"), status: 202 },
  cancelInvitationImport: { for: "employee", ...imported("/cancel"), status: 200 },
};
