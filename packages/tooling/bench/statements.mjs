// The Worker's own statements, rendered by its own code: the bench measures what is sent, not a copy of it.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../lib.mjs";

const load = (/** @type {string} */ feature) =>
  import(pathToFileURL(join(root, "worker/src/features", feature, `${feature}.queries.ts`)).href);

/**
 * Binds a read for a session.
 * @param {any} read
 * @param {import("./data.mjs").Session} session
 * @param {Record<string, unknown>} values
 */
function bind(read, session, values = {}) {
  const { organizationId: organization, sessionId } = session;
  const { text, parameters } = read.bind({
    organization,
    session: sessionId,
    audience: "portal",
    origin: null,
    ...values,
  });
  return { text: String(text), parameters: /** @type {unknown[]} */ (parameters) };
}

const page = { limit: 20, statuses: null, from: null, to: null };

/**
 * What `GET /portal/dashboard` and `GET /portal/appointments` send.
 * @param {import("./data.mjs").Session} session
 */
export async function measuredStatements(session) {
  const [{ getDashboard }, { listAppointments }] = await Promise.all([
    load("dashboard"),
    load("appointments"),
  ]);
  return {
    "/portal/dashboard": bind(getDashboard, session),
    "/portal/appointments": bind(listAppointments.asc.first, session, page),
  };
}

/**
 * Every list statement, with the index that should carry it.
 * @param {import("./data.mjs").Session} session
 */
export async function listStatements(session) {
  const [{ listAppointments }, { listTasks }, { listNotes }] = await Promise.all([
    load("appointments"),
    load("tasks"),
    load("notes"),
  ]);
  const after = { afterTime: new Date().toISOString(), afterId: session.sessionId };
  /** @type {[string, string, any][]} */
  const lists = [
    ["appointments, soonest first", "appointments_customer", listAppointments.asc],
    ["appointments, latest first", "appointments_customer", listAppointments.desc],
    ["tasks, by due date", "tasks_due", listTasks.due],
    ["tasks, by completion", "tasks_completed", listTasks.done],
    ["notes, newest first", "notes_shared", listNotes],
  ];
  return lists.flatMap(([name, index, reads]) => [
    { name, index, ...bind(reads.first, session, page) },
    { name: `${name}, continued`, index, ...bind(reads.continued, session, { ...page, ...after }) },
  ]);
}
