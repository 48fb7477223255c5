import type { AuditEntry } from "@portico/client/dashboard";
import { format } from "@portico/elements/internal/lib/time.ts";
import type { TimeContext } from "@portico/elements/internal/lib/time.ts";
import type { AuditWords } from "./words.ts";

/** A field of a record: what it was and what it became, each in people's words. */
export interface FieldChange {
  field: string;
  label: string;
  before: string;
  after: string;
}

type Fields = Record<string, unknown>;

// What every record has, what follows from other records, and ids: a name that stands beside one says it.
const silent =
  /^(createdAt|updatedAt|openTasks|overlaps|nextAppointment\..*|invitation\..*)$|(^|\.)(id|customerId|userId)$/;
// What people look for comes first; the rest follows as it was written down.
const first = ["name", "title", "status", "visibility", "startsAt", "endsAt", "dueAt"];
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

/** Fields within fields by their path: `branding.accentColor`. */
function flatten(fields: Fields | null, prefix = ""): Fields {
  const flat: Fields = {};
  for (const [name, value] of Object.entries(fields ?? {})) {
    const path = prefix + name;
    if (silent.test(path)) continue;
    if (value && typeof value === "object" && !Array.isArray(value))
      Object.assign(flat, flatten(value as Fields, `${path}.`));
    else flat[path] = value;
  }
  return flat;
}

/** A value in people's words. */
function valueText(words: AuditWords, time: TimeContext, value: unknown): string {
  if (value === null || value === undefined || value === "") return words.nothing;
  if (typeof value === "boolean") return value ? words.yes : words.no;
  if (Array.isArray(value))
    return value.map((each) => valueText(words, time, each)).join(", ") || words.nothing;
  if (typeof value === "string" && instant.test(value))
    return format(time, value, { dateStyle: "medium", timeStyle: "short" });
  return words.values[String(value)] ?? String(value);
}

const order = (field: string) => (first.includes(field) ? first.indexOf(field) : first.length);

const spaced = (path: string) => {
  const text = path
    .replaceAll(".", " ")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase();
  return text[0]!.toUpperCase() + text.slice(1);
};

/** A field's name; an own word of the organization by what it stands for, and its language. */
function labelOf(words: AuditWords, time: TimeContext, field: string): string {
  const [, language, noun] = /^terms\.(\w+)\.(\w+)$/.exec(field) ?? [];
  if (!language) return words.fields[field] ?? spaced(field);
  return `${words.terms[noun!]} (${new Intl.DisplayNames(time.locale, { type: "language" }).of(language)})`;
}

/** What an entry changed, field by field; of what was made or deleted, only what was filled in. */
export function changesOf(words: AuditWords, time: TimeContext, entry: AuditEntry): FieldChange[] {
  const before = flatten(entry.before);
  const after = flatten(entry.after);
  return Object.keys({ ...before, ...after })
    .toSorted((a, b) => order(a) - order(b))
    .map((field) => ({
      field,
      label: labelOf(words, time, field),
      before: valueText(words, time, before[field]),
      after: valueText(words, time, after[field]),
    }))
    .filter((change) => change.before !== change.after);
}

/** What the record is called: as it was then, as far as the entry tells, or as it is now. */
export function nameOf({ record, before, after }: AuditEntry): string | undefined {
  const fields = { ...before, ...after };
  const own = (after ?? before)?.title ?? (after ?? before)?.name;
  const known = own ?? record?.name ?? fields.email ?? fields.to;
  return typeof known === "string" ? known : undefined;
}

const verbOf = ({ before, after }: AuditEntry) =>
  before ? (after ? "changed" : "deleted") : after ? "created" : "touched";

/** An employee's own `changeEmployeePassword` is the same thing as a customer's `changePassword`. */
const actionOf = ({ action }: AuditEntry) => action.replace(/(?<=.)Employee(?=[A-Z]|$)/, "");

/** Who did what to what, as a sentence without its end. */
export function sentence(words: AuditWords, entry: AuditEntry): string {
  const { actor, entity } = entry;
  const verb = verbOf(entry);
  const name = nameOf(entry);
  const say =
    words.deeds[`${actionOf(entry)} ${entity}`] ?? words.deeds[`${verb} ${entity}`] ?? words.deeds[verb]!;
  const thing = words.things[entity] ?? words.things.other!;
  return say(words.actors[actor.kind](actor.name), thing(name), name ?? words.nothing);
}

// When it was done says the entry itself.
const echoes = new Set(["completedAt", "revokedAt", "sentAt", "expiresAt"]);

const short = (text: string) => (text.length > 60 ? `${text.slice(0, 58)}…` : text);

/** The first changes in a few words: `Status: Open → Done`; nothing for what was made or deleted. */
export function summary(entry: AuditEntry, changes: FieldChange[]): string {
  if (!entry.before || !entry.after) return "";
  const told = changes.filter(({ field }) => !echoes.has(field));
  const shown = told
    .slice(0, 2)
    .map((change) => `${change.label}: ${short(change.before)} → ${short(change.after)}`);
  return shown.join(", ") + (told.length > shown.length ? ` (+${told.length - shown.length})` : "");
}

/** The page of the console that shows the record, where there is one. */
export function pathOf({ entity, entityId, record }: AuditEntry): string | undefined {
  if (!record) return undefined;
  if (entity === "customer") return `customers/${entityId}`;
  if (entity === "appointment") return `appointments/${entityId}`;
  if ((entity === "task" || entity === "note") && record.customerId)
    return `customers/${record.customerId}/${entity}s`;
  return entity === "employee" ? "employees" : undefined;
}
