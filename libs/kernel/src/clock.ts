import { type Day, dayOf } from './day.js';

/** The only source of "now". Injected, so that tests and the generated world decide what time it is. */
export abstract class Clock {
  /** Epoch milliseconds. */
  abstract now(): number;
  /** Today's civil day in Paris. A day ends with a minute: within one, the answer is the same. */
  today(): Day {
    const minute = Math.floor(this.now() / 60_000);
    if (minute !== this.#minute) [this.#minute, this.#today] = [minute, dayOf(minute * 60_000)];
    return this.#today;
  }
  #minute = NaN;
  #today: Day = '';
}

export class SystemClock extends Clock {
  now(): number {
    return Date.now();
  }
}

/** A clock that shows what it is told. */
export class SetClock extends Clock {
  #now: number;
  constructor(now: number | string | Date) {
    super();
    this.#now = new Date(now).getTime();
  }
  now(): number {
    return this.#now;
  }
  set(now: number | string | Date): void {
    this.#now = new Date(now).getTime();
  }
  advance(milliseconds: number): void {
    this.#now += milliseconds;
  }
}
