import type { Clock } from '../clock.js';
import { appended, draft, sameAppend, seal, type SealedEvent } from '../codec.js';
import { EventStore, WrongRevision, type Appended, type ProposedEvent, type StoredEvent, type StreamHead } from '../event-store.js';
import type { Checkpoint } from '../events.js';
import type { Id } from '../ids.js';
import { LOG_STREAM, logOpened } from '../log-opened.js';
import { Stamp } from './stamp.js';
import { Wake } from './wake.js';

/** The log in memory, for tests: same rules, no server. */
export class MemoryEventStore extends EventStore {
  readonly kind = 'memory';
  readonly #log: StoredEvent[] = [];
  readonly #streams = new Map<string, StoredEvent[]>();
  readonly #wake = new Wake();
  readonly #stamp: Stamp;

  constructor(private readonly clock: Clock) {
    super();
    this.#stamp = new Stamp(clock);
  }

  async open(): Promise<void> {
    if (this.#log.length === 0) this.#write(LOG_STREAM, [logOpened(this.clock.now()).sealed]);
  }

  async append(stream: string, expected: StreamHead, events: readonly ProposedEvent[]): Promise<Appended> {
    const drafts = draft(events);
    const present = this.#streams.get(stream) ?? [];
    if (present.length - 1 !== expected.revision) {
      const already = present.slice(expected.revision + 1, expected.revision + 1 + events.length);
      if (sameAppend(already, events)) return appended(already);
      throw new WrongRevision(stream, expected.revision, present.length - 1);
    }
    return appended(this.#write(stream, seal(stream, expected, drafts, new Date(this.#stamp.next()).toISOString())));
  }

  #write(stream: string, sealed: readonly SealedEvent[]): readonly StoredEvent[] {
    const stored = sealed.map((event, i) => {
      const position = this.#log.length + 1 + i;
      return { ...event, stream, position, checkpoint: String(position) };
    });
    this.#log.push(...stored);
    const present = this.#streams.get(stream);
    if (present) present.push(...stored);
    else this.#streams.set(stream, stored.slice());
    this.#wake.ring();
    return stored;
  }

  async read(stream: string, from = 0, count = Infinity): Promise<readonly StoredEvent[]> {
    return this.#streams.get(stream)?.slice(from, from + count) ?? [];
  }

  async last(stream: string): Promise<StoredEvent | null> {
    return this.#streams.get(stream)?.at(-1) ?? null;
  }

  async *pages(after: Checkpoint | null, pageSize: number): AsyncIterable<readonly StoredEvent[]> {
    const head = this.#log.length;
    for (let from = after === null ? 0 : Number(after); from < head; from += pageSize) yield this.#log.slice(from, Math.min(head, from + pageSize));
  }

  async *follow(after: Checkpoint | null, signal: AbortSignal, pageSize = 1000): AsyncIterable<readonly StoredEvent[]> {
    for (let checkpoint = after; !signal.aborted; ) {
      const seen = this.#wake.rings;
      for await (const page of this.pages(checkpoint, pageSize)) {
        checkpoint = page.at(-1)!.checkpoint;
        yield page;
        if (signal.aborted) return;
      }
      await this.#wake.after(seen, signal, 60_000);
    }
  }

  async head(): Promise<{ readonly checkpoint: Checkpoint; readonly position: number } | null> {
    const position = this.#log.length;
    return position === 0 ? null : { checkpoint: String(position), position };
  }

  compare(a: Checkpoint, b: Checkpoint): number {
    return Number(a) - Number(b);
  }

  positionOf(checkpoint: Checkpoint): number {
    return Number(checkpoint);
  }

  async identity(): Promise<Id> {
    const first = this.#log[0];
    if (!first) throw new Error('the log has not been opened');
    return first.id;
  }

  async close(): Promise<void> {}
}
