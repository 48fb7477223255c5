// The public interface. Wire types come from the Worker's OpenAPI document; nothing here exists at run time.
import type { components } from "./generated/openapi.d.ts";

type Schemas = components["schemas"];
type With<T, Fields> = Omit<T, keyof Fields> & Fields;

/** A company using Portico. `timeZone` is an IANA zone, `locale` a BCP 47 tag. */
export type Organization = Schemas["Organization"];
/** How people get an account in an organization. */
export type RegistrationMode = Organization["registration"];
/** Branding of an organization; what is null is Portico's own. */
export type Branding = Organization["branding"];
/** An organization's own words for appointments, tasks and notes, by language; what is absent is Portico's own. */
export type Terms = Organization["terms"];
/** What a portal needs to show itself before anyone signs in. */
export type PortalConfig = Schemas["PortalConfig"];

/** A person who can sign in. */
export type User = Schemas["User"];
/** What a user is inside their organization. */
export type UserRole = User["role"];
/** An external client of the organization. `timeZone` and `locale` are null for the organization's own. */
export type Customer = NonNullable<Schemas["Customer"]>;
// On the portal nobody is signed in without a customer record: the server answers CUSTOMER_REQUIRED instead.
interface HasCustomer {
  customer: Customer;
}
/** Who is signed in. Only an employee's preview of a customer without an account has no user. */
export type Me = With<Schemas["Me"], HasCustomer & { user: User }>;
/** Who is signed in on the dashboard; `customer` is null unless the employee is a customer too. */
export type EmployeeMe = Schemas["EmployeeMe"];
/** The two sides, each with sessions of its own: customers' portal and employees' dashboard. */
export type Audience = "portal" | "dashboard";
/** Where an account is signed in. `device` is what its browser said, `network` near enough to recognize. */
export type AccountSession = Schemas["AccountSession"];
/** The overview: at most three coming appointments, five open tasks and three notes, and how many there are. */
export type Dashboard = With<Schemas["Dashboard"], HasCustomer>;

/** An appointment of the signed-in customer. Times are UTC ISO 8601 with milliseconds and `Z`. */
export type Appointment = Schemas["Appointment"];
/** Where an appointment stands. */
export type AppointmentStatus = Appointment["status"];
/** Something the customer is asked to do. */
export type Task = Schemas["Task"];
/** Where a task stands. */
export type TaskStatus = Task["status"];
/** How much a task matters. */
export type TaskPriority = Task["priority"];
/** A note shared with the customer. `body` is Markdown: render a safe subset, never as raw HTML. */
export type Note = Schemas["Note"];
/** A person named beside an appointment or a note. */
export type PersonRef = NonNullable<Note["author"]>;

/** One page of a list. */
export interface Page<T> {
  items: T[];
  /** Pass as `cursor` for the next page; null on the last one. */
  nextCursor: string | null;
}

/** What signing in answers. The access token is kept inside the client and never handed out. */
export type Session = Me;

/** Options of every call. */
export interface CallOptions {
  /** Ends the call: it rejects with the signal's reason. A refresh that other calls share goes on. */
  signal?: AbortSignal;
}

/** What is wrong with one field of the input; `message` is English, for developers. */
export type FieldError = NonNullable<Schemas["Problem"]["errors"]>[number];

/** An organization that an address and password fit, see the code `ORGANIZATION_REQUIRED`. */
export type OrganizationChoice = NonNullable<Schemas["Problem"]["organizations"]>[number];

/** Input of {@link PortalClient.register}. `organizationName` is only for a client without `organization`. */
export type RegisterInput = Omit<Schemas["RegisterInput"], "organization">;

/** Outcome of {@link PortalClient.register}. */
export type RegisterResult = { status: "VERIFY_EMAIL" } | { status: "SIGNED_IN"; session: Session };

/** Input of {@link PortalClient.verifyRegistration}. `organization` is only for a client without one. */
export type VerifyRegistrationInput = With<Schemas["VerifyRegistrationInput"], { organization?: string }>;

