import type { PortalError } from "@portico/client";
import type { BatchResult, DashboardApi } from "@portico/client/dashboard";
import { toPortalError } from "@portico/elements/internal/controllers/portal-store.ts";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import { decode, parseCsv, UnclosedQuoteError } from "../../lib/csv.ts";
import type { CsvTable, DecodedText } from "../../lib/csv.ts";
import { batchesOf } from "./batches.ts";
import { guess, readRows } from "./columns.ts";
import type { Kind, ReadRow, Reading, RowError } from "./columns.ts";

/** A file as it was read. */
export interface LoadedFile extends CsvTable {
  name: string;
  encoding: DecodedText["encoding"];
}

/** What became of the rows, or would become of them. */
export interface Outcome {
  created: number;
  updated: number;
  unchanged: number;
  /** The rows that cannot be imported, each with why. */
  failed: ReadRow[];
}

/** Why a file cannot be read at all. */
export type FileProblem = "EMPTY" | "TOO_LARGE" | { quoteInRow: number };

/** How far an import is. */
export type Phase = "file" | "checking" | "checked" | "importing" | "stopped" | "done";

const MOST_BYTES = 50_000_000;
const operations = {
  customers: "upsertCustomers",
  appointments: "upsertAppointments",
  tasks: "upsertTasks",
  notes: "upsertNotes",
} as const;

type Upsert = (body: object, options: { idempotencyKey: string }) => Promise<BatchResult>;

const nothingYet = (): Outcome => ({ created: 0, updated: 0, unchanged: 0, failed: [] });

/** A file on its way in: read, its columns matched, every row tried without writing, then written batch by batch. */
export class ImportController implements ReactiveController {
  phase: Phase = "file";
  file?: LoadedFile | undefined;
  fileProblem?: FileProblem | undefined;
  mapping: (string | null)[] = [];
  clears = false;
  /** How many rows were asked about, of how many. */
  done = 0;
  total = 0;
  /** What the dry run told. */
  checked = nothingYet();
  /** What has been written. */
  outcome = nothingYet();
  /** Why it stopped on its way. */
  problem?: PortalError | undefined;

  #kind: Kind = "customers";
  #good: ReadRow[] = [];
  #left: ReadRow[][] = [];
  #batchKey = "";
  #isCancelled = false;
  // Counts what was begun: an answer to something that was given up changes nothing any more.
  #turn = 0;

  constructor(
    private readonly host: ReactiveControllerHost & { api: DashboardApi },
    private readonly reading: () => Promise<Pick<Reading, "timeZone" | "employees">>,
  ) {
    host.addController(this);
  }

  hostConnected(): void {}

  hostDisconnected(): void {
    this.#isCancelled = true;
  }

  /** Whether rows are under way. */
  get isBusy(): boolean {
    return this.phase === "checking" || this.phase === "importing";
  }

  /** Says which kind of record the file has; another one begins anew with the same file. */
  show(kind: Kind): void {
    if (kind === this.#kind) return;
    this.#kind = kind;
    this.#forget();
    if (this.file) this.mapping = guess(kind, this.file.header);
  }

  /** Reads a file. */
  async open(file: File): Promise<void> {
    this.#forget();
    this.file = this.fileProblem = undefined;
    if (file.size > MOST_BYTES) this.fileProblem = "TOO_LARGE";
    else this.#read(file.name, new Uint8Array(await file.arrayBuffer()));
    this.host.requestUpdate();
  }

  #read(name: string, bytes: Uint8Array): void {
    try {
      const { text, encoding } = decode(bytes);
      const table = parseCsv(text);
      if (!table.rows.length) return void (this.fileProblem = "EMPTY");
      this.file = { ...table, name, encoding };
      this.mapping = guess(this.#kind, table.header);
    } catch (error) {
      if (!(error instanceof UnclosedQuoteError)) throw error;
      this.fileProblem = { quoteInRow: error.row };
    }
  }

  /** Says which field a column is for; a field that another column had moves. */
  map(column: number, field: string | null): void {
    this.mapping = this.mapping.map((old, n) => (n === column ? field : old === field ? null : old));
    this.#forget();
  }

  /** Says whether an empty cell empties what is there. */
  setClears(clears: boolean): void {
    this.clears = clears;
    this.#forget();
  }

  /** Takes the file away. */
  readonly reset = (): void => {
    this.file = this.fileProblem = undefined;
    this.#forget();
  };

  #forget(): void {
    this.phase = "file";
    this.checked = nothingYet();
    this.outcome = nothingYet();
    this.problem = undefined;
    this.#turn++;
    this.host.requestUpdate();
  }

  /** Asks of every row what would become of it; nothing is written. */
  readonly check = async (): Promise<void> => {
    const how = await this.reading();
    const rows = readRows(this.file!.rows, {
      ...how,
      kind: this.#kind,
      mapping: this.mapping,
      clears: this.clears,
    });
    this.checked = nothingYet();
    this.outcome = nothingYet();
    this.#good = [];
    this.checked.failed = rows.filter(({ errors }) => errors.length > 0);
    this.#begin(rows.filter(({ errors }) => errors.length === 0));
    await this.#run("checking");
  };

  /** Writes the rows that can be, or goes on with it. */
  readonly import = async (): Promise<void> => {
    if (this.phase === "checked") this.#begin(this.#good);
    await this.#run("importing");
  };

  /** Stops behind the batch that is under way. */
  readonly cancel = (): void => {
    this.#isCancelled = true;
  };

  #begin(rows: ReadRow[]): void {
    this.#left = batchesOf(rows);
    this.#batchKey = crypto.randomUUID();
    this.done = 0;
    this.total = rows.length;
  }

  async #run(phase: "checking" | "importing"): Promise<void> {
    const isDry = phase === "checking";
    this.phase = phase;
    this.problem = undefined;
    this.#isCancelled = false;
    const turn = ++this.#turn;
    try {
      while (this.#left[0] && !this.#isCancelled) {
        this.host.requestUpdate();
        const answer = await this.#send(this.#left[0], isDry);
        if (turn !== this.#turn) return;
        this.#take(this.#left.shift()!, answer, isDry ? this.checked : this.outcome);
        this.#batchKey = crypto.randomUUID();
      }
    } catch (error) {
      if (turn !== this.#turn) return;
      this.problem = toPortalError(error);
    }
    const isThrough = this.#left.length === 0;
    if (isDry) this.phase = isThrough ? "checked" : "file";
    else this.phase = isThrough ? "done" : "stopped";
    this.host.requestUpdate();
  }

  /** Sends a batch; the same again after a failure, so that nothing is made twice. */
  #send(rows: ReadRow[], dryRun: boolean): Promise<BatchResult> {
    const upsert = this.host.api[operations[this.#kind]] as unknown as Upsert;
    return upsert({ items: rows.map(({ item }) => item), dryRun }, { idempotencyKey: this.#batchKey });
  }

  #take(rows: ReadRow[], { results, counts }: BatchResult, outcome: Outcome): void {
    outcome.created += counts.created;
    outcome.updated += counts.updated;
    outcome.unchanged += counts.unchanged;
    for (const { index, status, errors = [] } of results) {
      const row = rows[index]!;
      if (status === "FAILED") outcome.failed.push({ ...row, errors: errors.map(rowError) });
      else if (outcome === this.checked) this.#good.push(row);
    }
    outcome.failed.sort((a, b) => a.number - b.number);
    this.done += rows.length;
  }
}

const rowError = ({ path, message }: { path: string; message: string }): RowError => ({
  field: path.split(".")[0] || null,
  problem: { message },
});
