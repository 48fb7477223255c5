// pgbouncer in transaction mode, where it is installed: what Hyperdrive is in production.
import { execFileSync, spawn } from "node:child_process";
import { chownSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { freePort, isPortFree, onStop, stopChild } from "../lib.mjs";
import { databaseFolder } from "../postgres.mjs";

/** Connections that the pooler keeps to PostgreSQL. */
const poolSize = 20;

/** The path of a command of the system, or undefined. */
export function findCommand(/** @type {string} */ name) {
  const folders = [...(process.env.PATH ?? "").split(":"), "/usr/sbin", "/usr/local/sbin"];
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
}

/** pgbouncer refuses root, as PostgreSQL does. */
function unprivileged() {
  if (process.getuid?.() !== 0) return {};
  const number = (/** @type {string} */ flag) =>
    Number(execFileSync("id", [flag, "nobody"], { encoding: "utf8" }));
  return { uid: number("-u"), gid: number("-g") };
}

/**
 * Puts a pooler before a database; undefined where there is none to be had.
 * @param {string} url the Worker's address of the database
 * @returns {Promise<{ url: string, version: string } | undefined>}
 */
export async function startPooler(url) {
  const command = findCommand("pgbouncer");
  if (!command) return undefined;
  const user = unprivileged();
  const { hostname, port, username, password, pathname } = new URL(url);
  const folder = join(databaseFolder(), "bench-pooler");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const own = await freePort();
  const files = {
    "users.txt": `"${username}" "${password}"\n`,
    // trust: what a client pays to prove itself is Hyperdrive's own and cannot be had here.
    "pgbouncer.ini": `[databases]
* = host=${hostname} port=${port}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${own}
unix_socket_dir =
auth_type = trust
auth_file = ${join(folder, "users.txt")}
pool_mode = transaction
default_pool_size = ${poolSize}
max_client_conn = 500
log_connections = 0
log_disconnections = 0
ignore_startup_parameters = extra_float_digits,statement_timeout
`,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text, { mode: 0o600 });
  if (user.uid !== undefined) {
    for (const file of [folder, ...Object.keys(files).map((name) => join(folder, name))])
      chownSync(file, user.uid, user.gid);
  }
  const child = spawn(command, ["-q", join(folder, "pgbouncer.ini")], { ...user, cwd: "/", stdio: "ignore" });
  onStop(() => stopChild(child));
  let hasEnded = false;
  child.on("exit", () => (hasEnded = true));
  child.on("error", () => (hasEnded = true));
  for (let waited = 0; await isPortFree(own); waited += 50) {
    if (hasEnded || waited > 5000) return undefined;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const version = execFileSync(command, ["--version"], { encoding: "utf8" }).split("\n")[0] ?? "";
  return { url: `postgres://${username}:${password}@127.0.0.1:${own}${pathname}`, version };
}
