// A consumer's own server, development's or the one of its build, on a free port.
import { spawn } from "node:child_process";
import { PlainError, freePort, onStop } from "../lib.mjs";

/**
 * Starts `npm run SCRIPT` and waits until its page answers.
 * @param {string} folder
 * @param {string} script
 * @param {NodeJS.ProcessEnv} env
 */
export async function serve(folder, script, env) {
  const port = await freePort();
  // A group of its own: npm, its shell and the server end together.
  const args = ["run", "--silent", script, "--", "--port", String(port)];
  const child = spawn("npm", args, { cwd: folder, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  const stop = async () => {
    if (hasEnded() || !child.pid) return;
    process.kill(-child.pid, "SIGTERM");
    await ended;
  };
  onStop(stop);
  const url = `http://localhost:${port}/`;
  const end = Date.now() + 60_000;
  for (;;) {
    if (hasEnded() || Date.now() > end) {
      await stop();
      throw new PlainError(`npm run ${script} did not answer:\n${output.trim()}`);
    }
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return { url, stop, html: await response.text(), output: () => output.trim() };
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
