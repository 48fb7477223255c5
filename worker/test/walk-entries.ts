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
import { addChallenge, addSession } from "./accounts.ts";
import { batchEntries } from "./batches.ts";
import { Visitor } from "./http.ts";
import { invite } from "./invitations.ts";
import { mintToken, readToken } from "./tokens.ts";
import { keyEntries } from "./walk-key-entries.ts";

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
  path?: (place: Place, visitor: Visitor) => Promise<string> | string;
  body?: (place: Place, visitor: Visitor) => Promise<object> | object;
  /** Puts back what the next operation counts on. */
  after?: (place: Place) => Promise<unknown>;
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
  // The walk may outlive the five minutes of a token.
  for (const visitor of [owner, employer]) visitor.accessToken = await mintToken(visitor, { exp: 3600 });
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
/** The same for who is not a row of the three kinds. */
const whoever = (base: string, idOf: (place: Place) => string) => ({
  path: (place: Place) => `${base}/${idOf(place)}`,
});
/** For what deletes: a row of its own each time. */
const fresh = (kind: "appointments" | "tasks" | "notes", base: string) => ({
  path: async ({ tenant, person }: Place) => `${base}/${await tenant.add(kind, person.customerId)}`,
});

/** A dead letter of its own each time. */
const mail = (end = "") => ({
  path: async ({ tenant }: Place) => {
    const failed = { failed_at: new Date(), last_error: "REFUSED The provider refuses it." };
    return `/dashboard/mails/${await tenant.addMail(failed)}${end}`;
  },
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
const claimsOf = (token: string): Record<string, unknown> => {
  try {
    return readToken(token).claims;
  } catch {
    return {};
  }
};
const newAddress = () => ({ email: address(), password });
const samePassword = () => ({ currentPassword: password, newPassword: password });
const resetLink = async (person: Person) => ({
  token: await addChallenge(person, "RESET_PASSWORD"),
  password,
});
const emailLink = async (person: Person) => ({
  token: await addChallenge(person, "CHANGE_EMAIL", address()),
});
/** The code of a mail that whoever calls has asked for, if they may. */
const emailCode = (audience: string) => async (_: Place, visitor: Visitor) => {
  const input = newAddress();
  const { status } = await visitor.post(`/${audience}/me/email`, input);
  return { code: status === 202 ? await codeFor(input.email) : "000000" };
};
const sameAddress = (whose: "person" | "boss") => (place: Place) => {
  const { tenant, [whose]: person } = place;
  return tenant.sql((tx) => tx`update portal.users set email = ${person.email} where id = ${person.userId}`);
};
/** A session of the caller's own, where they are of this organization: what an employee may end. */
const ownSession = async ({ tenant, boss }: Place, visitor: Visitor) => {
  const { org, sub } = claimsOf(visitor.accessToken ?? "");
  return `/dashboard/me/sessions/${await addSession(tenant, org === tenant.id ? String(sub) : boss.userId)}`;
};

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
  forgotPassword: {
    for: "everybody",
    body: ({ tenant }) => ({ organization: tenant.slug, email: address() }),
    status: 202,
  },
  resetPassword: {
    for: "everybody",
    body: async ({ tenant }) => resetLink(await tenant.addCustomer()),
    status: 200,
  },
  confirmEmailLink: {
    for: "everybody",
    body: async ({ tenant }) => emailLink(await tenant.addCustomer()),
    status: 204,
  },
  changePassword: { for: "customer", body: samePassword, status: 204 },
  changeEmail: { for: "customer", body: newAddress, status: 202 },
  confirmEmail: {
    for: "customer",
    body: emailCode("portal"),
    after: sameAddress("person"),
    status: 200,
  },
  listSessions: { for: "customer", status: 200 },
  endSession: {
    for: "customer",
    path: async ({ tenant, person }) => `/portal/me/sessions/${await addSession(tenant, person.userId)}`,
    status: 204,
  },
  endOtherSessions: { for: "customer", status: 204 },
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
  forgotEmployeePassword: {
    for: "everybody",
    body: ({ tenant }) => ({ organization: tenant.slug, email: address() }),
    status: 202,
  },
  resetEmployeePassword: {
    for: "everybody",
    body: async ({ tenant }) => resetLink(await tenant.addEmployee()),
    status: 200,
  },
  confirmEmployeeEmailLink: {
    for: "everybody",
    body: async ({ tenant }) => emailLink(await tenant.addEmployee()),
    status: 204,
  },
  changeEmployeePassword: { for: "employee", body: samePassword, status: 204 },
  changeEmployeeEmail: { for: "employee", body: newAddress, status: 202 },
  confirmEmployeeEmail: {
    for: "employee",
    body: emailCode("dashboard"),
    after: sameAddress("boss"),
    status: 200,
  },
  listEmployeeSessions: { for: "employee", status: 200 },
  endEmployeeSession: { for: "employee", path: ownSession, status: 204 },
  endOtherEmployeeSessions: { for: "employee", status: 204 },
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
  listMails: { for: "employee", path: () => "/dashboard/mails", status: 200 },
  getMail: { for: "employee", ...mail(), status: 200 },
  sendMail: { for: "employee", ...mail("/send"), status: 200 },
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
  deleteInvitationImport: { for: "employee", ...imported(), status: 204 },
  cancelInvitationImport: { for: "employee", ...imported("/cancel"), status: 200 },

  getEmployeeMe: { for: "employee", status: 200 },
  getHome: { for: "employee", status: 200 },
  getOrganizationRecord: { for: "employee", status: 200 },
  updateOrganization: {
    for: "employee",
    least: "ADMIN",
    body: () => ({ contactEmail: address() }),
    status: 200,
  },
  // What is found is told in embed-check.test.ts; here nobody answers.
  checkEmbed: {
    for: "employee",
    least: "ADMIN",
    body: ({ tenant }) => ({ url: `${tenant.origin}/portal` }),
    status: 200,
  },
  // Walked in dashboard.test.ts: who may, ends the place. Here its slug is another's.
  deleteOrganization: {
    for: "employee",
    least: "OWNER",
    path: () => "/dashboard/organization?slug=another",
    status: 400,
  },
  listEmployees: { for: "employee", status: 200 },
  getEmployee: {
    for: "employee",
    ...whoever("/dashboard/employees", ({ boss }) => boss.userId),
    status: 200,
  },
  updateEmployee: {
    for: "employee",
    least: "ADMIN",
    path: async ({ tenant }) => `/dashboard/employees/${(await tenant.addEmployee()).userId}`,
    body: () => ({ name: `Walk ${unique()}` }),
    status: 200,
  },
  listCustomers: { for: "employee", status: 200 },
  getCustomer: {
    for: "employee",
    ...whoever("/dashboard/customers", ({ person }) => person.customerId),
    status: 200,
  },
  previewPortal: {
    for: "employee",
    path: ({ person }) => `/dashboard/customers/${person.customerId}/preview`,
    status: 201,
  },
  listCustomerSessions: {
    for: "employee",
    path: ({ person }) => `/dashboard/customers/${person.customerId}/sessions`,
    status: 200,
  },
  endCustomerSession: {
    for: "employee",
    path: async ({ tenant, person }) =>
      `/dashboard/customers/${person.customerId}/sessions/${await addSession(tenant, person.userId)}`,
    status: 204,
  },
  endCustomerSessions: {
    for: "employee",
    path: async ({ tenant }) => `/dashboard/customers/${(await tenant.addCustomer()).customerId}/sessions`,
    status: 204,
  },
  createCustomer: { for: "employee", body: () => ({ name: "Walk" }), status: 201 },
  updateCustomer: {
    for: "employee",
    ...whoever("/dashboard/customers", ({ person }) => person.customerId),
    body: () => ({ address: `Walk ${unique()}` }),
    status: 200,
  },
  deleteCustomer: {
    for: "employee",
    path: async ({ tenant }) => `/dashboard/customers/${(await tenant.addCustomer()).customerId}`,
    status: 204,
  },
  listAppointmentRecords: { for: "employee", status: 200 },
  getAppointmentRecord: { for: "employee", ...kept("appointments", "/dashboard/appointments"), status: 200 },
  createAppointment: {
    for: "employee",
    body: ({ person }) => ({
      customerId: person.customerId,
      title: "Walk",
      startsAt: "2026-11-25T08:30:00.000Z",
      endsAt: "2026-11-25T09:15:00.000Z",
    }),
    status: 201,
  },
  updateAppointment: {
    for: "employee",
    ...kept("appointments", "/dashboard/appointments"),
    body: () => ({ title: `Walk ${unique()}` }),
    status: 200,
  },
  deleteAppointment: { for: "employee", ...fresh("appointments", "/dashboard/appointments"), status: 204 },
  listNoteRecords: { for: "employee", status: 200 },
  getNoteRecord: { for: "employee", ...kept("notes", "/dashboard/notes"), status: 200 },
  createNote: {
    for: "employee",
    body: ({ person }) => ({ customerId: person.customerId, title: "Walk", body: "Words." }),
    status: 201,
  },
  updateNote: {
    for: "employee",
    ...kept("notes", "/dashboard/notes"),
    body: () => ({ title: `Walk ${unique()}` }),
    status: 200,
  },
  deleteNote: { for: "employee", ...fresh("notes", "/dashboard/notes"), status: 204 },
  ...batchEntries,
  listChanges: { for: "employee", status: 200 },
  ...keyEntries,
  listAuditEntries: { for: "employee", least: "ADMIN", status: 200 },
  getAuditEntry: {
    for: "employee",
    least: "ADMIN",
    path: async ({ tenant, person, employer }) => {
      await employer.post("/dashboard/tasks", { customerId: person.customerId, title: "To be audited" });
      const [row] = await tenant.sql((tx) => tx`select id from portal.audit_log limit 1`);
      return `/dashboard/audit-log/${row!.id}`;
    },
    status: 200,
  },
};