/**
 * Input of {@link AccountClient.login}. `organization` is only for a client without one, after
 * `ORGANIZATION_REQUIRED`.
 */
export type LoginInput = Schemas["LoginInput"];

/** Who invites whom to what: what the link of a mail shows before it is accepted. */
export type InvitationPreview = Schemas["InvitationPreview"];

/**
 * Input of {@link AccountClient.acceptInvitation}: with `name` and `password` for an address that has no account yet,
 * with neither for whoever is signed in with the invited address.
 */
export type AcceptInvitationInput = Omit<Schemas["AcceptInvitationInput"], "organization">;

/** Input of {@link AccountClient.forgotPassword}. `organization` is only for a client without one. */
export type ForgotPasswordInput = With<Schemas["ForgotPasswordInput"], { organization?: string }>;

/** Input of {@link AccountClient.resetPassword}: what the mail's link says after `#portal-reset=`, or its code. */
export type ResetPasswordInput = { password: string; organization?: string } & (
  { token: string } | { email: string; code: string }
);

/** Input of {@link AccountClient.changePassword}. */
export type ChangePasswordInput = Schemas["ChangePasswordInput"];

/** Input of {@link AccountClient.changeEmail}; `password` is the account's, once more. */
export type ChangeEmailInput = Schemas["ChangeEmailInput"];

/** Input of {@link PortalClient.updateMe}. It replaces: what is left out becomes null. */
export type UpdateMeInput = Partial<Schemas["UpdateMeInput"]> & Pick<Schemas["UpdateMeInput"], "name">;

/** What every list takes. */
export interface ListQuery {
  /** Items a page, 1 to 100; 20 when left out. */
  limit?: number;
  /** `nextCursor` of the page before, with the same filters. */
  cursor?: string;
}

/** Filters of {@link PortalClient.listAppointments}. */
export interface AppointmentsQuery extends ListQuery {
  /** One status or several. */
  status?: AppointmentStatus | readonly AppointmentStatus[];
  /** Only those that start at this moment or later: a Date or an ISO 8601 string. */
  from?: Date | string;
  /** Only those that start before this moment: a Date or an ISO 8601 string. */
  to?: Date | string;
  /** By start: `asc` soonest first, `desc` latest first. */
  order?: "asc" | "desc";
}

/** Filters of {@link PortalClient.listTasks}. */
export interface TasksQuery extends ListQuery {
  /** One status or several. `DONE` alone lists the newest completed first, all else the soonest due first. */
  status?: TaskStatus | readonly TaskStatus[];
}

/** Filters of {@link PortalClient.listNotes}. */
export type NotesQuery = ListQuery;

/** Whether somebody is signed in; `unknown` until the first restoreSession, login or other answer. */
export type SessionState<Who = Me> =
  { status: "unknown" } | { status: "signed-out" } | ({ status: "signed-in" } & Who);

/** Holds the session's state for whoever shows it. */
export interface SessionStore<Who = Me> {
  /** The state now. A new object whenever it changed. */
  readonly state: SessionState<Who>;
  /**
   * Calls `listener` after every change, not at once.
   * @returns a function that ends it; calling it twice does no harm
   */
  subscribe(listener: (state: SessionState<Who>) => void): () => void;
}

/**
 * A session, and the account of whoever it signs in: what customers and employees have alike. Every method rejects
 * with a `PortalError`, or with the signal's reason when its signal was aborted.
 */
export interface AccountClient<Who> {
  /** Whose side it is for. */
  readonly audience: Audience;
  /** The API's origin, without a slash at the end. */
  readonly apiUrl: string;
  /** Slug of the organization; when none was given, that of whoever is signed in. */
  readonly organization: string | undefined;
  /** Who is signed in, observable. */
  readonly session: SessionStore<Who>;

  /** Name, branding, features and registration mode of the organization; needs no session. */
  getPortalConfig(options?: CallOptions): Promise<PortalConfig>;

