// Reads the plans of the list statements at the size of the bench: each must walk its index.
import postgres from "postgres";
import { listStatements } from "./statements.mjs";

/** @typedef {{ "Node Type": string, "Relation Name"?: string, "Index Name"?: string, Plans?: Plan[] }} Plan */

/**
 * The scans of a plan that read what customers list.
 * @param {Plan} plan
 * @returns {Plan[]}
 */
function scansOf(plan) {
  const own = ["appointments", "tasks", "notes"].includes(plan["Relation Name"] ?? "") ? [plan] : [];
  return [...own, ...(plan.Plans ?? []).flatMap(scansOf)];
}

/**
 * Whether a plan sorts anywhere.
 * @param {Plan} plan
 * @returns {boolean}
 */
const sorts = (plan) => plan["Node Type"].includes("Sort") || (plan.Plans ?? []).some(sorts);

/**
 * Explains every list statement as the Worker's own login.
 * @param {string} workerUrl
 * @param {import("./data.mjs").Session} session
 * @returns {Promise<{ name: string, index: string, isUsed: boolean, sorts: boolean, milliseconds: number }[]>}
 */
export async function explainLists(workerUrl, session) {
  const sql = postgres(workerUrl, { max: 1, prepare: false, onnotice: () => {} });
  try {
    const results = [];
    for (const { name, index, text, parameters } of await listStatements(session)) {
      const [row] = await sql.unsafe(
        `explain (analyze, format json) ${text}`,
        /** @type {any} */ (parameters),
      );
      const [explained] = row?.["QUERY PLAN"] ?? [];
      const scans = scansOf(explained.Plan);
      results.push({
        name,
        index,
        isUsed: scans.length > 0 && scans.every((scan) => scan["Index Name"] === index),
        sorts: sorts(explained.Plan),
        milliseconds: explained["Execution Time"],
      });
    }
    return results;
  } finally {
    await sql.end();
  }
}
