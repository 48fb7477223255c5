import postgres from "postgres";
import type { Read } from "../src/db/read.ts";

/** A node of a plan, as PostgreSQL's JSON has it. */
export interface Plan {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Name"?: string;
  "Index Cond"?: string;
  "Actual Total Time"?: number;
  "Actual Rows"?: number;
  "Actual Loops"?: number;
  "Rows Removed by Filter"?: number;
  "Shared Hit Blocks"?: number;
  "Shared Read Blocks"?: number;
  Plans?: Plan[];
}

const flatten = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(flatten)];

/**
 * Calls a read as the Worker's login and tells the nodes of all plans that ran inside of it: not of a copy of its
 * statement, but of the function itself, as auto_explain reports them.
 */
export async function plansOf(
  adminUrl: string,
  read: Read,
  values: Record<string, unknown>,
): Promise<{ nodes: Plan[]; row: Record<string, unknown> | undefined }> {
  const nodes: Plan[] = [];
  const onnotice = ({ message = "" }: postgres.Notice) => {
    const json = /^duration: [\d.]+ ms\s+plan:\s+(\{.*\})\s*$/s.exec(message)?.[1];
    if (json) nodes.push(...flatten((JSON.parse(json) as { Plan: Plan }).Plan));
  };
  const sql = postgres(adminUrl, { max: 1, prepare: false, onnotice });
  try {
    await sql.unsafe(`load 'auto_explain'; set auto_explain.log_min_duration = 0; set auto_explain.log_format = json;
      set auto_explain.log_analyze = on; set auto_explain.log_buffers = on; set auto_explain.log_nested_statements = on;
      set role portico_worker; set client_min_messages = log`);
    const { text, parameters } = read.bind(values);
    const [row] = await sql.unsafe(text, parameters as never[]);
    return { nodes, row };
  } finally {
    await sql.end();
  }
}