  /**
   * Signs in. Codes: `INVALID_CREDENTIALS`, `RATE_LIMITED`, `ORGANIZATION_REQUIRED` (the error's
   * `organizations` says which fit), `CUSTOMER_REQUIRED` or `EMPLOYEE_REQUIRED` on the wrong side.
   */
  login(input: LoginInput, options?: CallOptions): Promise<Who>;
  /**
   * Finds out whether this browser is signed in, by one refresh at most; repeated calls share it.
   * Resolves signed-in or signed-out; rejects when nobody can tell: no network, 5xx, 429.
   */
  restoreSession(options?: CallOptions): Promise<SessionState<Who>>;
  /** Signs out here and in every tab, at once; rejects when the server could not be told. */
  logout(options?: CallOptions): Promise<void>;

  /**
   * What the link of an invitation offers; `token` is what follows `#portal-invitation=`. Changes nothing. Codes:
   * `INVITATION_EXPIRED`, `INVITATION_REVOKED`, `INVITATION_SUPERSEDED` (a newer mail replaces it),
   * `INVITATION_ACCEPTED`, `OTHER_ORGANIZATION` (a link of another organization than the client's), `NOT_FOUND`.
   */
  previewInvitation(token: string, options?: CallOptions): Promise<InvitationPreview>;
  /**
   * Accepts an invitation and signs in. Codes beside those of the preview: `ACCOUNT_EXISTS` (sign in with the invited
   * address, then accept without a password), `INVITATION_FOR_ANOTHER` (somebody else is signed in), `CONFLICT`.
   * Resolves undefined where it signs in on the other side: an employee's at the dashboard, a customer's at the portal.
   */
  acceptInvitation(input: AcceptInvitationInput, options?: CallOptions): Promise<Who | undefined>;

  /** Asks for a mail with a link and a code. Whether the address has an account is not told. */
  forgotPassword(input: ForgotPasswordInput, options?: CallOptions): Promise<void>;
  /**
   * Sets a new password by that mail and signs in, here and nowhere else: all other sessions end.
   * Codes: `INVALID_LINK`, `INVALID_CODE`, `RATE_LIMITED`.
   */
  resetPassword(input: ResetPasswordInput, options?: CallOptions): Promise<Who>;
  /** Changes the password; all other sessions end. Codes: `WRONG_PASSWORD`, `RATE_LIMITED`. */
  changePassword(input: ChangePasswordInput, options?: CallOptions): Promise<void>;
  /**
   * Asks for another address, which gets a mail with a link and a code. Whether it is taken is not told.
   * Codes: `WRONG_PASSWORD`, `RATE_LIMITED`.
   */
  changeEmail(input: ChangeEmailInput, options?: CallOptions): Promise<void>;
  /** Confirms the new address by the mail's code; the session's state follows. Codes: `INVALID_CODE`, `CONFLICT`. */
  confirmEmail(code: string, options?: CallOptions): Promise<Who>;
  /**
   * Confirms it by what the mail's link says after `#portal-email=`; needs no session. Call it when somebody clicks,
   * not when the page opens: mail scanners open pages. The state follows with the next {@link AccountClient.getMe}.
   * Codes: `INVALID_LINK`, `CONFLICT`.
   */
  confirmEmailLink(token: string, options?: CallOptions): Promise<void>;

  /** The signed-in user, their customer record and organization; the session's state follows. */
  getMe(options?: CallOptions): Promise<Who>;
  /** Where this account is signed in, on both sides: all on one page, this session first. */
  listSessions(options?: CallOptions): Promise<Page<AccountSession>>;
  /** Ends one session of this account. Code: `NOT_FOUND`. */
  endSession(id: string, options?: CallOptions): Promise<void>;
  /** Ends every session of this account but this one. */
  endOtherSessions(options?: CallOptions): Promise<void>;
}

/** Employees' accounts as functions. */
export type EmployeeClient = AccountClient<EmployeeMe>;

