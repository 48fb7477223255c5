import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";

/** What one connection to PostgreSQL did after it had signed in. */
export interface Recording {
  /** The statements in order: the text of each Parse and of each simple Query. */
  statements: string[];
  /** How many times each statement was executed: Execute and Query messages. */
  executions: number;
  /** How often the client had to wait for the server: a message sent after an answer begins another trip. */
  trips: number;
}

/** Cuts PostgreSQL's wire protocol (version 3) into messages; the first of a client has no type byte. */
export function messageReader(startsUntyped: boolean, onMessage: (type: string, body: Buffer) => void) {
  let rest = Buffer.alloc(0);
  let isUntyped = startsUntyped;
  return (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const head = isUntyped ? 0 : 1;
      if (rest.length < head + 4) return;
      const end = head + rest.readInt32BE(head);
      if (rest.length < end) return;
      onMessage(isUntyped ? "" : String.fromCharCode(rest[0]!), rest.subarray(head + 4, end));
      rest = rest.subarray(end);
      isUntyped = false;
    }
  };
}

const textAt = (body: Buffer, from: number) => {
  const end = body.indexOf(0, from);
  return { text: body.toString("utf8", from, end), end };
};

/** Listens to one connection in both directions. */
function record(client: Socket, server: Socket): Recording {
  const recording: Recording = { statements: [], executions: 0, trips: 0 };
  let isReady = false;
  let hasAnswered = false;
  const fromClient = messageReader(true, (type, body) => {
    if (!isReady || type === "X") return;
    if (hasAnswered) recording.trips++;
    hasAnswered = false;
    if (type === "P") recording.statements.push(textAt(body, textAt(body, 0).end + 1).text);
    if (type === "Q") recording.statements.push(textAt(body, 0).text);
    if (type === "Q" || type === "E") recording.executions++;
  });
  const fromServer = messageReader(false, (type) => {
    if (type === "Z") isReady = true;
    hasAnswered = true;
  });
  client.on("data", fromClient);
  server.on("data", fromServer);
  return recording;
}

/** A TCP proxy in front of PostgreSQL that records what is said. TLS is not spoken through it. */
export async function startWireProxy(databaseUrl: string) {
  const target = new URL(databaseUrl);
  const recordings: Recording[] = [];
  const sockets = new Set<Socket>();
  const proxy = createServer({ noDelay: true }, (client) => {
    const server = connect({ host: target.hostname, port: Number(target.port), noDelay: true });
    for (const [socket, other] of [
      [client, server],
      [server, client],
    ] as const) {
      sockets.add(socket);
      socket.on("error", () => other.destroy());
      socket.on("close", () => sockets.delete(socket));
    }
    recordings.push(record(client, server));
    client.pipe(server);
    server.pipe(client);
  });
  proxy.listen(0, "127.0.0.1");
  await once(proxy, "listening");
  const url = new URL(databaseUrl);
  url.hostname = "127.0.0.1";
  url.port = String((proxy.address() as AddressInfo).port);
  return {
    /** The same database through the proxy. */
    url: url.href,
    /** What was said since the last call, a recording for each connection that said anything. */
    take: () => recordings.splice(0).filter((recording) => recording.statements.length > 0),
    stop: () => {
      proxy.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
