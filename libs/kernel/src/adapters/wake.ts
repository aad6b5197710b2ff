/** Wakes whoever waits for something new; a ring while nobody waits is not lost. */
export class Wake {
  readonly #sleepers = new Set<() => void>();
  #rings = 0;

  /** To be read before looking for news, and given to `after`. */
  get rings(): number {
    return this.#rings;
  }

  ring(): void {
    this.#rings++;
    for (const wake of this.#sleepers) wake();
  }

  /** Resolves at the first ring since `seen`, after `timeoutMs`, or when the signal aborts. */
  after(seen: number, signal: AbortSignal, timeoutMs: number): Promise<void> {
    if (this.#rings !== seen || signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.#sleepers.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      const timer = setTimeout(wake, timeoutMs);
      this.#sleepers.add(wake);
      signal.addEventListener('abort', wake);
    });
  }
}
