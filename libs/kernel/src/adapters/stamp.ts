import type { Clock } from '../clock.js';

/** Time stamps that never go back, whatever the clock does. */
export class Stamp {
  #last = 0;
  constructor(private readonly clock: Clock) {}

  next(): number {
    return (this.#last = Math.max(this.#last, this.clock.now()));
  }

  /** The log already holds an event recorded then. */
  atLeast(recorded: number): void {
    this.#last = Math.max(this.#last, recorded);
  }
}
