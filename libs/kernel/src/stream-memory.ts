import type { RecordedEvent } from './events.js';

type Events = readonly RecordedEvent[];

/** Streams and events remembered in all. */
const MOST = 20_000;
/** Of a longer stream only its end is remembered. */
const LONGEST = 200;

/**
 * The events of streams read or written lately: the oldest leave first. What is remembered was so, and never changes; what has been written since,
 * by another process, is missing.
 */
export class StreamMemory {
  readonly #streams = new Map<string, Events>();
  #held = 0;

  constructor(private readonly most = MOST) {}

  /** The events of a stream from a revision on, when something is remembered of them and nothing is missing before the last one remembered; none of a stream that was not there. */
  from(stream: string, revision: number): Events | null {
    const events = this.#streams.get(stream);
    if (events?.length === 0 && revision === 0) return events;
    const skipped = events?.[0] ? revision - events[0].revision : -1;
    return events && skipped >= 0 && skipped < events.length ? events.slice(skipped) : null;
  }

  /** The last revision remembered of a stream, -1 when there is none. */
  last(stream: string): number {
    return this.#streams.get(stream)?.at(-1)?.revision ?? -1;
  }

  /** Events of one stream without a hole, beside those remembered: what is newer than they are stays. None: it is not there yet. */
  keep(stream: string, events: Events): void {
    if ((events.at(-1)?.revision ?? -1) < this.last(stream)) return;
    const kept = [...this.#before(stream, events[0]?.revision ?? 0), ...events].slice(-LONGEST);
    this.forget(stream);
    this.#streams.set(stream, kept);
    this.#held += 1 + kept.length;
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
    const events = this.#streams.get(stream);
    if (!events) return;
    this.#held -= 1 + events.length;
    this.#streams.delete(stream);
  }
}
