/** How often news came, after a moment had been asked about, that was written down before it: what had been made of it then is made anew. */
export class Lateness {
  readonly #times = new Map<number, number>();

  of(moment: number): number {
    const times = this.#times.get(moment) ?? 0;
    this.#times.set(moment, times);
    return times;
  }

  heard(recorded: readonly number[]): void {
    const earliest = recorded.reduce((least, at) => Math.min(least, at), Infinity);
    for (const [moment, times] of this.#times) if (earliest <= moment) this.#times.set(moment, times + 1);
  }
}
