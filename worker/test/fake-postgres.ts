import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { Readable, Writable } from "node:stream";
import type { Target } from "../src/db/protocol/connection.ts";
import { messageReader } from "./wire-proxy.ts";

/** A PostgreSQL as a Hyperdrive binding tells it, over sockets of Node. */
export function targetAt(url: string): Target {
  const { hostname, port, username, password, pathname } = new URL(url);
  return {
    user: username,
    password,
    database: pathname.slice(1),
    connect() {
      const socket = connect({ host: hostname, port: Number(port), noDelay: true });
      return {
        readable: Readable.toWeb(socket) as unknown as ReadableStream<Uint8Array>,
        writable: Writable.toWeb(socket) as unknown as WritableStream<Uint8Array>,
        close: async () => void socket.end(),
      };
    },
  };
}

/** A message to a client: its type, then text or bytes. */
export function message(type: string, ...parts: (string | Uint8Array)[]): Buffer {
  const body = Buffer.concat(parts.map((part) => Buffer.from(part as string)));
  const head = Buffer.alloc(5);
  head.write(type);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

/** A number in the protocol's way. */
export function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

/** What a server says of signing in. */
export const authentication = (kind: number, ...parts: (string | Uint8Array)[]) =>
  message("R", int32(kind), ...parts);

/** Signed in, and ready. */
export const welcome = Buffer.concat([
  authentication(0),
  message("S", "server_version\x0018\0"),
  message("K", int32(1), int32(2)),
  message("Z", "I"),
]);

/** A row of text. */
export function row(...values: (string | null)[]): Buffer {
  const count = int32(values.length).subarray(2);
  const fields = values.map((value) =>
    value === null ? int32(-1) : Buffer.concat([int32(Buffer.byteLength(value)), Buffer.from(value)]),
  );
  return message("D", count, ...fields);
}

/** An error as PostgreSQL tells it. */
export const error = (severity: string, code: string, text: string) =>
  message("E", `S${severity}\0V${severity}\0C${code}\0M${text}\0\0`);

/** Parsed, bound, and so many columns of text. */
export const begun = (columns = 1) => {
  const text = Buffer.concat([Buffer.from("?\0"), Buffer.alloc(6), int32(25), Buffer.alloc(8)]);
  const described = message("T", int32(columns).subarray(2), ...Array.from({ length: columns }, () => text));
  return Buffer.concat([message("1"), message("2"), described]);
};

/** A whole answer of one row, and ready again. */
export const answer = (...values: (string | null)[]) =>
  Buffer.concat([begun(values.length), row(...values), message("C", "SELECT 1\0"), message("Z", "I")]);

/** The server's side of one connection. */
export interface Client {
  socket: Socket;
  /** The next message of the client, as text; the first one, which has no type, is its startup. */
  hears(): Promise<string>;
  says(...bytes: Uint8Array[]): void;
}

/** A server that says what a test tells it to, right or wrong. */
export async function startFakePostgres(script: (client: Client) => Promise<void>) {
  const sockets = new Set<Socket>();
  let closed = 0;
  const server = createServer({ noDelay: true, allowHalfOpen: false }, (socket) => {
    sockets.add(socket);
    const heard: string[] = [];
    let wake = () => {};
    const read = messageReader(true, (type, body) => {
      heard.push(`${type}${body.toString("latin1")}`);
      wake();
    });
    socket.on("data", read);
    socket.on("error", () => {});
    socket.on("close", () => closed++);
    const hears = async () => {
      while (heard.length === 0) await new Promise<void>((resolve) => (wake = resolve));
      return heard.shift()!;
    };
    void script({ socket, hears, says: (...bytes) => void socket.write(Buffer.concat(bytes)) });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `postgres://somebody:secret@127.0.0.1:${(server.address() as AddressInfo).port}/portico`,
    /** Resolves when every client so far has gone. */
    async isEmpty() {
      while (closed < sockets.size) await new Promise((resolve) => setTimeout(resolve, 5));
    },
    stop() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
