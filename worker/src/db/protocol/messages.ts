const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** Writes messages to PostgreSQL, one behind the other, so that they leave together. */
export class MessageWriter {
  #bytes = new Uint8Array(1024);
  #view = new DataView(this.#bytes.buffer);
  #at = 0;
  #begin = 0;

  /** Begins a message; only the startup message has no type. */
  begin(type = ""): this {
    if (type) this.raw(type);
    this.#begin = this.#at;
    return this.int32(0);
  }

  int16(value: number): this {
    this.#need(2);
    this.#view.setInt16(this.#at, value);
    this.#at += 2;
    return this;
  }

  int32(value: number): this {
    this.#need(4);
    this.#view.setInt32(this.#at, value);
    this.#at += 4;
    return this;
  }

  /** Text as it is. */
  raw(text: string): this {
    // No character has more than three bytes for each of its UTF-16 units.
    this.#need(text.length * 3);
    this.#at += encoder.encodeInto(text, this.#bytes.subarray(this.#at)).written;
    return this;
  }

  /** Text that ends with a zero byte, and therefore has none inside. */
  cstring(text: string): this {
    if (text.includes("\0")) throw new TypeError("Text for PostgreSQL must not have zero bytes");
    return this.raw(text).raw("\0");
  }

  /** A value: its length, then its text; null has no text. */
  value(text: string | null): this {
    if (text === null) return this.int32(-1);
    const begin = this.#at;
    this.int32(0).raw(text);
    this.#view.setInt32(begin, this.#at - begin - 4);
    return this;
  }

  /** Ends a message: its length, itself included, stands at its head. */
  end(): this {
    this.#view.setInt32(this.#begin, this.#at - this.#begin);
    return this;
  }

  /** Everything that was written. */
  take = () => this.#bytes.subarray(0, this.#at);

  #need(bytes: number) {
    if (this.#at + bytes <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.#at + bytes));
    grown.set(this.#bytes);
    this.#bytes = grown;
    this.#view = new DataView(grown.buffer);
  }
}

/** Reads a message's fields in order; reading past its end throws a RangeError. */
export class Fields {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  byte = () => this.#view.getUint8(this.#skip(1));
  int16 = () => this.#view.getInt16(this.#skip(2));
  int32 = () => this.#view.getInt32(this.#skip(4));
  text = (length: number) => decoder.decode(this.bytes(length));
  rest = () => this.text(this.#bytes.length - this.#at);

  bytes(length: number): Uint8Array {
    const end = this.#at + length;
    if (length < 0 || end > this.#bytes.length) throw new RangeError("A message ends too early");
    return this.#bytes.subarray(this.#skip(length), end);
  }

  cstring(): string {
    const text = this.text(this.#bytes.indexOf(0, this.#at) - this.#at);
    this.#skip(1);
    return text;
  }

  #skip(length: number): number {
    this.#at += length;
    return this.#at - length;
  }
}
