// The Worker's own statements, rendered by its own code: the bench measures what is sent, not a copy of it.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../lib.mjs";

const load = (/** @type {string} */ feature) =>
  import(pathToFileURL(join(root, "worker/src/features", feature, `${feature}.queries.ts`)).href);

/** @typedef {import("../../../worker/src/db/read.ts").Read} Read */

/** What every read is given: whose session it is. */
const whose = (/** @type {import("./data.mjs").Session} */ { organizationId, sessionId }) => ({
  organization: organizationId,
  session: sessionId,
  audience: "portal",
  origin: null,
  previewed: null,
});

const page = { limit: 20, after: null, afterId: null, statuses: null, from: null, to: null };

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
    "/portal/dashboard": getDashboard.bind(whose(session)),
    "/portal/appointments": listAppointments.asc.bind({ ...whose(session), ...page }),
  };
}

/**
 * Every list, from its beginning and from somewhere within, with the index that should carry it.
 * @param {import("./data.mjs").Session} session
 * @returns {Promise<{ name: string, index: string, read: Read, values: Record<string, unknown> }[]>}
 */
export async function listReads(session) {
  const [{ listAppointments }, { listTasks }, { listNotes }] = await Promise.all([
    load("appointments"),
    load("tasks"),
    load("notes"),
  ]);
  const first = { ...whose(session), ...page };
  const later = { ...first, after: new Date().toISOString(), afterId: session.sessionId };
  /** @type {[string, string, Read][]} */
  const lists = [
    ["appointments, soonest first", "appointments_customer", listAppointments.asc],
    ["appointments, latest first", "appointments_customer", listAppointments.desc],
    ["tasks, by due date", "tasks_due", listTasks.due],
    ["tasks, by completion", "tasks_completed", listTasks.done],
    ["notes, newest first", "notes_shared", listNotes],
  ];
  return lists.flatMap(([name, index, read]) => [
    { name, index, read, values: first },
    { name: `${name}, continued`, index, read, values: later },
  ]);
}
