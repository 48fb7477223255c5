import { toInstant } from "../../lib/zoned.ts";
import { restore } from "../../lib/csv.ts";
import type { CsvRow } from "../../lib/csv.ts";

/** What can be imported and exported, by the name that the API has for it. */
export const kinds = ["customers", "appointments", "tasks", "notes"] as const;
/** One of them. */
export type Kind = (typeof kinds)[number];

/** What may stand in a column. */
export type FieldType = "text" | "time" | "choice" | "employee" | "kept";

/** A field that a column of a file can be for. */
export interface Field {
  name: string;
  type: FieldType;
  /** What it is also called in files, as `normalise` has it. */
  aliases: string[];
  /** The values of a choice, each with what it is also called. */
  choices?: Record<string, string[]>;
  /** Whether a new record must have it. */
  isNeeded?: boolean;
  /** Whether it can be empty in a record. */
  isOptional?: boolean;
}

const text = (name: string, aliases: string, more: Partial<Field> = {}): Field => ({
  name,
  type: "text",
  aliases: aliases.split(" "),
  ...more,
});
const optional = { isOptional: true };
const needed = { isNeeded: true };
const kept = (name: string, aliases = name): Field => text(name, aliases.toLowerCase(), { type: "kept" });

const id = text("id", "id porticoid datensatz");
const externalId = text(
  "externalId",
  "externalid externalnumber number no nr nummer externenummer kundennummer kundennr kdnr customernumber customerno",
);
const customerId = text("customerId", "customerid kundenid");
const customerExternalId = text(
  "customerExternalId",
  "customerexternalid customernumber customerno kundennummer kundennr kdnr externekundennummer",
);
const customer = [
  customerId,
  customerExternalId,
  kept("customerName", "customername customer kunde kundenname"),
];
const recordId = { ...externalId, aliases: ["externalid", "number", "no", "nr", "nummer", "externenummer"] };
const description = text("description", "description details beschreibung text bemerkung", optional);
const dates = [
  kept("createdAt", "createdat created erstellt angelegt"),
  kept("updatedAt", "updatedat changed geandert"),
];
const title = text("title", "title subject titel betreff name bezeichnung thema", needed);
const timeZone = text("timeZone", "timezone zone zeitzone");

/** The fields of each kind, in the order in which an export has them. */
export const fields: Record<Kind, Field[]> = {
  customers: [
    id,
    externalId,
    text("name", "name fullname customer customername kunde kundenname vollername vorundnachname", needed),
    text("email", "email mail emailaddress mailadresse emailadresse", optional),
    text(
      "phone",
      "phone telephone tel mobile phonenumber telefon telefonnummer mobil handy rufnummer",
      optional,
    ),
    text("address", "address postaladdress adresse anschrift postanschrift", optional),
    { ...timeZone, isOptional: true },
    text("locale", "locale language sprache", optional),
    ...dates,
  ],
  appointments: [
    id,
    recordId,
    ...customer,
    title,
    text("startsAt", "startsat start begin from starttime beginn anfang von startzeit", {
      ...needed,
      type: "time",
    }),
    text("endsAt", "endsat end until to endtime ende bis endzeit", { ...needed, type: "time" }),
    timeZone,
    text("status", "status state zustand", {
      type: "choice",
      choices: {
        REQUESTED: ["angefragt"],
        CONFIRMED: ["bestatigt"],
        CANCELLED: ["canceled", "abgesagt", "storniert"],
        COMPLETED: ["done", "erledigt", "abgeschlossen", "wahrgenommen"],
        NO_SHOW: ["nichterschienen"],
      },
    }),
    text("employeeId", "employeeid employee with email mitarbeiter mitarbeiterin mitarbeiterid bei", {
      ...optional,
      type: "employee",
    }),
    kept("employeeName", "employeename mitarbeitername"),
    text("location", "location place room ort raum", optional),
    text("meetingUrl", "meetingurl meetinglink link videolink besprechungslink", optional),
    description,
    ...dates,
  ],
  tasks: [
    id,
    recordId,
    ...customer,
    title,
    description,
    text("status", "status state zustand", {
      type: "choice",
      choices: {
        OPEN: ["todo", "offen"],
        IN_PROGRESS: ["inarbeit", "begonnen"],
        DONE: ["completed", "erledigt", "fertig"],
      },
    }),
    text("priority", "priority prioritat wichtigkeit", {
      type: "choice",
      choices: {
        LOW: ["niedrig", "gering"],
        NORMAL: ["medium", "mittel"],
        HIGH: ["urgent", "hoch", "dringend"],
      },
    }),
    text("dueAt", "dueat due duedate deadline fallig falligam faelligam frist", {
      ...optional,
      type: "time",
    }),
    kept("completedAt", "completedat completed erledigtam"),
    ...dates,
  ],
  notes: [
    id,
    recordId,
    ...customer,
    title,
    text("body", "body text note content notiz inhalt", needed),
    text("visibility", "visibility sichtbarkeit", {
      type: "choice",
      choices: { INTERNAL: ["intern"], SHARED: ["geteilt", "freigegeben"] },
    }),
    kept("authorName", "authorname author verfasser autor"),
    ...dates,
  ],
};

