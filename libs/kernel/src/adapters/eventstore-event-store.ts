import { BACKWARDS, END, FORWARDS, NO_STREAM as ABSENT, excludeSystemEvents, jsonEvent, type EventStoreDBClient } from '@eventstore/db-client';
import type { Clock } from '../clock.js';
import { appended, draft, sameAppend, seal, type DraftEvent, type SealedEvent } from '../codec.js';
import { EventStore, NO_STREAM, WrongRevision, type Appended, type ProposedEvent, type StoredEvent, type StreamHead } from '../event-store.js';
import type { Checkpoint, EventMeta } from '../events.js';
import type { Id } from '../ids.js';
import { LOG_STREAM, logOpened } from '../log-opened.js';
import { checkpointOf, connect, errorType, isOurs, mayPass, persevering, placeOf, received } from './eventstore-connection.js';
import { inBursts } from './bursts.js';
import { backoff } from './postgres-connection.js';
import { Stamp } from './stamp.js';
import { Wake } from './wake.js';

const MAX_AT_ONCE = 256;

/**
 * A node that lost an election goes on answering those connected to it, from a log that may be behind: what was just written would be missing.
 * It hands on what it is given to write, so only reads ask for the leader.
 */
const FROM_LEADER = { requiresLeader: true };

interface Waiting {
  readonly stream: string;
  readonly expected: StreamHead;
  readonly drafts: readonly DraftEvent[];
  resolve(answer: Appended): void;
  reject(error: unknown): void;
}

/**
 * The log in EventStoreDB (KurrentDB), for those who outgrow one database.
 * `recorded` never decreases within a process: appends go out in groups of one time stamp, a group after the other. Nor does it within a
 * stream, whoever writes: an append is stamped no earlier than the event it follows. Between streams of several processes the server cannot
 * compare stamps, so there it holds as far as their clocks agree.
 */
export class EventStoreDbEventStore extends EventStore {
  readonly kind = 'eventstoredb';
  readonly #client: EventStoreDBClient;
  readonly #stamp: Stamp;
  readonly #wake = new Wake();
  readonly #closing = new AbortController();
  #queue: Waiting[] = [];
  #running: Promise<void> | null = null;
  #identity: Id | null = null;

  constructor(
    url: string,
    private readonly clock: Clock,
  ) {
    super();
    this.#client = connect(url);
    this.#stamp = new Stamp(clock);
  }

