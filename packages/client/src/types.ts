// The public interface. Wire types come from the Worker's OpenAPI document; nothing here exists at run time.

/** How people get an account in an organization. */
export type RegistrationMode = "OPEN" | "INVITATION" | "OFF";

/** Branding of an organization. */
export interface Branding {
  /** `#rrggbb`, or null for Portico's own accent. */
  accentColor: string | null;
  /** Absolute URL, or null. */
  logoUrl: string | null;
}

/** A company using Portico. */
export interface Organization {
  id: string;
  slug: string;
  name: string;
  /** IANA time zone, e.g. `Europe/Berlin`. */
  timeZone: string;
  /** BCP 47 language tag, e.g. `en-GB`. */
  locale: string;
  registration: RegistrationMode;
  branding: Branding;
}

/** What a portal needs to show itself before anyone signs in. */
export interface PortalConfig {
  organization: Organization;
  features: { appointments: boolean; tasks: boolean; notes: boolean; profile: boolean };
}

/** What a user is inside their organization. */
export type UserRole = "OWNER" | "ADMIN" | "EMPLOYEE" | "CUSTOMER";

/** A person who can sign in. */
export interface User {
  id: string;
  email: string;
  name: string;
  role: UserRole;
  /** UTC ISO 8601, or null while the address is unproven. */
  emailVerifiedAt: string | null;
}

/** An external client of the organization. */
export interface Customer {
  id: string;
  externalId: string | null;
  name: string;
  email: string | null;
  phone: string | null;
  /** One string; may have line breaks. */
  address: string | null;
  /** IANA time zone, or null for the organization's. */
  timeZone: string | null;
  /** BCP 47 language tag, or null for the organization's. */
  locale: string | null;
  createdAt: string;
  updatedAt: string;
}

/** A person named beside an appointment or a note. */
export interface PersonRef {
  id: string;
  name: string;
}

/** Where an appointment stands. */
export type AppointmentStatus = "REQUESTED" | "CONFIRMED" | "CANCELLED" | "COMPLETED" | "NO_SHOW";

/** An appointment of the signed-in customer. */
export interface Appointment {
  id: string;
  customerId: string;
  title: string;
  description: string | null;
  status: AppointmentStatus;
  /** UTC ISO 8601 with milliseconds and `Z`. */
  startsAt: string;
  /** UTC ISO 8601 with milliseconds and `Z`. */
  endsAt: string;
  /** IANA time zone that the appointment was made in. */
  timeZone: string;
  location: string | null;
  meetingUrl: string | null;
  employee: PersonRef | null;
  createdAt: string;
  updatedAt: string;
}

/** Where a task stands. */
export type TaskStatus = "OPEN" | "IN_PROGRESS" | "DONE";

/** How much a task matters. */
export type TaskPriority = "LOW" | "NORMAL" | "HIGH";

/** Something the customer is asked to do. */
export interface Task {
  id: string;
  customerId: string;
  title: string;
  description: string | null;
  status: TaskStatus;
  priority: TaskPriority;
  /** UTC ISO 8601, or null. */
  dueAt: string | null;
  /** UTC ISO 8601, or null while not done. */
  completedAt: string | null;
  createdAt: string;
  updatedAt: string;
}

/** A note that the organization shares with the customer. */
export interface Note {
  id: string;
  customerId: string;
  title: string;
  /** Markdown. Render a safe subset; never as raw HTML. */
  body: string;
  author: PersonRef | null;
  createdAt: string;
  updatedAt: string;
}

/** Who is signed in. */
export interface Me {
  user: User;
  customer: Customer;
  organization: Organization;
}

/** The overview: everything the first page shows, in one request. */
export interface Dashboard {
  organization: Organization;
  customer: Customer;
  /** At most 3, soonest first. */
  upcomingAppointments: Appointment[];
  /** At most 5, due soonest first. */
  openTasks: Task[];
  /** At most 3, newest first. */
  recentNotes: Note[];
  counts: { upcomingAppointments: number; openTasks: number; notes: number };
}

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

