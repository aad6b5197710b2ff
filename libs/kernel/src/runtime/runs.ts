import type { Deadline, DeadlineKind, Pace } from '../policy.js';
import { isWithin } from '../weekly-hours.js';

/** One look at a kind of deadlines: whom it has served, and whether somebody else still may be. */
export class Run {
  readonly #served = new Set<string>();
  #fired = 0;

  constructor(
    private readonly atMost: number,
    private readonly begun: () => void,
  ) {}

  get fired(): number {
    return this.#fired;
  }
  get full(): boolean {
    return this.#served.size >= this.atMost;
  }

  /** Everything of somebody it has served, and of others until it is full. */
  takes(deadline: Deadline): boolean {
    return !this.full || this.#served.has(concerned(deadline));
  }

  count(deadline: Deadline): void {
    this.begun();
    this.#fired++;
    if (this.atMost !== Infinity) this.#served.add(concerned(deadline));
  }
}

/** When each kind may be looked at. Nothing is remembered over a start: a run more than planned harms nobody. */
export class Runs {
  /** Which stretch of its pace each kind last fired in. */
  readonly #last = new Map<string, number>();

  /** Null outside of the kind's hours, and when it has already run in this stretch of time. */
  begin({ kind, pace }: DeadlineKind, now: number): Run | null {
    if (!pace) return new Run(Infinity, () => undefined);
    const stretch = stretchOf(pace, now);
    if (!isWithin(pace.hours, now) || this.#last.get(kind) === stretch) return null;
    return new Run(pace.atMost, () => void this.#last.set(kind, stretch));
  }
}

const concerned = ({ concerns, subject }: Deadline): string => concerns ?? subject;
const stretchOf = ({ everyMs }: Pace, now: number): number => Math.floor(now / everyMs);
