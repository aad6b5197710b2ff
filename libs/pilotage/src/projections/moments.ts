/** Moments kept for long. */
const KEPT = 8;
/** As many more at most, while nobody has been told yet which to forget: beyond, nothing is kept. */
const MOST = 2 * KEPT;
/** Whoever is about to read a table has done so by then. */
const FORGET_MS = 30_000;

interface Kept {
  readonly made: Promise<unknown>;
  asked: number;
  dropping: boolean;
}

/** The tables of moments asked about: made once, the one nobody has asked for the longest forgotten first, and never while it may be read. */
export class Moments {
  readonly #kept = new Map<string, Kept>();
  #timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly drop: (table: string) => Promise<unknown>,
    private readonly forgetMs = FORGET_MS,
  ) {}

  /** True once the table is there; false when none is kept for it, and the question does without. */
  async keep(table: string, make: () => Promise<unknown>): Promise<boolean> {
    const known = this.#kept.get(table);
    if (known?.dropping || (!known && this.#kept.size >= MOST)) return false;
    const kept = known ?? { made: make(), asked: 0, dropping: false };
    kept.asked = performance.now();
    // Asked again: the last to be forgotten.
    this.#kept.delete(table);
    this.#kept.set(table, kept);
    try {
      await kept.made;
    } catch (error) {
      if (this.#kept.get(table) === kept) this.#kept.delete(table);
      throw error;
    }
    this.#later();
    return true;
  }

  /** Forgets those beyond the few, unless they were asked for a moment ago. */
  async forget(): Promise<void> {
    for (const [table, kept] of this.#kept) {
      if (this.#kept.size <= KEPT || kept.dropping || performance.now() - kept.asked < this.forgetMs) break;
      kept.dropping = true;
      await kept.made.then(() => this.drop(table)).catch(() => undefined);
      // Gone for others only now that the table is: nobody makes it anew meanwhile.
      if (this.#kept.get(table) === kept) this.#kept.delete(table);
    }
    this.#later();
  }

  /** All of them, for whoever drops the tables. */
  clear(): readonly string[] {
    const tables = [...this.#kept.keys()];
    this.#kept.clear();
    return tables;
  }

  #later(): void {
    if (this.#timer || this.#kept.size <= KEPT) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      void this.forget();
    }, this.forgetMs).unref();
  }
}