const normalise = (name: string) =>
  name
    .normalize("NFD")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replace(/[^a-z0-9]/g, "");

/** Which field each column of a file is for, as far as its name tells; none twice. */
export function guess(kind: Kind, header: string[]): (string | null)[] {
  const taken = new Set<string>();
  const take = (field?: Field) => {
    if (!field) return null;
    taken.add(field.name);
    return field.name;
  };
  // What is called as the API calls it comes first, whatever stands before it.
  const exact = header.map((name) =>
    take(free(kind, taken, ({ name: known }) => normalise(known) === normalise(name))),
  );
  return header.map(
    (name, n) => exact[n] ?? take(free(kind, taken, ({ aliases }) => aliases.includes(normalise(name)))),
  );
}

const free = (kind: Kind, taken: Set<string>, fits: (field: Field) => boolean) =>
  fields[kind].find((field) => !taken.has(field.name) && fits(field));

/** What the cells of a file are read with. */
export interface Reading {
  kind: Kind;
  /** Which field each column is for. */
  mapping: (string | null)[];
  timeZone: string;
  employees: { id: string; name: string; email: string }[];
  /** Whether an empty cell empties what is there; it stays otherwise. */
  clears: boolean;
}

/** Why a row cannot be imported: a code of this browser's, or the server's own words. */
export interface RowError {
  /** The field, or nothing where it is the row as a whole. */
  field: string | null;
  problem: "TIME" | "CHOICE" | "EMPLOYEE" | "EXTRA" | "TWICE" | { message: string };
}

/** A row as the API takes it, or what is wrong with it. */
export interface ReadRow {
  number: number;
  cells: string[];
  item: Record<string, unknown>;
  errors: RowError[];
}

const local = /^(\d{4})-(\d\d)-(\d\d)(?:[ T](\d{1,2}):(\d\d)(?::\d\d)?)?$/;
const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:,? (\d{1,2}):(\d\d)(?::\d\d)?(?: Uhr)?)?$/;
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/;

/** The instant that a cell means: ISO with its zone, or a clock time in the organization's; a day alone is its end. */
export function readTime(cell: string, timeZone: string): string | null {
  if (instant.test(cell)) return isoOf(Date.parse(cell));
  const iso = local.exec(cell);
  const dotted = german.exec(cell);
  const [year, month, day, hour = "23", minute = "59"] = iso
    ? iso.slice(1)
    : dotted
      ? [dotted[3], dotted[2], dotted[1], dotted[4], dotted[5]]
      : [];
  if (!year) return null;
  const clock = `${year}-${month!.padStart(2, "0")}-${day!.padStart(2, "0")}T${hour.padStart(2, "0")}:${minute}`;
  // 31 February is no day, though JavaScript knows one.
  if (isoOf(Date.parse(`${clock}Z`))?.slice(0, 16) !== clock) return null;
  return toInstant(clock, timeZone);
}

const isoOf = (at: number) => (Number.isNaN(at) ? null : new Date(at).toISOString());

function readCell(field: Field, cell: string, { timeZone, employees }: Reading): unknown {
  if (field.type === "time") return readTime(cell, timeZone);
  if (field.type === "choice") {
    const asked = normalise(cell);
    const found = Object.entries(field.choices!).find(
      ([value, names]) => normalise(value) === asked || names.includes(asked),
    );
    return found?.[0] ?? null;
  }
  if (field.type !== "employee") return cell;
  const asked = cell.toLowerCase();
  const found = employees.filter((employee) =>
    [employee.id, employee.email, employee.name].some((name) => name.toLowerCase() === asked),
  );
  return found.length === 1 ? found[0]!.id : null;
}

const problems = { time: "TIME", choice: "CHOICE", employee: "EMPLOYEE" } as const;

/** Reads a row by its columns. */
export function readRow({ number, cells }: CsvRow, reading: Reading): ReadRow {
  const item: Record<string, unknown> = {};
  const errors: RowError[] = [];
  for (const [column, name] of reading.mapping.entries()) {
    const field = fields[reading.kind].find((known) => known.name === name);
    if (!field || field.type === "kept") continue;
    const cell = restore(cells[column] ?? "").trim();
    if (cell === "") {
      if (reading.clears && field.isOptional) item[field.name] = null;
      continue;
    }
    const value = readCell(field, cell, reading);
    if (value === null)
      errors.push({ field: field.name, problem: problems[field.type as keyof typeof problems] });
    else item[field.name] = value;
  }
  if (cells.slice(reading.mapping.length).some((cell) => cell.trim()))
    errors.push({ field: null, problem: "EXTRA" });
  return { number, cells, item, errors };
}

/** Reads all rows; of several about one record the first counts. */
export function readRows(rows: CsvRow[], reading: Reading): ReadRow[] {
  const named = new Set<string>();
  return rows.map((row) => {
    const read = readRow(row, reading);
    for (const field of ["id", "externalId"]) {
      const name = read.item[field];
      if (typeof name !== "string") continue;
      if (named.has(field + name)) read.errors.push({ field, problem: "TWICE" });
      named.add(field + name);
    }
    return read;
  });
}
