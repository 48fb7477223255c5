import { authenticate } from "./authenticate.ts";
import { ConnectionError, DatabaseError, failure, refusal, unexpected } from "./errors.ts";
import { Fields, MessageWriter } from "./messages.ts";
import { Wire, type Socket } from "./wire.ts";

/** Where PostgreSQL is and as whom to sign in: what a Hyperdrive binding says. */
export interface Target {
  /** Opens a socket; what goes wrong shows when it is used. */
  connect(): Socket;
  user: string;
  password: string;
  database: string;
}

/** How long connecting, signing in and the statement may take together. */
const patience = 15_000;

/**
 * Sends one statement over a connection of its own and answers its first row, as text. Two trips: signing in, and the
 * statement with its parameters. They are text, so nobody needs to ask first what types they have, as drivers do.
 */
export async function queryRow(
  target: Target,
  text: string,
  parameters: unknown[],
  milliseconds = patience,
): Promise<(string | null)[] | null> {
  const statement = statementMessages(text, parameters);
  let socket: Socket | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    socket = target.connect();
    const late = new Promise<never>((_, reject) => {
      const error = new ConnectionError("TIMEOUT", `PostgreSQL has not answered in ${milliseconds} ms`);
      timer = setTimeout(() => reject(error), milliseconds);
    });
    return await Promise.race([converse(socket, target, statement), late]);
  } catch (error) {
    if (error instanceof ConnectionError || error instanceof DatabaseError) throw error;
    throw new ConnectionError("FAILED", "PostgreSQL could not be understood", { cause: error });
  } finally {
    clearTimeout(timer);
    // Not waited for: the answer is complete, or will never be.
    socket?.close().catch(() => {});
  }
}

async function converse(socket: Socket, { user, password, database }: Target, statement: Uint8Array) {
  const wire = new Wire(socket);
  wire.send(startupMessage(user, database));
  await authenticate(wire, user, password);
  await becomeReady(wire);
  wire.send(statement);
  const row = await readRow(wire);
  wire.send(goodbye);
  return row;
}

/** What follows a welcome: the numbers for cancelling, which nobody needs here, and that the server is ready. */
async function becomeReady(wire: Wire): Promise<void> {
  for (;;) {
    const { type, body } = await wire.next();
    if (type === "Z") return;
    if (type === "E") throw refusal(body);
    if (type !== "K") throw unexpected(`${type} before it is ready`);
  }
}

/** Parsed, bound, complete: steps of which it is enough to know that they came. */
const steps = new Set(["1", "2", "C"]);

async function readRow(wire: Wire): Promise<(string | null)[] | null> {
  let row: (string | null)[] | null = null;
  for (;;) {
    const { type, body } = await wire.next();
    if (type === "D") row ??= valuesOf(body);
    else if (type === "E") throw failure(body);
    else if (type === "Z") return row;
    else if (!steps.has(type)) throw unexpected(`${type} as an answer`);
  }
}

function valuesOf(body: Uint8Array): (string | null)[] {
  const fields = new Fields(body);
  return Array.from({ length: fields.int16() }, () => {
    const length = fields.int32();
    return length < 0 ? null : fields.text(length);
  });
}

const goodbye = new MessageWriter().begin("X").end().take();

function startupMessage(user: string, database: string): Uint8Array {
  const settings = { user, database, client_encoding: "UTF8", application_name: "portico" };
  const message = new MessageWriter().begin().int32(196_608);
  for (const [name, value] of Object.entries(settings)) message.cstring(name).cstring(value);
  return message.raw("\0").end().take();
}

/** Parse, Bind, Execute and Sync. */
function statementMessages(text: string, parameters: unknown[]): Uint8Array {
  const messages = new MessageWriter();
  messages.begin("P").cstring("").cstring(text).int16(0).end();
  messages.begin("B").cstring("").cstring("").int16(0).int16(parameters.length);
  for (const parameter of parameters) messages.value(parameter === null ? null : String(parameter));
  messages.int16(0).end();
  messages.begin("E").cstring("").int32(0).end();
  return messages.begin("S").end().take();
}