  async open(): Promise<void> {
    try {
      await persevering(() => this.#send(LOG_STREAM, NO_STREAM, [logOpened(this.clock.now()).sealed]));
    } catch (error) {
      if (errorType(error) !== 'wrong-expected-version') throw error;
    }
    const last = await this.#lastOfLog();
    if (last) this.#noteTime(last);
  }

  append(stream: string, expected: StreamHead, events: readonly ProposedEvent[]): Promise<Appended> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ stream, expected, drafts: draft(events), resolve, reject });
      this.#running ??= Promise.resolve().then(() => this.#run());
    });
  }

  async #run(): Promise<void> {
    while (this.#queue.length > 0) {
      const group = this.#queue.splice(0, MAX_AT_ONCE);
      for (const { expected } of group) if (expected.recorded) this.#stamp.atLeast(Date.parse(expected.recorded));
      const recorded = new Date(this.#stamp.next()).toISOString();
      await Promise.all(group.map((waiting) => this.#write(waiting, recorded).then(waiting.resolve, waiting.reject)));
    }
    this.#running = null;
  }

  /** The answer is read back: the server also says yes when it already had these events, whose time and hash are then the earlier ones. */
  async #write({ stream, expected, drafts }: Waiting, recorded: string): Promise<Appended> {
    try {
      await persevering(() => this.#send(stream, expected, seal(stream, expected, drafts, recorded)));
    } catch (error) {
      if (errorType(error) !== 'wrong-expected-version') throw error;
    }
    const stored = await this.#readStream(stream, expected.revision + 1, drafts.length);
    if (sameAppend(stored, drafts)) return appended(stored);
    throw new WrongRevision(stream, expected.revision, (await this.last(stream))?.revision ?? NO_STREAM.revision);
  }

  async #send(stream: string, expected: StreamHead, sealed: readonly SealedEvent[]): Promise<void> {
    const events = sealed.map(({ id, type, version, data, meta }) =>
      jsonEvent({ id, type, data: JSON.parse(data) as Record<string, unknown>, metadata: { version, ...(JSON.parse(meta) as object) } }),
    );
    await this.#client.appendToStream(stream, events, { expectedRevision: expected.revision < 0 ? ABSENT : BigInt(expected.revision) });
  }

  read(stream: string, from = 0, count?: number): Promise<readonly StoredEvent[]> {
    return this.#readStream(stream, from, count);
  }

  async last(stream: string): Promise<StoredEvent | null> {
    return (await this.#readStream(stream, END, 1))[0] ?? null;
  }

  #readStream(stream: string, from: number | typeof END, maxCount?: number): Promise<readonly StoredEvent[]> {
    return persevering(async () => {
      const events: StoredEvent[] = [];
      try {
        const backwards = from === END;
        const reading = this.#client.readStream(stream, { direction: backwards ? BACKWARDS : FORWARDS, fromRevision: backwards ? END : BigInt(from), ...(maxCount ? { maxCount } : {}), ...FROM_LEADER });
        reading.on('error', () => {});
        for await (const { event } of reading) if (event) events.push(received(event));
      } catch (error) {
        if (errorType(error) !== 'stream-not-found') throw error;
      }
      return events;
    });
  }

  async *pages(after: Checkpoint | null, pageSize: number): AsyncIterable<readonly StoredEvent[]> {
    let next = this.#page(after, pageSize);
    for (;;) {
      const { events, resume } = await next;
      if (resume) {
        next = this.#page(resume, pageSize);
        next.catch(() => {});
      }
      if (events.length > 0) yield events;
      if (!resume) return;
    }
  }

  /** Reads of the whole log begin with the event they are asked to begin at, and show the server's own events. */
  #page(after: Checkpoint | null, size: number): Promise<{ readonly events: readonly StoredEvent[]; readonly resume: Checkpoint | null }> {
    return persevering(async () => {
      const events: StoredEvent[] = [];
      let seen = 0;
      let resume = after;
      const reading = this.#client.readAll({ direction: FORWARDS, fromPosition: placeOf(after), maxCount: size + 1, ...FROM_LEADER });
      reading.on('error', () => {});
      for await (const { event } of reading) {
        seen++;
        if (!event || checkpointOf(event.position) === after) continue;
        if (events.length === size) break;
        resume = checkpointOf(event.position);
        if (isOurs(event)) events.push(received(event));
      }
      return { events, resume: seen <= size ? null : resume };
    });
  }

  async *follow(after: Checkpoint | null, signal: AbortSignal, pageSize = 1000): AsyncIterable<readonly StoredEvent[]> {
    const stop = AbortSignal.any([signal, this.#closing.signal]);
    let checkpoint = after;
    for (let failures = 0; !stop.aborted; ) {
      const subscription = this.#client.subscribeToAll({ fromPosition: placeOf(checkpoint), filter: excludeSystemEvents({ checkpointInterval: 1000 }) });
      subscription.on('error', () => {});
      const leave = () => {
        void subscription.unsubscribe().catch(() => {});
        subscription.destroy();
      };
      stop.addEventListener('abort', leave);
      try {
        for await (const burst of inBursts(subscription, pageSize)) {
          const page = burst.flatMap(({ event }) => (event && isOurs(event) ? [received(event)] : []));
          if (page.length === 0) continue;
          failures = 0;
          checkpoint = page.at(-1)!.checkpoint;
          this.#noteTime(page.at(-1)!);
          yield page;
          if (stop.aborted) return;
        }
      } catch (error) {
        if (stop.aborted) return;
        if (!mayPass(error)) throw error;
      } finally {
        stop.removeEventListener('abort', leave);
        leave();
      }
      await this.#wake.after(this.#wake.rings, stop, backoff(failures++));
    }
  }

  async head(): Promise<{ readonly checkpoint: Checkpoint; readonly position: number } | null> {
    const last = await this.#lastOfLog();
    return last && { checkpoint: last.checkpoint, position: last.position };
  }

  #lastOfLog(): Promise<StoredEvent | null> {
    return persevering(async () => {
      const reading = this.#client.readAll({ direction: BACKWARDS, fromPosition: END, ...FROM_LEADER });
      reading.on('error', () => {});
      for await (const { event } of reading)
        if (event && isOurs(event)) {
          void reading.cancel().catch(() => {});
          return received(event);
        }
      return null;
    });
  }

  #noteTime({ meta }: StoredEvent): void {
    this.#stamp.atLeast(Date.parse((JSON.parse(meta) as EventMeta).recorded));
  }

  compare(a: Checkpoint, b: Checkpoint): number {
    const [left, right] = [a, b].map((checkpoint) => checkpoint.split('/').map(Number)) as [number[], number[]];
    return left[0]! - right[0]! || left[1]! - right[1]!;
  }

  positionOf(checkpoint: Checkpoint): number {
    return Number(checkpoint.split('/')[1]);
  }

  async identity(): Promise<Id> {
    const first = this.#identity ?? (await this.#readStream(LOG_STREAM, 0, 1))[0]?.id;
    if (!first) throw new Error('the log has not been opened');
    return (this.#identity = first);
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#running;
    await this.#client.dispose();
  }
}
