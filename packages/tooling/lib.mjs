// What the scripts of this package share: where things are, how they speak, how they start and stop processes.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's root folder. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** What the scripts keep between runs; git-ignored, deleted by `npm run reset`. */
export const stateFolder = join(root, ".portico");

/** The path of a command that npm installed. */
export const bin = (/** @type {string} */ name) => join(root, "node_modules", ".bin", name);

/** An error whose message is all that the reader needs: printed without its stack. */
export class PlainError extends Error {}

/** One line of what is being done. */
export function say(/** @type {string} */ text) {
  console.log(text);
}

/** Milliseconds as people say them. */
export function seconds(/** @type {number} */ since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}

/** @type {(() => unknown)[]} */
const cleanups = [];
/** @type {Promise<void> | undefined} */
let stopping;

/** Runs `cleanup` when the process ends, in the reverse order of registration. */
export function onStop(/** @type {() => unknown} */ cleanup) {
  cleanups.push(cleanup);
}

/** Stops everything that was started; calling it again waits for the first call. */
export function stopAll() {
  stopping ??= (async () => {
    for (const cleanup of cleanups.reverse()) {
      try {
        await cleanup();
      } catch (error) {
        console.error(error instanceof Error ? error.message : error);
      }
    }
  })();
  return stopping;
}

/** Whether the process is already on its way out, so that a dying child is no news. */
export const isStopping = () => stopping !== undefined;

/** Runs a script's main function: plain errors in plain words, signals stop everything, the exit code is kept. */
export async function main(/** @type {() => Promise<number | void>} */ run) {
  const leave = async (/** @type {number} */ code) => {
    await stopAll();
    process.exit(code);
  };
  // A terminal signals the whole group and npm forwards it once more: only the first counts.
  process.on("SIGINT", () => void leave(130));
  process.on("SIGTERM", () => void leave(143));
  process.on("SIGHUP", () => void leave(129));
  process.on("disconnect", () => void leave(129));
  // A fault of ours, in a timer perhaps, leaves no process behind either.
  process.on("uncaughtException", (error) => {
    if (!isStopping()) console.error(error);
    void leave(1);
  });
  // The channel to run.mjs must not keep a finished script alive.
  process.channel?.unref();
  try {
    const code = await run();
    if (!isStopping()) await leave(code ?? 0);
  } catch (error) {
    if (!isStopping()) console.error(error instanceof PlainError ? error.message : error);
    await leave(1);
  }
  // A signal is being answered: its handler ends the process.
  await new Promise(() => {});
}

/** Resolves when the child has exited. */
async function exited(/** @type {import("node:child_process").ChildProcess} */ child) {
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
}

/**
 * Asks a child to stop, and makes it after `patience` milliseconds.
 * @param {import("node:child_process").ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
export async function stopChild(child, signal = "SIGTERM", patience = 8000) {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  child.kill(signal);
  const timer = setTimeout(() => child.kill("SIGKILL"), patience);
  await exited(child);
  clearTimeout(timer);
}

/**
 * Runs a command to its end and returns its exit code and output.
 * @param {string} command
 * @param {string[]} args
 * @param {import("node:child_process").SpawnOptions & { echo?: boolean }} options
 * @returns {Promise<{ code: number, output: string }>}
 */
export async function run(command, args, { echo = false, ...options } = {}) {
  const child = spawn(command, args, { cwd: root, ...options, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk) => {
      output += chunk;
      if (echo) process.stdout.write(chunk);
    });
  }
  onStop(() => stopChild(child));
  const code = await new Promise((resolve) => {
    child.on("error", (error) => {
      output += error.message;
      resolve(127);
    });
    child.on("close", (status) => resolve(status ?? 1));
  });
  return { code, output };
}

/** Whether nothing listens on this port of this host. */
export function isPortFree(/** @type {number} */ port, host = "127.0.0.1") {
  return new Promise((/** @type {(free: boolean) => void} */ resolve) => {
    const server = createServer();
    server.once("error", (/** @type {NodeJS.ErrnoException} */ error) => {
      // A machine without IPv6 has nobody listening there.
      resolve(error.code === "EADDRNOTAVAIL" || error.code === "EAFNOSUPPORT");
    });
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** A port that the system says is free. */
export async function freePort() {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("No free port");
  return address.port;
}

/** What wrangler deploys, as wrangler.toml names it. */
export const deployedBundle = "dist/worker-source/index.js";
/** What runs on this machine: with its mail page, and untouched by a deployment that is only tried. */
export const localBundle = "dist/worker-local/index.js";
