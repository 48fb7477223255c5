import { addDays } from "../../lib/zoned.ts";
import { movedBy, resizedBy, STEP, stopAt } from "./layout.ts";
import type { Stop } from "./layout.ts";
import type { WeekGrid } from "./week.ts";

type Act = () => void;

/** The week by keyboard: arrows walk it; what is picked up is moved by them until it is dropped or put back. */
export class WeekKeys {
  constructor(private readonly host: WeekGrid) {}

  readonly onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const acts = this.host.moving?.by === "keys" ? this.#moving(event.shiftKey) : this.#walking();
    const act = acts[event.key] ?? acts[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };

  // Letting the space bar go would be a click.
  readonly onKeyUp = (event: KeyboardEvent): void => {
    if (event.key === " ") event.preventDefault();
  };

  get #forward(): 1 | -1 {
    return getComputedStyle(this.host).direction === "rtl" ? -1 : 1;
  }

  #walking(): Record<string, Act | undefined> {
    const { host } = this;
    const { at, days } = host;
    return {
      ArrowDown: () => this.#step(1),
      ArrowUp: () => this.#step(-1),
      ArrowRight: () => this.#toDay(addDays(at.day, this.#forward)),
      ArrowLeft: () => this.#toDay(addDays(at.day, -this.#forward)),
      Home: () => this.#toDay(days[0]!),
      End: () => this.#toDay(days.at(-1)!),
      PageDown: () => this.#toDay(addDays(at.day, 7)),
      PageUp: () => this.#toDay(addDays(at.day, -7)),
      t: () => this.#toDay(host.today),
      m: at.key ? () => host.pickUp() : undefined,
      " ": at.key ? () => host.pickUp() : undefined,
    };
  }

  #moving(isShifted: boolean): Record<string, Act | undefined> {
    const { host } = this;
    const along = (steps: number) => () => {
      const { times } = host.moving!;
      host.moveTo(isShifted ? resizedBy(times, steps * STEP) : movedBy(times, 0, steps * STEP, host.zone));
    };
    const across = (days: number) => () => host.moveTo(movedBy(host.moving!.times, days, 0, host.zone));
    return {
      ArrowDown: along(1),
      ArrowUp: along(-1),
      ArrowRight: across(this.#forward),
      ArrowLeft: across(-this.#forward),
      PageDown: across(7),
      PageUp: across(-7),
      Enter: () => host.drop(),
      " ": () => host.drop(),
      Escape: () => host.putBack(),
      Tab: () => host.putBack(),
    };
  }

  #step(by: 1 | -1): void {
    const { at } = this.host;
    const stops = this.host.stopsOf(at.day);
    const index = stops.findIndex(({ key, minute }) => (at.key ? key === at.key : minute === at.minute));
    const next: Stop | undefined = stops[index + by];
    if (next) this.host.goTo(next);
  }

  #toDay(day: string): void {
    const { at, days } = this.host;
    const isShown = days.includes(day);
    this.host.goTo(isShown ? stopAt(this.host.stopsOf(day), at.minute) : { day, minute: at.minute });
  }
}
