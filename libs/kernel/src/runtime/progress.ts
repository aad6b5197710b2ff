/** Lets others in this process wait for something the runner will reach. */
export class Progress {
  readonly #waiting = new Set<() => void>();

  moved(): void {
    for (const look of [...this.#waiting]) look();
  }

  /** True once `reached`, false when time or the signal ends the wait. */
  until(reached: () => boolean, timeoutMs: number, signal?: AbortSignal): Promise<boolean> {
    if (reached()) return Promise.resolve(true);
    if (signal?.aborted) return Promise.resolve(false);
    return new Promise((resolve) => {
      const end = (answer: boolean) => {
        clearTimeout(timer);
        this.#waiting.delete(look);
        signal?.removeEventListener('abort', give);
        resolve(answer);
      };
      const look = () => void (reached() && end(true));
      const give = () => end(false);
      const timer = setTimeout(give, Math.min(timeoutMs, 2 ** 31 - 1));
      this.#waiting.add(look);
      signal?.addEventListener('abort', give);
    });
  }
}
