import { addDays } from "../../lib/zoned.ts";
import { minuteOf, movedBy, movedTo, resizedTo, SLOT, STEP } from "./layout.ts";
import type { Times } from "./layout.ts";
import type { Placed, WeekGrid } from "./week.ts";

// A hand that clicks trembles by less; a finger that stays this long does not mean to scroll.
const THRESHOLD = 4;
const LONG_PRESS = 350;
const EDGE = 40;

interface Drag {
  segment: Placed;
  resizes: boolean;
  x: number;
  y: number;
  from: Spot;
  isLifted: boolean;
  timer?: number;
}

interface Spot {
  day: string;
  minute: number;
}

/** The week by mouse, pen and finger: blocks are dragged, their lower edges too; Escape puts them back. */
export class WeekDrag {
  #drag?: Drag | undefined;
  #hasDragged = false;

  constructor(private readonly host: WeekGrid) {}

  readonly onDown = (event: PointerEvent): void => {
    this.#hasDragged = false;
    const target = event.target as Element;
    const segment = this.host.segmentOf(target.closest<HTMLElement>("[data-key]")?.dataset.key);
    if (event.button || !event.isPrimary || !segment || this.host.moving) return;
    const { clientX: x, clientY: y } = event;
    const resizes = Boolean(target.closest(".handle"));
    this.#drag = { segment, resizes, x, y, from: this.#spot(x, y), isLifted: false };
    if (event.pointerType === "touch") this.#drag.timer = setTimeout(() => this.#lift(), LONG_PRESS);
    this.#listen("addEventListener");
  };

  /** What a click means: nothing where it ends a drag. */
  readonly onClick = (event: MouseEvent): void => {
    if (this.#hasDragged) return;
    const target = event.target as Element;
    const segment = this.host.segmentOf(target.closest<HTMLElement>("[data-key]")?.dataset.key);
    if (segment) return this.host.actions.open(segment.record);
    if (target.closest(".slot")) return this.host.createAt(this.host.at);
    if (!target.closest(".body")) return;
    const { day, minute } = this.#spot(event.clientX, event.clientY);
    this.host.createAt({ day, minute: Math.floor(minute / SLOT) * SLOT });
  };

  /** Lets go of everything: the element is taken away. */
  stop(): void {
    clearTimeout(this.#drag?.timer);
    this.#drag = undefined;
    this.#listen("removeEventListener");
  }

  #listen(how: "addEventListener" | "removeEventListener"): void {
    globalThis[how]("pointermove", this.#onMove as EventListener);
    globalThis[how]("pointerup", this.#onUp);
    globalThis[how]("pointercancel", this.#onCancel);
    globalThis[how]("keydown", this.#onKey as EventListener, true);
    // While something is held, the finger does not scroll.
    globalThis[how]("touchmove", this.#onTouch, { passive: false } as AddEventListenerOptions);
  }

  /** The day and the minute under a point; beside the days it is the nearest one. */
  #spot(x: number, y: number): Spot {
    const bodies = [...this.host.renderRoot.querySelectorAll<HTMLElement>(".body")];
    const distance = (body: HTMLElement) => {
      const { left, right } = body.getBoundingClientRect();
      return Math.max(left - x, x - right, 0);
    };
    const body = bodies.reduce((best, other) => (distance(other) < distance(best) ? other : best));
    const { top, height } = body.getBoundingClientRect();
    return { day: body.dataset.day!, minute: ((y - top) / height) * 24 * 60 };
  }

  #lift(): void {
    const drag = this.#drag;
    if (!drag) return;
    drag.isLifted = this.#hasDragged = true;
    this.host.lift(drag.segment);
  }

  readonly #onMove = ({ clientX: x, clientY: y, pointerType }: PointerEvent): void => {
    const drag = this.#drag!;
    const isFar = Math.hypot(x - drag.x, y - drag.y) > THRESHOLD;
    if (!drag.isLifted && isFar && pointerType === "touch") return this.stop();
    if (!drag.isLifted && isFar) this.#lift();
    if (!drag.isLifted) return;
    this.#scroll(y);
    this.host.moveTo(this.#timesAt(drag, this.#spot(x, y)));
  };

  #timesAt({ segment: { record, day }, resizes, from }: Drag, spot: Spot): Times {
    const { zone } = this.host;
    if (resizes) return resizedTo(record, spot.day, spot.minute, zone);
    const days = Math.round((Date.parse(spot.day) - Date.parse(from.day)) / 86_400_000);
    const minutes = Math.round((spot.minute - from.minute) / STEP) * STEP;
    const isFirstDay = this.host.dayOf(record.startsAt) === day;
    if (!minutes || !isFirstDay) return movedBy(record, days, minutes, zone);
    return movedTo(record, addDays(day, days), minuteOf(record.startsAt, zone) + minutes, zone);
  }

  #scroll(y: number): void {
    const scroller = this.host.renderRoot.querySelector(".scroller")!;
    const { top, bottom } = scroller.getBoundingClientRect();
    const head = this.host.renderRoot.querySelector(".dayhead")!.clientHeight;
    if (y < top + head + EDGE) scroller.scrollTop -= STEP;
    else if (y > bottom - EDGE) scroller.scrollTop += STEP;
  }

  readonly #onUp = (): void => {
    const { isLifted } = this.#drag!;
    this.stop();
    if (isLifted) this.host.drop();
  };

  readonly #onCancel = (): void => {
    this.stop();
    if (this.host.moving) this.host.putBack();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    this.#onCancel();
  };

  readonly #onTouch = (event: Event): void => {
    if (this.#drag?.isLifted) event.preventDefault();
  };
}
