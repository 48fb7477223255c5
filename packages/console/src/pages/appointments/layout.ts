import { addDays, toInstant, toLocal } from "../../lib/zoned.ts";

/** Moves snap to this many minutes. */
export const STEP = 15;
/** What is free is offered in half hours. */
export const SLOT = 30;
const DAY = 24 * 60;
const MINUTE = 60_000;
// What is shorter is drawn as long, so that it can be read and hit.
const SHORTEST_SHOWN = 30;
const LONGEST = 48 * 60;

/** What the layout needs of an appointment. */
export interface Timed {
  id: string;
  startsAt: string;
  endsAt: string;
}

/** The part of an appointment that is on one day, in minutes by the zone's clocks, and its column among those beside it. */
export interface Segment<T extends Timed> {
  key: string;
  record: T;
  day: string;
  start: number;
  end: number;
  column: number;
  columns: number;
  /** Whether it begins and ends on this day. */
  isStart: boolean;
  isEnd: boolean;
}

const minutesOf = (local: string) => Number(local.slice(11, 13)) * 60 + Number(local.slice(14, 16));

/** A time of a day as the inputs have it: `2026-11-25T09:30`. */
export const localOf = (day: string, minute: number): string =>
  new Date(Date.parse(day) + minute * MINUTE).toISOString().slice(0, 16);

/** The minute of the day that a zone's clocks show. */
export const minuteOf = (instant: string | number, zone: string): number => minutesOf(toLocal(instant, zone));

function partsOf<T extends Timed>(record: T, days: Set<string>, zone: string): Segment<T>[] {
  const from = toLocal(record.startsAt, zone);
  const to = toLocal(record.endsAt, zone);
  const parts: Segment<T>[] = [];
  for (let day = from.slice(0, 10); day <= to.slice(0, 10); day = addDays(day, 1)) {
    const isStart = day === from.slice(0, 10);
    const start = isStart ? minutesOf(from) : 0;
    const isEnd = day === to.slice(0, 10);
    const end = isEnd ? minutesOf(to) : DAY;
    // Midnight is the end of the day before.
    if (!days.has(day) || (end === 0 && !isStart)) continue;
    const shown = Math.min(DAY, Math.max(end, start + SHORTEST_SHOWN));
    const place = { start: Math.min(start, DAY - SHORTEST_SHOWN), end: shown, column: 0, columns: 1 };
    parts.push({ key: `${record.id} ${day}`, record, day, ...place, isStart, isEnd });
  }
  return parts;
}

/** Puts what overlaps side by side: each takes the first column that is free, all of a bunch are of one width. */
function pack<T extends Timed>(segments: Segment<T>[]): Segment<T>[] {
  const sorted = segments.sort(
    (one, other) =>
      one.start - other.start || other.end - one.end || one.record.id.localeCompare(other.record.id),
  );
  let bunch: Segment<T>[] = [];
  let ends: number[] = [];
  const close = () => {
    for (const segment of bunch) segment.columns = ends.length;
    bunch = [];
    ends = [];
  };
  for (const segment of sorted) {
    if (ends.every((end) => end <= segment.start)) close();
    const free = ends.findIndex((end) => end <= segment.start);
    segment.column = free === -1 ? ends.length : free;
    ends[segment.column] = segment.end;
    bunch.push(segment);
  }
  close();
  return sorted;
}

/** What stands on each of the days, by its start. */
export function segmentsOf<T extends Timed>(
  records: T[],
  days: string[],
  zone: string,
): Map<string, Segment<T>[]> {
  const shown = new Set(days);
  const byDay = new Map<string, Segment<T>[]>(days.map((day) => [day, []]));
  for (const record of records)
    for (const part of partsOf(record, shown, zone)) byDay.get(part.day)!.push(part);
  for (const segments of byDay.values()) pack(segments);
  return byDay;
}

/** When something is. */
export type Times = Pick<Timed, "startsAt" | "endsAt">;

const snap = (minute: number) => Math.round(minute / STEP) * STEP;
const at = (instant: string, minutes: number) =>
  new Date(Date.parse(instant) + minutes * MINUTE).toISOString();

/** The same, as long as it was, to begin at a minute of a day by the zone's clocks. */
export function movedTo({ startsAt, endsAt }: Times, day: string, minute: number, zone: string): Times {
  const start = toInstant(localOf(day, Math.min(Math.max(snap(minute), 0), DAY - STEP)), zone);
  return { startsAt: start, endsAt: at(start, (Date.parse(endsAt) - Date.parse(startsAt)) / MINUTE) };
}

/** The same some steps and days later, by the zone's clocks. */
export function movedBy(times: Times, days: number, minutes: number, zone: string): Times {
  const local = localOf(toLocal(times.startsAt, zone).slice(0, 10), minuteOf(times.startsAt, zone) + minutes);
  const minute = minutesOf(local);
  // What begins at 9:10 stays at ten past on another day, and comes to the quarters when it is moved along the hours.
  const length = (Date.parse(times.endsAt) - Date.parse(times.startsAt)) / MINUTE;
  const to = localOf(addDays(local.slice(0, 10), days), minutes ? snap(minute) : minute);
  const startsAt = toInstant(to, zone);
  return { startsAt, endsAt: at(startsAt, length) };
}

/** The same, to end at a minute of a day by the zone's clocks; a quarter of an hour at least, two days at most. */
export function resizedTo({ startsAt }: Times, day: string, minute: number, zone: string): Times {
  const wanted = Date.parse(toInstant(localOf(day, snap(minute)), zone));
  const length = (wanted - Date.parse(startsAt)) / MINUTE;
  return { startsAt, endsAt: at(startsAt, Math.min(Math.max(length, STEP), LONGEST)) };
}

/** The same, some steps longer or shorter. */
export function resizedBy(times: Times, minutes: number): Times {
  const length = (Date.parse(times.endsAt) - Date.parse(times.startsAt)) / MINUTE + minutes;
  return { ...times, endsAt: at(times.startsAt, Math.min(Math.max(length, STEP), LONGEST)) };
}

/** Where arrow keys stop on a day: at what is there, and at each half hour that is free. */
export interface Stop {
  day: string;
  minute: number;
  /** The segment's, where one is there. */
  key?: string | undefined;
}

/** The stops of a day, from the top. */
export function stopsOf<T extends Timed>(day: string, segments: Segment<T>[]): Stop[] {
  const stops: Stop[] = segments.map(({ key, start }) => ({ day, minute: start, key }));
  for (let minute = 0; minute < DAY; minute += SLOT) {
    const isFree = segments.every(({ start, end }) => end <= minute || start >= minute + SLOT);
    if (isFree) stops.push({ day, minute });
  }
  return stops.sort((one, other) => one.minute - other.minute);
}

/** The stop at which a minute is. */
export const stopAt = (stops: Stop[], minute: number): Stop =>
  stops.findLast((stop) => stop.minute <= minute) ?? stops[0]!;
