import type { PortalError } from "@portico/client";
import { toPortalError } from "@portico/elements/internal/controllers/portal-store.ts";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import { BYTE_ORDER_MARK, csvLine } from "./csv.ts";

/** What a file is to hold. */
export interface ExportRequest<T> {
  /** The file's name, without `.csv`. */
  name: string;
  /** Every record, page after page. */
  records: (signal: AbortSignal) => AsyncIterable<T>;
  header: string[];
  cells: (record: T) => (string | number | null)[];
}

// How often the number of records is told, in milliseconds.
const PULSE = 120;

/** Gives the browser a file to keep. */
export function saveFile(name: string, lines: string[]): void {
  const url = URL.createObjectURL(new Blob([BYTE_ORDER_MARK, ...lines], { type: "text/csv;charset=utf-8" }));
  const link = Object.assign(document.createElement("a"), { href: url, download: `${name}.csv` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Writes a whole list into a file, one page after the other, and can be stopped between them. */
export class ExportController implements ReactiveController {
  #abort?: AbortController | undefined;

  /** How many records are in the file so far. */
  count = 0;
  /** Why it ended early. */
  error?: PortalError | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.cancel();
  }

  /** Whether a file is being written. */
  get isBusy(): boolean {
    return this.#abort !== undefined;
  }

  /** Writes the file; answers whether it was finished. */
  async run<T>({ name, records, header, cells }: ExportRequest<T>): Promise<boolean> {
    const { signal } = (this.#abort = new AbortController());
    const lines = [csvLine(header)];
    this.count = 0;
    this.error = undefined;
    this.host.requestUpdate();
    const pulse = setInterval(() => this.host.requestUpdate(), PULSE);
    try {
      for await (const record of records(signal)) {
        signal.throwIfAborted();
        lines.push(csvLine(cells(record)));
        this.count++;
      }
      saveFile(name, lines);
      return true;
    } catch (error) {
      if (!signal.aborted) this.error = toPortalError(error);
      return false;
    } finally {
      clearInterval(pulse);
      if (this.#abort?.signal === signal) this.#abort = undefined;
      this.host.requestUpdate();
    }
  }

  /** Stops; nothing is kept of what was written. */
  readonly cancel = (): void => {
    this.#abort?.abort();
    this.#abort = undefined;
    this.host.requestUpdate();
  };
}
