import type { Checkpoint, EventMeta, RecordedEvent } from './events.js';
import type { Id } from './ids.js';

/** What a decision asks to be written; the adapter stamps `recorded` and chains `hash` at the moment of writing. */
export interface ProposedEvent {
  readonly id: Id;
  readonly type: string;
  readonly version: number;
  readonly data: object;
  readonly meta: Omit<EventMeta, 'recorded' | 'hash'>;
}

/** The last event the writer has seen of a stream. */
export interface StreamHead {
  /** -1 when the stream does not exist. */
  readonly revision: number;
  /** Hash of that event; empty when the stream does not exist. */
  readonly hash: string;
  /** When that event was recorded: what follows it is never earlier, whatever the clock of the process that writes it. */
  readonly recorded?: string;
}
export const NO_STREAM: StreamHead = { revision: -1, hash: '' };

/** An event as stored: the text is byte-identical to what was written, because the hash covers it. */
export interface StoredEvent {
  readonly id: Id;
  readonly stream: string;
  readonly revision: number;
  readonly position: number;
  readonly checkpoint: Checkpoint;
  readonly type: string;
  readonly version: number;
  readonly data: string;
  readonly meta: string;
}

export interface Appended {
  /** Commit position of the last event of the append. */
  readonly position: number;
  readonly head: StreamHead;
  readonly events: readonly RecordedEvent[];
}

export class WrongRevision extends Error {
  constructor(readonly stream: string, readonly expected: number, readonly actual: number) {
    super(`stream is at revision ${actual}, not ${expected}`);
    this.name = 'WrongRevision';
  }
}

/** One append is at most `MAX_APPEND_BYTES` of data and meta together. */
export class AppendTooLarge extends Error {
  constructor(readonly bytes: number) {
    super(`an append of ${bytes} bytes is over the limit of ${MAX_APPEND_BYTES}`);
    this.name = 'AppendTooLarge';
  }
}
export const MAX_APPEND_BYTES = 512 * 1024;

/**
 * The log. Three adapters (PostgreSQL, EventStoreDB, memory) pass one contract suite.
 * Same stream + same revision + same event ids = the append already happened: answered with its original position, nothing is written.
 */
export abstract class EventStore {
  abstract readonly kind: 'postgres' | 'eventstoredb' | 'memory';
  /** Creates what it needs, writes the log's first event (its identity) if absent. */
  abstract open(): Promise<void>;
  /** @throws WrongRevision when the stream has moved on; AppendTooLarge */
  abstract append(stream: string, expected: StreamHead, events: readonly ProposedEvent[]): Promise<Appended>;
  /** Events of one stream in order, from a revision (inclusive, default 0), at most `count` of them (default all). Empty when the stream does not exist. */
  abstract read(stream: string, from?: number, count?: number): Promise<readonly StoredEvent[]>;
  abstract last(stream: string): Promise<StoredEvent | null>;
  /** The log in pages from after a checkpoint (null = from the start) up to the head at the time of reading; never an empty page. */
  abstract pages(after: Checkpoint | null, pageSize: number): AsyncIterable<readonly StoredEvent[]>;
  /** As `pages`, then goes on with what is written later, until the signal aborts. Reconnects by itself; ordered, without gap or repetition. */
  abstract follow(after: Checkpoint | null, signal: AbortSignal, pageSize?: number): AsyncIterable<readonly StoredEvent[]>;
  abstract head(): Promise<{ readonly checkpoint: Checkpoint; readonly position: number } | null>;
  /** Negative, zero or positive, as two checkpoints of this store lie in the log. */
  abstract compare(a: Checkpoint, b: Checkpoint): number;
  /** Commit position of a checkpoint. */
  abstract positionOf(checkpoint: Checkpoint): number;
  /** Identity of this log: id of its first event. */
  abstract identity(): Promise<Id>;
  abstract close(): Promise<void>;
}
