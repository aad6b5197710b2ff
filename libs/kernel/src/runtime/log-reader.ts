import type { EventCatalogue } from '../catalogue.js';
import { decode } from '../codec.js';
import type { EventStore, StoredEvent } from '../event-store.js';
import type { Checkpoint } from '../events.js';
import type { Delivered } from './fold.js';

export type Page = readonly Delivered[];

/** The log as projections and policies read it: each event parsed once for all of them, and only when somebody handles its type. */
export class LogReader {
  constructor(
    private readonly store: EventStore,
    private readonly catalogue: EventCatalogue,
    private readonly types: ReadonlySet<string>,
    private readonly pageSize: number,
  ) {}

  /** Up to the head at the time of reading. */
  async *pages(after: Checkpoint | null): AsyncIterable<Page> {
    for await (const page of this.store.pages(after, this.pageSize)) yield this.#delivered(page);
  }

  /** As `pages`, then what is written later, until the signal aborts. */
  async *follow(after: Checkpoint | null, signal: AbortSignal): AsyncIterable<Page> {
    for await (const page of this.store.follow(after, signal, this.pageSize)) yield this.#delivered(page);
  }

  /** The checkpoint from which all of these can be served. */
  earliest(readers: readonly { readonly checkpoint: Checkpoint | null }[]): Checkpoint | null {
    const all = readers.map(({ checkpoint }) => checkpoint);
    return all.includes(null) ? null : all.reduce((a, b) => (this.store.compare(a!, b!) <= 0 ? a : b), all[0] ?? null);
  }

  #delivered(page: readonly StoredEvent[]): Page {
    return page.map((stored) => {
      const { id, stream, type, position, checkpoint } = stored;
      const about = { id, stream, type, position, checkpoint };
      if (!this.types.has(type)) return { ...about, event: null };
      try {
        return { ...about, event: decode(stored, this.catalogue) };
      } catch (error) {
        return { ...about, event: null, error };
      }
    });
  }
}
