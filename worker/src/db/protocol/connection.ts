import { authenticate } from "./authenticate.ts";
import { ConnectionError, DatabaseError, failure, refusal, unexpected } from "./errors.ts";
import { MessageWriter } from "./messages.ts";
import { columnsOf, textOf, typeOf, valuesOf, type Column } from "./values.ts";
import { Wire, type Socket } from "./wire.ts";

/** Where PostgreSQL is and as whom to sign in: what a Hyperdrive binding says. */
export interface Target {
  /** Opens a socket; what goes wrong shows when it is used. */
  connect(): Socket;
  user: string;
  password: string;
  database: string;
}

/** A statement and its parameters. */
export interface Statement {
  text: string;
  parameters?: readonly unknown[];
}

/** What a statement answered. */
export interface Answer {
  columns: Column[];
  rows: unknown[][];
  /** What PostgreSQL says that it has done, as `UPDATE 1`. */
  done: string;
}

/** How long one exchange may take: signing in, or what is sent together. */
const patience = 15_000;

/**
 * A connection to PostgreSQL, for one request. Whatever is to be said at once leaves at once: parameters are text, whose
 * types the statement says itself, so that nobody has to ask for them first, as drivers do.
 */
export class Connection {
  readonly #socket: Socket;
  readonly #wire: Wire;
  readonly #patience: number;
  /** The exchange before: the next one waits for its end. */
  #last: Promise<unknown> = Promise.resolve();
  #lost: unknown;

  private constructor(socket: Socket, milliseconds: number) {
    this.#socket = socket;
    this.#wire = new Wire(socket);
    this.#patience = milliseconds;
  }

  /** Connects and signs in. */
  static async open(target: Target, milliseconds = patience): Promise<Connection> {
    const connection = new Connection(target.connect(), milliseconds);
    await connection.#exchange(async (wire) => {
      wire.send(startupMessage(target));
      await authenticate(wire, target.user, target.password);
      await becomeReady(wire);
    });
    return connection;
  }

  /** Sends statements together and answers the last one; where one fails, those behind it are not run. */
  run(...statements: Statement[]): Promise<Answer> {
    const bytes = statementMessages(statements);
    return this.#exchange((wire) => {
      wire.send(bytes);
      return readAnswer(wire);
    });
  }

  /** Says goodbye. Waits for nothing: whatever was asked has been answered, or never will be. */
  close(): void {
    this.#lost ??= new ConnectionError("CLOSED", "The connection has been closed");
    this.#wire.send(goodbye);
    this.#socket.close().catch(() => {});
  }

  #exchange<T>(talk: (wire: Wire) => Promise<T>): Promise<T> {
    const exchange = this.#last.then(() => this.#attempt(talk));
    this.#last = exchange.catch(() => {});
    return exchange;
  }

  async #attempt<T>(talk: (wire: Wire) => Promise<T>): Promise<T> {
    if (this.#lost) throw this.#lost;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      const error = new ConnectionError("TIMEOUT", `PostgreSQL has not answered in ${this.#patience} ms`);
      timer = setTimeout(() => reject(error), this.#patience);
    });
    try {
      return await Promise.race([talk(this.#wire), late]);
    } catch (error) {
      if (error instanceof DatabaseError) throw error;
      // Nobody knows what comes next on this connection: it is of no more use.
      const isKnown = error instanceof ConnectionError;
      this.#lost = isKnown
        ? error
        : new ConnectionError("FAILED", `PostgreSQL is not understood: ${String(error)}`, { cause: error });
      this.close();
      throw this.#lost;
    } finally {
      clearTimeout(timer);
    }
  }
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

/** Parsed, bound: steps of which it is enough to know that they came. */
const steps = new Set(["1", "2"]);

async function readAnswer(wire: Wire): Promise<Answer> {
  let answer: Answer = { columns: [], rows: [], done: "" };
  let refused: DatabaseError | undefined;
  for (;;) {
    const { type, body } = await wire.next();
    if (type === "D") answer.rows.push(valuesOf(answer.columns, body));
    else if (type === "T") answer = { columns: columnsOf(body), rows: [], done: "" };
    else if (type === "n") answer = { columns: [], rows: [], done: "" };
    else if (type === "C") answer.done = new TextDecoder().decode(body.subarray(0, -1));
    else if (type === "E") refused = failure(body);
    else if (type === "Z" && refused) throw refused;
    else if (type === "Z") return answer;
    else if (!steps.has(type)) throw unexpected(`${type} as an answer`);
  }
}

const goodbye = new MessageWriter().begin("X").end().take();

function startupMessage({ user, database }: Target): Uint8Array {
  const settings = { user, database, client_encoding: "UTF8", application_name: "portico" };
  const message = new MessageWriter().begin().int32(196_608);
  for (const [name, value] of Object.entries(settings)) message.cstring(name).cstring(value);
  return message.raw("\0").end().take();
}

/** Parse, Bind, Describe and Execute for each, and one Sync. */
function statementMessages(statements: Statement[]): Uint8Array {
  const messages = new MessageWriter();
  for (const { text, parameters = [] } of statements) {
    messages.begin("P").cstring("").cstring(text).int16(parameters.length);
    for (const parameter of parameters) messages.int32(typeOf(parameter));
    messages.end();
    messages.begin("B").cstring("").cstring("").int16(0).int16(parameters.length);
    for (const parameter of parameters) messages.value(textOf(parameter));
    messages.int16(0).end();
    messages.begin("D").raw("P").cstring("").end();
    messages.begin("E").cstring("").int32(0).end();
  }
  return messages.begin("S").end().take();
}