/** A problem with one field of the input. */
export interface FieldError {
  /** Path of the field, e.g. `email`. */
  path: string;
  /** English, for developers; show your own words. */
  message: string;
}

/** An organization that an address and password fit, see the code `ORGANIZATION_REQUIRED`. */
export interface OrganizationChoice {
  slug: string;
  name: string;
}

/** Input of {@link PortalClient.register}. */
export interface RegisterInput {
  email: string;
  password: string;
  /** The person's name. */
  name: string;
  /** Name of the organization to create; only for a client without `organization`. */
  organizationName?: string;
}

/** Outcome of {@link PortalClient.register}. */
export type RegisterResult = { status: "VERIFY_EMAIL" } | { status: "SIGNED_IN"; session: Session };

/** Input of {@link PortalClient.verifyRegistration}. */
export interface VerifyRegistrationInput {
  email: string;
  /** The six digits from the mail. */
  code: string;
  /** Slug; only for a client without `organization`. */
  organization?: string;
}

/** Input of {@link PortalClient.login}. */
export interface LoginInput {
  email: string;
  password: string;
  /** Slug; only for a client without `organization`, after `ORGANIZATION_REQUIRED`. */
  organization?: string;
}

/** Input of {@link PortalClient.updateMe}. It replaces: what is left out becomes null. */
export interface UpdateMeInput {
  name: string;
  phone?: string | null;
  /** May have line breaks. */
  address?: string | null;
  /** IANA time zone. */
  timeZone?: string | null;
  /** BCP 47 language tag. */
  locale?: string | null;
}

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
export type SessionState =
  | { status: "unknown" }
  | { status: "signed-out" }
  | { status: "signed-in"; user: User; customer: Customer; organization: Organization };

/** Holds the session's state for whoever shows it. */
export interface SessionStore {
  /** The state now. A new object whenever it changed. */
  readonly state: SessionState;
  /**
   * Calls `listener` after every change, not at once.
   * @returns a function that ends it; calling it twice does no harm
   */
  subscribe(listener: (state: SessionState) => void): () => void;
}

/**
 * The portal of one organization as functions. Every method rejects with a `PortalError`,
 * or with the signal's reason when its signal was aborted.
 */
export interface PortalClient {
  /** The API's origin, without a slash at the end. */
  readonly apiUrl: string;
  /** Slug of the organization; when none was given, that of whoever is signed in. */
  readonly organization: string | undefined;
  /** Who is signed in, observable. */
  readonly session: SessionStore;

  /** Name, branding, features and registration mode of the organization; needs no session. */
  getPortalConfig(options?: CallOptions): Promise<PortalConfig>;

  /**
   * Registers a customer of the client's organization, who then proves the address by
   * {@link PortalClient.verifyRegistration}; without an organization, creates one and signs in as its owner.
   * Codes: `REGISTRATION_CLOSED`, `INVALID_REQUEST`, `RATE_LIMITED`.
   */
  register(input: RegisterInput, options?: CallOptions): Promise<RegisterResult>;
  /** Signs in with the six-digit code from the mail. Codes: `INVALID_CODE`, `RATE_LIMITED`. */
  verifyRegistration(input: VerifyRegistrationInput, options?: CallOptions): Promise<Session>;
  /**
   * Signs in. Codes: `INVALID_CREDENTIALS`, `RATE_LIMITED`, `ORGANIZATION_REQUIRED` (the error's
   * `organizations` says which fit).
   */
  login(input: LoginInput, options?: CallOptions): Promise<Session>;
  /**
   * Finds out whether this browser is signed in, by one refresh at most; repeated calls share it.
   * Resolves signed-in or signed-out; rejects when nobody can tell: no network, 5xx, 429.
   */
  restoreSession(options?: CallOptions): Promise<SessionState>;
  /** Signs out here and in every tab, at once; rejects when the server could not be told. */
  logout(options?: CallOptions): Promise<void>;

  /** The signed-in user, their customer record and organization. */
  getMe(options?: CallOptions): Promise<Me>;
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

/** Options of {@link createPortalClient}. */
export interface PortalClientOptions {
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
