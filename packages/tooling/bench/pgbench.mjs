// The same statements sent by pgbench: what PostgreSQL alone could answer.
import { readdirSync, writeFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { PlainError, run, stateFolder } from "../lib.mjs";
import { findCommand } from "./pooler.mjs";

/** pgbench as the system has it: Debian keeps the real one beside its server. */
export function findPgbench() {
  const parent = "/usr/lib/postgresql";
  const versions = existsSync(parent) ? readdirSync(parent).sort((a, b) => Number(b) - Number(a)) : [];
  return (
    versions.map((version) => join(parent, version, "bin", "pgbench")).find((file) => existsSync(file)) ??
    findCommand("pgbench")
  );
}

/** A read's parameters are text. */
const literal = (/** @type {unknown} */ value) =>
  value === null ? "null" : `'${String(value).replaceAll("'", "''")}'`;

/** A statement on one line, as a script holds it: pgbench takes a colon before a word for a variable, in quotes too. */
const oneLine = (/** @type {string} */ text) =>
  text
    .replaceAll(/'[^']*'/g, (quoted) => (/:\w/.test(quoted) ? `E${quoted.replaceAll(":", "\\x3a")}` : quoted))
    .replaceAll(/\s+/g, " ");

function write(/** @type {string} */ name, /** @type {string} */ script) {
  const file = join(stateFolder, "bench", `${name}.sql`);
  writeFileSync(file, script);
  return file;
}

/**
 * Writes a script of one statement with its values in place.
 * @param {string} name
 * @param {{ text: string, parameters?: unknown[] }} statement
 */
export function writeStatement(name, { text, parameters = [] }) {
  const filled = text.replaceAll(/\$(\d+)/g, (_, position) => literal(parameters[Number(position) - 1]));
  return write(name, `${oneLine(filled)};\n`);
}

/**
 * Writes a script of one statement, in which each client takes a session of its own.
 * @param {string} name
 * @param {{ text: string, parameters: unknown[] }} statement
 * @param {import("./data.mjs").Session} session whose ids stand in the parameters
 * @param {"simple" | "prepared"} mode
 */
export function writeScript(name, statement, session, mode) {
  const quoted = (/** @type {string} */ column) => (mode === "simple" ? `quote_literal(${column})` : column);
  const text = statement.text.replaceAll(/\$(\d+)/g, (_, position) => {
    const value = statement.parameters[Number(position) - 1];
    if (value === session.organizationId) return ":organization";
    if (value === session.sessionId) return ":session";
    return literal(value);
  });
  return write(
    `${name}-${mode}`,
    `\\if :ready
\\else
select ${quoted("organization_id::text")} as organization, ${quoted("id::text")} as session from public.bench_sessions order by id offset :client_id limit 1 \\gset
\\set ready 1
\\endif
${oneLine(text)};
`,
  );
}

/**
 * Runs a script for some seconds.
 * @param {{ url: string, file: string, mode: "simple" | "prepared", connections: number, seconds: number }} options
 * @returns {Promise<number>} transactions a second
 */
export async function runPgbench({ url, file, mode, connections, seconds }) {
  const { hostname, port, username, password, pathname } = new URL(url);
  const command = findPgbench() ?? "pgbench";
  const args = [
    "-n",
    "-D",
    "ready=0",
    "-D",
    "organization=none",
    "-D",
    "session=none",
    "-M",
    mode,
    "-f",
    file,
  ];
  args.push(
    "-c",
    String(connections),
    "-j",
    "1",
    "-T",
    String(seconds),
    "-h",
    hostname,
    "-p",
    port,
    "-U",
    username,
  );
  const { code, output } = await run(command, [...args, pathname.slice(1)], {
    env: { ...process.env, PGPASSWORD: password, LC_ALL: "C" },
  });
  const rate = Number(/tps = ([\d.]+)/.exec(output)?.[1]);
  if (code !== 0 || !rate) throw new PlainError(`pgbench failed:\n${output}`);
  return rate;
}
