import type { Projection, RecordedEvent } from '#kernel';

/** The rows of a read model, by the same `evolve`, kept in memory. */
export class RememberedRows<R extends { readonly id: string }> {
  readonly #rows = new Map<string, R>();

  constructor(private readonly projection: Projection) {}

  get handles(): readonly string[] {
    return this.projection.handles;
  }

  get(id: string): R | undefined {
    return this.#rows.get(id);
  }

  values(): IterableIterator<R> {
    return this.#rows.values();
  }

  see(event: RecordedEvent): void {
    const keys = this.projection.keys(event);
    for (const key of typeof keys === 'string' ? [keys] : keys) {
      const row = this.projection.evolve(this.#rows.get(key) ?? null, event, key) as R | null;
      if (row) this.#rows.set(key, row);
      else this.#rows.delete(key);
    }
  }
}

/** Somebody who must know of every event of some types as soon as it is decided. */
export interface Observer {
  readonly handles: readonly string[];
  see(event: RecordedEvent): void;
}

export const tell = (observers: readonly Observer[]): ((event: RecordedEvent) => void) => {
  const byType = new Map<string, Observer[]>();
  for (const observer of observers) for (const type of observer.handles) byType.set(type, [...(byType.get(type) ?? []), observer]);
  return (event) => {
    for (const observer of byType.get(event.type) ?? []) observer.see(event);
  };
};

/** No decision of a world asks this. */
export const notAsked = (): never => {
  throw new Error('a world in the making does not answer this question');
};
