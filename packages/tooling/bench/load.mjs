// The load generator: a process of its own that keeps a number of connections busy for a time, and counts.
// Written on bare sockets, because a generator that costs more than the server would hide the difference.
import { connect } from "node:net";
import process from "node:process";
import { fileURLToPath } from "node:url";

/** @typedef {{ port: number, path: string, tokens: string[], connections: number, milliseconds: number, limit: number }} Load */
/** @typedef {{ requests: number, perSecond: number, p50: number, p99: number, failures: Record<string, number> }} Counted */

/** This file, to be forked. */
export const loadFile = fileURLToPath(import.meta.url);

/**
 * One connection: sends the next request when the answer to the last one is complete.
 * @param {Load} load
 * @param {() => string | undefined} next the next request's token; undefined: enough
 * @param {(milliseconds: number, status: string) => void} count
 */
function drive({ port, path }, next, count) {
  return new Promise((/** @type {(value?: unknown) => void} */ resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1", noDelay: true });
    let began = 0;
    let missing = -1;
    let head = "";
    const send = () => {
      const token = next();
      if (token === undefined) {
        socket.end();
        resolve();
        return;
      }
      began = performance.now();
      socket.write(
        `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Bearer ${token}\r\n\r\n`,
      );
    };
    socket.setEncoding("latin1");
    socket.on("connect", send);
    socket.on("error", reject);
    socket.on("close", () => resolve());
    socket.on("data", (/** @type {string} */ chunk) => {
      if (missing < 0) {
        head += chunk;
        const end = head.indexOf("\r\n\r\n");
        if (end < 0) return;
        const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
        if (length === undefined) {
          reject(new Error(`No Content-Length in the answer: ${head.slice(0, end)}`));
          socket.destroy();
          return;
        }
        missing = Number(length) - (head.length - end - 4);
      } else missing -= chunk.length;
      if (missing > 0) return;
      count(performance.now() - began, head.slice(9, 12));
      head = "";
      missing = -1;
      send();
    });
  });
}

/**
 * @param {Load} load
 * @returns {Promise<Counted>}
 */
async function run(load) {
  /** @type {number[]} */
  const times = [];
  /** @type {Record<string, number>} */
  const failures = {};
  const began = performance.now();
  let sent = 0;
  const next = () =>
    sent < load.limit && performance.now() - began < load.milliseconds
      ? load.tokens[sent++ % load.tokens.length]
      : undefined;
  const count = (/** @type {number} */ time, /** @type {string} */ status) => {
    times.push(time);
    if (status !== "200") failures[status] = (failures[status] ?? 0) + 1;
  };
  await Promise.all(Array.from({ length: load.connections }, () => drive(load, next, count)));
  const elapsed = performance.now() - began;
  times.sort((a, b) => a - b);
  const at = (/** @type {number} */ share) => times[Math.floor(times.length * share)] ?? 0;
  return {
    requests: times.length,
    perSecond: (times.length / elapsed) * 1000,
    p50: at(0.5),
    p99: at(0.99),
    failures,
  };
}

// Forked: one load a message, one answer each.
if (process.send && process.argv[1] === loadFile) {
  process.on("message", (/** @type {Load} */ load) => {
    run(load).then(
      (counted) => process.send?.(counted),
      (error) => process.send?.({ error: String(error) }),
    );
  });
  process.on("disconnect", () => process.exit());
}
