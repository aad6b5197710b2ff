import type { RecordedEvent } from './events.js';

type Events = readonly RecordedEvent[];

/** Events remembered in all, of all streams together. */
const EVENTS = 20_000;
/** Of a longer stream only its end is remembered. */
const LONGEST = 200;

/**
 * The events of streams read or written lately: the oldest leave first. What is remembered was so, and never changes; what has been written since,
 * by another process, is missing.
 */
export class StreamMemory {
  readonly #streams = new Map<string, Events>();
  #held = 0;

  constructor(private readonly most = EVENTS) {}

  /** The events of a stream from a revision on, when something is remembered of them and nothing is missing before the last one remembered. */
  from(stream: string, revision: number): Events | null {
    const events = this.#streams.get(stream);
    const skipped = events ? revision - events[0]!.revision : -1;
    return events && skipped >= 0 && skipped < events.length ? events.slice(skipped) : null;
  }

  /** The last revision remembered of a stream, -1 when there is none. */
  last(stream: string): number {
    return this.#streams.get(stream)?.at(-1)!.revision ?? -1;
  }

  /** Events of one stream without a hole, beside those remembered: what is newer than they are stays. */
  keep(stream: string, events: Events): void {
    if (events.length === 0 || events.at(-1)!.revision < this.last(stream)) return;
    const kept = [...this.#before(stream, events[0]!.revision), ...events].slice(-LONGEST);
    this.forget(stream);
    this.#streams.set(stream, kept);
    this.#held += kept.length;
    for (const oldest of this.#streams.keys()) {
      if (this.#held <= this.most) return;
      this.forget(oldest);
    }
  }

  /** What is remembered of a stream right up to a revision. */
  #before(stream: string, revision: number): Events {
    const known = this.#streams.get(stream) ?? [];
    const wanted = known.filter((event) => event.revision < revision);
    return wanted.at(-1)?.revision === revision - 1 ? wanted : [];
  }

  forget(stream: string): void {
    this.#held -= this.#streams.get(stream)?.length ?? 0;
    this.#streams.delete(stream);
  }
}