/** The portal of one organization as functions. */
export interface PortalClient extends AccountClient<Me> {
  /**
   * Registers a customer of the client's organization, who then proves the address by
   * {@link PortalClient.verifyRegistration}; without an organization, creates one and signs in as its owner.
   * Codes: `REGISTRATION_CLOSED`, `INVALID_REQUEST`, `RATE_LIMITED`.
   */
  register(input: RegisterInput, options?: CallOptions): Promise<RegisterResult>;
  /** Signs in with the six-digit code from the mail. Codes: `INVALID_CODE`, `RATE_LIMITED`. */
  verifyRegistration(input: VerifyRegistrationInput, options?: CallOptions): Promise<Session>;

  /** Replaces the editable fields; the session's state follows. Code: `INVALID_REQUEST` with `errors`. */
  updateMe(input: UpdateMeInput, options?: CallOptions): Promise<Me>;
  /** The overview in one request. */
  getDashboard(options?: CallOptions): Promise<Dashboard>;

  /** One page of appointments. */
  listAppointments(query?: AppointmentsQuery, options?: CallOptions): Promise<Page<Appointment>>;
  /** Every appointment, page after page, each fetched when it is reached. */
  iterateAppointments(query?: AppointmentsQuery, options?: CallOptions): AsyncIterableIterator<Appointment>;
  /** One appointment. Code: `NOT_FOUND`. */
  getAppointment(id: string, options?: CallOptions): Promise<Appointment>;

  /** One page of tasks. */
  listTasks(query?: TasksQuery, options?: CallOptions): Promise<Page<Task>>;
  /** Every task, page after page, each fetched when it is reached. */
  iterateTasks(query?: TasksQuery, options?: CallOptions): AsyncIterableIterator<Task>;
  /** One task. Code: `NOT_FOUND`. */
  getTask(id: string, options?: CallOptions): Promise<Task>;
  /** Marks a task done; doing it twice answers the same. Codes: `NOT_FOUND`, `CONFLICT`. */
  completeTask(id: string, options?: CallOptions): Promise<Task>;
  /** Opens a done task again; doing it twice answers the same. Codes: `NOT_FOUND`, `CONFLICT`. */
  reopenTask(id: string, options?: CallOptions): Promise<Task>;

  /** One page of notes, newest first. */
  listNotes(query?: NotesQuery, options?: CallOptions): Promise<Page<Note>>;
  /** Every note, page after page, each fetched when it is reached. */
  iterateNotes(query?: NotesQuery, options?: CallOptions): AsyncIterableIterator<Note>;
  /** One note. Code: `NOT_FOUND`. */
  getNote(id: string, options?: CallOptions): Promise<Note>;
}

/** What both sides' clients are told. */
export interface ClientOptions {
  /** The API's origin, e.g. `https://portal.example.com`. */
  apiUrl: string;
  /** Slug of the organization. Leave out only where people choose theirs while signing in. */
  organization?: string;
  /** Instead of the global fetch: a proxy, a test, a Worker's service binding. */
  fetch?: typeof globalThis.fetch;
  /** Milliseconds one attempt may take before it counts as `NETWORK`; 15,000 when left out, 0 for no limit. */
  timeout?: number;
  /** How often a safe request is tried again after `NETWORK`, 429 or 503: 0 to 2, 2 when left out. */
  retries?: number;
  /**
   * Whether every client of this organization in this browser shares one sign-in: one refresh at a time,
   * and a logout in one tab is a logout in all. True when left out in a browser, false elsewhere, where one
   * process may act for many people.
   */
  shareSession?: boolean;
}

/** Options of {@link createPortalClient}. */
export interface PortalClientOptions extends ClientOptions {
  /** For customers; so when left out. */
  audience?: "portal";
}

/** Options of {@link createPortalClient} for employees. */
export interface EmployeeClientOptions extends ClientOptions {
  audience: "dashboard";
}
