/** Every string of the portal. A language is one object of this shape. */
export interface PortalTranslation {
  overview: string;
  appointments: string;
  tasks: string;
  notes: string;
  profile: string;
  portal: string;
  signOut: string;
  account: (name: string) => string;
  openTasksCount: (count: number) => string;

  goodMorning: (name: string) => string;
  goodAfternoon: (name: string) => string;
  goodEvening: (name: string) => string;
  nextVisit: (when: string) => string;
  noNextVisit: string;
  addToCalendar: string;
  details: string;
  yourTasks: string;
  allTasks: string;
  recentNotes: string;
  allNotes: string;

  upcoming: string;
  past: string;
  timeInZone: (time: string, zone: string) => string;
  timesIn: (zone: string) => string;
  videoCall: string;
  joinCall: string;
  when: string;
  where: string;
  withWhom: string;
  close: string;
  requested: string;
  confirmed: string;
  cancelled: string;
  completed: string;
  noShow: string;
  noUpcoming: string;
  noUpcomingHint: (organization: string) => string;
  noPast: string;
  noPastHint: string;

  open: string;
  done: string;
  dueToday: string;
  dueTomorrow: string;
  overdue: (day: string) => string;
  noDate: string;
  inProgress: string;
  highPriority: string;
  doneOn: (day: string) => string;
  markDone: (title: string) => string;
  taskDone: (title: string) => string;
  taskReopened: (title: string) => string;
  undo: string;
  taskFailed: (title: string) => string;
  noTasks: string;
  noTasksHint: (organization: string) => string;
  noDone: string;
  noDoneHint: string;

  noNotes: string;
  noNotesHint: (organization: string) => string;
  backToNotes: string;

  loading: string;
  loadMore: string;
  tryAgain: string;
  loadFailed: (what: string) => string;
  errorNETWORK: string;
  errorRATE_LIMITED: string;
  errorUNAVAILABLE: string;
  errorORIGIN_NOT_ALLOWED: string;
  errorNOT_FOUND: string;
  errorCUSTOMER_REQUIRED: string;
  errorOther: string;
  reference: (id: string) => string;
  notConfigured: string;
  signInFirst: (what: string) => string;
  signedOutNow: string;

  signedInAs: (name: string) => string;
  welcomeBack: string;
  signInTo: (organization: string) => string;
  signIn: string;
  email: string;
  password: string;
  showPassword: string;
  hidePassword: string;
  newHere: string;
  createAccount: string;
  haveAccount: string;
  byInvitation: (organization: string) => string;
  errorINVALID_CREDENTIALS: string;
  createTitle: string;
  createHint: (organization: string) => string;
  name: string;
  passwordHint: string;
  codeTitle: string;
  codeHint: (email: string) => string;
  code: string;
  confirmCode: string;
  codeAgain: string;
  codeSent: string;
  otherEmail: string;
  errorINVALID_CODE: string;
  errorREGISTRATION_CLOSED: string;
  invalidEmail: string;
  required: string;
  tooShort: string;
  invalidCode: string;
  invalidField: string;

  profileHint: (organization: string) => string;
  phone: string;
  address: string;
  timeZone: string;
  zoneOfOrganization: (zone: string) => string;
  language: string;
  languageOfOrganization: (language: string) => string;
  optional: string;
  emailFixed: (organization: string) => string;
  save: string;
  saved: string;
  fixFields: string;

  findPortal: string;
  findPortalHint: string;
  organization: string;
  continue: string;
  organizationUnknown: string;
}

/** Some of the strings: English comes in parts, each with the elements that say it. */
export type PortalStrings = Partial<PortalTranslation>;
