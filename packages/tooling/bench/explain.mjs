// Reads the plans of the lists at the size of the bench: each must walk its index.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../lib.mjs";
import { listReads } from "./statements.mjs";

const customersTables = ["appointments", "tasks", "notes"];

/**
 * Calls every list as the Worker's own login does, and looks at the plans that it ran by.
 * @param {string} adminUrl
 * @param {import("./data.mjs").Session} session
 * @returns {Promise<{ name: string, index: string, isUsed: boolean, milliseconds: number }[]>}
 */
export async function explainLists(adminUrl, session) {
  const { plansOf } = await import(pathToFileURL(join(root, "worker/test/plans.ts")).href);
  const results = [];
  for (const { name, index, read, values } of await listReads(session)) {
    /** @type {{ nodes: import("../../../worker/test/plans.ts").Plan[] }} */
    const { nodes } = await plansOf(adminUrl, read, values);
    const scans = nodes.filter((node) => customersTables.includes(node["Relation Name"] ?? ""));
    const isUsed = scans.length > 0 && scans.every((scan) => scan["Index Name"] === index);
    const milliseconds = Math.max(...scans.map((scan) => scan["Actual Total Time"] ?? NaN));
    results.push({ name, index, isUsed, milliseconds });
  }
  return results;
}
