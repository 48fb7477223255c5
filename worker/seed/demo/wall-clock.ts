/** Minutes that a zone's clocks are ahead of UTC at an instant. */
function offsetMinutes(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((p) => p.type === type)?.value);
  const wall = Date.UTC(
    part("year"),
    part("month") - 1,
    part("day"),
    part("hour"),
    part("minute"),
    part("second"),
  );
  return Math.round((wall - Math.floor(instant / 1000) * 1000) / 60_000);
}

/** The instant at which the clocks of `timeZone` show `wall` (a wall-clock time, given as if it were UTC). */
function instantOf(wall: number, timeZone: string): Date {
  // The offset at the guess can be the one from the other side of a clock change, hence the second look.
  const guess = wall - offsetMinutes(wall, timeZone) * 60_000;
  return new Date(wall - offsetMinutes(guess, timeZone) * 60_000);
}

/** Tells instants by days from today and a time on the wall, in one zone. */
export interface WallClock {
  /** `days` from today at `time` ("09:30"), whatever weekday that is. */
  on(days: number, time: string): Date;
  /** As `on`, but on a working day: a weekend moves on to Monday, or back to Friday in the past. */
  at(days: number, time: string): Date;
}

/** A wall clock for a zone, whose "today" is the day that `now` falls on there. */
export function wallClock(now: Date, timeZone: string): WallClock {
  const today = new Date(now.getTime() + offsetMinutes(now.getTime(), timeZone) * 60_000);
  const midnight = Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate());

  const on = (days: number, time: string): Date => {
    const [hours, minutes] = time.split(":").map(Number) as [number, number];
    return instantOf(midnight + ((days * 24 + hours) * 60 + minutes) * 60_000, timeZone);
  };
  const at = (days: number, time: string): Date => {
    const weekday = new Date(midnight + days * 86_400_000).getUTCDay();
    const saturday = weekday === 6;
    const sunday = weekday === 0;
    const shift = days < 0 ? (saturday ? -1 : sunday ? -2 : 0) : saturday ? 2 : sunday ? 1 : 0;
    return on(days + shift, time);
  };
  return { on, at };
}
