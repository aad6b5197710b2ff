import type { Id } from './ids.js';
import type { Role } from './actor.js';

/** A fact in the past tense. `type` is the stored name (`hiring.ApplicationAccepted`) and never changes; `data` holds ids, days and coarse dimensions, never anything personal. */
export interface DomainEvent<T extends string = string, D extends object = object> {
  readonly type: T;
  readonly data: Readonly<D>;
}

export interface EventMeta {
  /** Business time, ISO instant. */
  readonly occurred: string;
  /** Our clock when it was written, ISO instant; never decreases in log order. */
  readonly recorded: string;
  readonly actor: Id;
  readonly organisation: Id | null;
  readonly role: Role;
  /** The command that caused it: the key of idempotence. */
  readonly command: Id;
  readonly correlation: Id;
  readonly causation: Id | null;
  /** What the command was told to do, see `intention.ts`; absent from what was written before it was kept, and where there is but one thing to do. */
  readonly intention?: string | undefined;
  /** SHA-256 (hex) chaining this event to the one before in its stream; see `chain.ts`. */
  readonly hash: string;
}

export interface RecordedEvent<E extends DomainEvent = DomainEvent> {
  readonly id: Id;
  readonly stream: string;
  /** 0 for the first event of the stream. */
  readonly revision: number;
  /** Commit position in the whole log: grows, may have holes. */
  readonly position: number;
  /** Opaque to everybody but the adapter that made it; what a reader stores to resume after this event. */
  readonly checkpoint: Checkpoint;
  readonly type: E['type'];
  /** Version of the stored shape; `data` has already been brought to the newest one. */
  readonly version: number;
  readonly data: E['data'];
  readonly meta: EventMeta;
}

export type Checkpoint = string;
