import { ConnectionError, unexpected } from "./errors.ts";

/** A socket as Workers have them. */
export interface Socket {
  readable: ReadableStream<Uint8Array>;
  writable: WritableStream<Uint8Array>;
  close(): Promise<void>;
}

/** A message from PostgreSQL. */
export interface Message {
  type: string;
  body: Uint8Array;
}

/** A message longer than this is no answer to anything that we ask. */
const maxMessageBytes = 16 * 1024 * 1024;

/** Parameters, notices and notifications, which come at any time and change nothing. */
const asides = new Set(["S", "N", "A"]);

/** A conversation with PostgreSQL: messages there and back. */
export class Wire {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #writer: WritableStreamDefaultWriter<Uint8Array>;
  #bytes: Uint8Array = new Uint8Array(0);

  constructor(socket: Socket) {
    this.#reader = socket.readable.getReader();
    this.#writer = socket.writable.getWriter();
  }

  /** Sends without waiting: where it fails, the answer does not come either, and `next` tells. */
  send(bytes: Uint8Array): void {
    this.#writer.write(bytes).catch(() => {});
  }

  /** The next message that matters, however it was cut into pieces on its way. */
  async next(): Promise<Message> {
    for (;;) {
      if (this.#bytes.length < 5) await this.#receive(5);
      const { buffer, byteOffset } = this.#bytes;
      const length = new DataView(buffer, byteOffset).getInt32(1);
      if (length < 4 || length > maxMessageBytes) throw unexpected(`a message of ${length} bytes`);
      if (this.#bytes.length <= length) await this.#receive(length + 1);
      const type = String.fromCharCode(this.#bytes[0]!);
      const body = this.#bytes.subarray(5, length + 1);
      this.#bytes = this.#bytes.subarray(length + 1);
      if (!asides.has(type)) return { type, body };
    }
  }

  /** Waits until so many bytes are there, and puts the pieces together once. */
  async #receive(bytes: number): Promise<void> {
    const pieces = [this.#bytes];
    let size = this.#bytes.length;
    while (size < bytes) {
      const { value, done } = await this.#reader.read().catch((cause: unknown) => {
        throw new ConnectionError("FAILED", `PostgreSQL cannot be reached: ${String(cause)}`, { cause });
      });
      if (done) throw new ConnectionError("CLOSED", "PostgreSQL ended the connection");
      pieces.push(value);
      size += value.length;
    }
    this.#bytes = new Uint8Array(size);
    let at = 0;
    for (const piece of pieces) {
      this.#bytes.set(piece, at);
      at += piece.length;
    }
  }
}
