/** Every operation of the dashboard: method, path, what it takes, and whether once for each key. */
export const dashboardOperations = {
  /** The organization's invitations. Newest first. */
  listInvitations: "GET /dashboard/invitations page",
  /** Invite somebody by mail. The link is good for seven days. An address that is invited already stays one invitation: it is renewed as the request says, and mailed again. An address gets at most ten such mails an hour. */
  createInvitation: "POST /dashboard/invitations body once",
  /** One invitation. */
  getInvitation: "GET /dashboard/invitations/{id}",
  /** Mail an invitation again. A new link, good for another seven days; the links of before say that they were replaced. */
  resendInvitation: "POST /dashboard/invitations/{id}/resend",
  /** Take an invitation back. Its link says so from now on. Doing it twice is doing it once. */
  revokeInvitation: "POST /dashboard/invitations/{id}/revoke",
  /** Lists of people to invite. Newest first. */
  listInvitationImports: "GET /dashboard/invitation-imports page",
  /** Preview a list of customers to invite. Reads a CSV file of up to 5,000 rows (the body has at most 2 MiB) and says what would become of each. A row is the customer with its external id, else the one with its address that nobody signs in as yet, else a new one. Nothing is sent before `confirmInvitationImport`. */
  createInvitationImport: "POST /dashboard/invitation-imports body once",
  /** How far an import is. */
  getInvitationImport: "GET /dashboard/invitation-imports/{id}",
  /** Delete an import. With all its rows. Whoever is invited stays invited; one that runs has to be cancelled first. */
  deleteInvitationImport: "DELETE /dashboard/invitation-imports/{id}",
  /** What becomes of each row. In the order of the file. */
  listInvitationImportRows: "GET /dashboard/invitation-imports/{id}/rows page",
  /** Invite everybody who is ready. Goes on behind this answer; `getInvitationImport` tells how far. Doing it twice is doing it once. */
  confirmInvitationImport: "POST /dashboard/invitation-imports/{id}/confirm",
  /** Stop an import. Whoever is invited already stays invited. Doing it twice is doing it once. */
  cancelInvitationImport: "POST /dashboard/invitation-imports/{id}/cancel",
  /** What matters today. One request, one statement, and bounded however large the organization is. */
  getHome: "GET /dashboard/home",
  /** The organization. With what only its employees see: where the portal may be embedded, and where mails lead. */
  getOrganizationRecord: "GET /dashboard/organization",
  /** Change the organization. For administrators and owners. Its slug stays what it is: addresses and cookies hold it. */
  updateOrganization: "PATCH /dashboard/organization body",
  /** Delete the organization. For owners. Everything of it goes at once and for good: employees, customers and their records, sessions, mails that were not sent, the audit log. */
  deleteOrganization: "DELETE /dashboard/organization query",
  /** Look whether a page shows the portal. For administrators and owners. Fetches the page, on one of the organization's allowed origins, and looks for the embed in its HTML; what a page adds by script later is not seen. The last page where it was found is kept in the organization. Twenty times in ten minutes. */
  checkEmbed: "POST /dashboard/organization/embed-check body",
  /** The organization's employees. By name. */
  listEmployees: "GET /dashboard/employees page",
  /** One employee. */
  getEmployee: "GET /dashboard/employees/{id}",
  /** Change an employee. For administrators and owners; only owners change owners and make new ones. A new role counts from the next request on, shutting the account ends its sessions. The last owner who can sign in stays one. Employees are invited, and shut rather than deleted: appointments and notes keep naming them. */
  updateEmployee: "PATCH /dashboard/employees/{id} body",
  /** The organization's customers. By name, without regard to case and accents. */
  listCustomers: "GET /dashboard/customers page",
  /** Add a customer. A record that nobody signs in as yet; an invitation changes that. */
  createCustomer: "POST /dashboard/customers body once",
  /** One customer. */
  getCustomer: "GET /dashboard/customers/{id}",
  /** Change a customer. The address here is where the organization writes to; the one that signs in stays what its owner has proven. */
  updateCustomer: "PATCH /dashboard/customers/{id} body",
  /** Delete a customer. With every appointment, task, note and invitation of it, and with the account that signs in as it; an employee's account stays, without the customer. */
  deleteCustomer: "DELETE /dashboard/customers/{id}",
  /** Make, change and delete many customers. A row that fails fails alone, and the answer is 200. A second row about one record fails. At most 4 MiB. */
  upsertCustomers: "POST /dashboard/customers/batch body once",
  /** Where a customer is signed in. The live sessions, the last used first; a hundred at most. None for an employee who is a customer too: theirs are their own. */
  listCustomerSessions: "GET /dashboard/customers/{id}/sessions",
  /** End every session of a customer. */
  endCustomerSessions: "DELETE /dashboard/customers/{id}/sessions",
  /** End one session of a customer. From its next request on it is signed out. Succeeds also where it has ended already. */
  endCustomerSession: "DELETE /dashboard/customers/{id}/sessions/{sessionId}",
  /** See what a customer sees. Answers an access token for reading the portal as this customer: no account is needed for it. Every change with it is READ_ONLY. It hangs on the employee's own session, ends with it and after five minutes at the latest, and is in the audit log. */
  previewPortal: "POST /dashboard/customers/{id}/preview",
  /** Every customer's appointments. By start. A week is `from` its beginning `to` its end. */
  listAppointmentRecords: "GET /dashboard/appointments page",
  /** Make an appointment. Others that its employee has at the same time do not refuse it; `overlaps` tells how many. */
  createAppointment: "POST /dashboard/appointments body once",
  /** One appointment. */
  getAppointmentRecord: "GET /dashboard/appointments/{id}",
  /** Change an appointment. Moving, cancelling and completing it are changes of its fields. */
  updateAppointment: "PATCH /dashboard/appointments/{id} body",
  /** Delete an appointment. For what was made by mistake. One that does not take place is better cancelled. */
  deleteAppointment: "DELETE /dashboard/appointments/{id}",
  /** Make, change and delete many appointments. A row that fails fails alone, and the answer is 200. A second row about one record fails. At most 4 MiB. */
  upsertAppointments: "POST /dashboard/appointments/batch body once",
  /** Every customer's tasks. Due soonest first, those without a date last. */
  listTaskRecords: "GET /dashboard/tasks page",
  /** Ask something of a customer. */
  createTask: "POST /dashboard/tasks body once",
  /** One task. */
  getTaskRecord: "GET /dashboard/tasks/{id}",
  /** Change a task. */
  updateTask: "PATCH /dashboard/tasks/{id} body",
  /** Delete a task. */
  deleteTask: "DELETE /dashboard/tasks/{id}",
  /** Make, change and delete many tasks. A row that fails fails alone, and the answer is 200. A second row about one record fails. At most 4 MiB. */
  upsertTasks: "POST /dashboard/tasks/batch body once",
  /** The organization's mails. Newest first, for ninety days. What a mail says is not told to anybody: it may hold a code or a link that is its receiver's alone. */
  listMails: "GET /dashboard/mails page",
  /** One mail. */
  getMail: "GET /dashboard/mails/{id}",
  /** Send a mail again. A mail that has failed gets all its attempts anew; one that waits for its next attempt gets it now. It says what it said: a code or a link in it may have expired meanwhile, and then repeating what it was about is the way. */
  sendMail: "POST /dashboard/mails/{id}/send",
  /** Every customer's notes. Newest first, shared and internal ones. */
  listNoteRecords: "GET /dashboard/notes page",
  /** Write a note. Its author is whoever is signed in. It is internal unless it says that it is shared. */
  createNote: "POST /dashboard/notes body once",
  /** One note. */
  getNoteRecord: "GET /dashboard/notes/{id}",
  /** Change a note. A note that becomes `SHARED` is seen by its customer at once. Its author stays. */
  updateNote: "PATCH /dashboard/notes/{id} body",
  /** Delete a note. */
  deleteNote: "DELETE /dashboard/notes/{id}",
  /** Make, change and delete many notes. A row that fails fails alone, and the answer is 200. A second row about one record fails. At most 4 MiB. */
  upsertNotes: "POST /dashboard/notes/batch body once",
  /** Who changed what. For administrators and owners. Newest first. */
  listAuditEntries: "GET /dashboard/audit-log page",
  /** One entry of the audit log. For administrators and owners. */
  getAuditEntry: "GET /dashboard/audit-log/{id}",
  /** What was made, changed or deleted since. A key needs the scope to read each of the `entities`. Without `after` everything, from the beginning; then, with `nextCursor`, what has changed since, at least once and never left out. What is deleted is told for 90 days. */
  listChanges: "GET /dashboard/changes query",
  /** The organization's secret keys. For administrators and owners. Newest first, with those that are revoked or have expired. */
  listApiKeys: "GET /dashboard/api-keys page",
  /** Make a secret key. For administrators and owners. The answer tells the secret, once and never again. An organization has at most 50 keys that are neither revoked nor expired. */
  createApiKey: "POST /dashboard/api-keys body once",
  /** One secret key. For administrators and owners. */
  getApiKey: "GET /dashboard/api-keys/{id}",
  /** Name a secret key anew. For administrators and owners. What it may do stays: make another one. */
  updateApiKey: "PATCH /dashboard/api-keys/{id} body",
  /** Revoke a secret key. For administrators and owners. It counts from the next request on, for good; invitations that the key made and nobody has accepted end with it. Doing it twice is doing it once. */
  revokeApiKey: "POST /dashboard/api-keys/{id}/revoke",
} as const;
