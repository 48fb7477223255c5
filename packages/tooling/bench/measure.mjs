// Runs the product, the bare Worker and pgbench in turn, several times, and keeps the medians.
import { fork } from "node:child_process";
import { once } from "node:events";
import { PlainError, onStop, say, stopChild } from "../lib.mjs";
import { loadFile } from "./load.mjs";
import { runPgbench } from "./pgbench.mjs";
import { cpuMicroseconds, median } from "./process.mjs";

/** @typedef {{ port: number, pid: number }} Server */
/** @typedef {{ name: string, run: () => Promise<{ rate: number, cpu?: number, p50?: number, p99?: number }> }} Contender */
/** @typedef {{ rate: number, cpu: number, p50: number, p99: number }} Medians */

/** Starts the load generator; answers a function that runs one load in it. */
export function startGenerator() {
  const child = fork(loadFile, { execArgv: ["--no-warnings"] });
  onStop(() => stopChild(child));
  return async (/** @type {import("./load.mjs").Load} */ load) => {
    child.send(load);
    const [counted] = await once(child, "message");
    if (counted.error) throw new PlainError(`The load on ${load.path} failed: ${counted.error}`);
    return /** @type {import("./load.mjs").Counted} */ (counted);
  };
}

/**
 * A server under load.
 * @param {string} name
 * @param {ReturnType<typeof startGenerator>} generate
 * @param {Server} server
 * @param {Omit<import("./load.mjs").Load, "port">} load
 * @returns {Contender}
 */
export function serverContender(name, generate, server, load) {
  const run = async () => {
    const before = cpuMicroseconds(server.pid);
    const { requests, perSecond, p50, p99, failures } = await generate({ ...load, port: server.port });
    if (Object.keys(failures).length > 0)
      throw new PlainError(
        `${name} ${load.path} at ${load.connections} connections: ${JSON.stringify(failures)}`,
      );
    return { rate: perSecond, cpu: (cpuMicroseconds(server.pid) - before) / requests, p50, p99 };
  };
  return { name, run };
}

/**
 * The same statement by pgbench.
 * @param {string} name
 * @param {Parameters<typeof runPgbench>[0]} options
 * @returns {Contender}
 */
export function pgbenchContender(name, options) {
  return { name, run: async () => ({ rate: await runPgbench(options) }) };
}

/**
 * Lets the contenders run in turn, `rounds` times, so that what else the machine does falls on all of them.
 * @param {string} title
 * @param {Contender[]} contenders
 * @param {number} rounds
 * @returns {Promise<Record<string, Medians>>}
 */
export async function compare(title, contenders, rounds) {
  /** @type {Map<string, Medians[]>} */
  const results = new Map(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const { name, run } of contenders)
      results.get(name)?.push({ cpu: NaN, p50: NaN, p99: NaN, ...(await run()) });
  }
  /** @type {Record<string, Medians>} */
  const medians = {};
  for (const [name, runs] of results) {
    const of = (/** @type {keyof Medians} */ key) => median(runs.map((run) => run[key]));
    medians[name] = { rate: of("rate"), cpu: of("cpu"), p50: of("p50"), p99: of("p99") };
  }
  const rates = Object.entries(medians).map(([name, { rate }]) => `${name} ${Math.round(rate)}/s`);
  say(`  ${title}: ${rates.join(" · ")}`);
  return medians;
}
