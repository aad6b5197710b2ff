import type { EventCatalogue } from './catalogue.js';
import { hashOf } from './chain.js';
import { AppendTooLarge, MAX_APPEND_BYTES, type Appended, type ProposedEvent, type StoredEvent, type StreamHead } from './event-store.js';
import type { DomainEvent, EventMeta, RecordedEvent } from './events.js';
import type { Id } from './ids.js';

/** A proposed event whose text is final but for what is only known when it is written: `recorded` and `hash`. */
export interface DraftEvent {
  readonly id: Id;
  readonly type: string;
  readonly version: number;
  readonly data: string;
  /** The meta text, still open at its end. */
  readonly meta: string;
}

/** An event ready to be written at its place in its stream. */
export interface SealedEvent {
  readonly id: Id;
  readonly revision: number;
  readonly type: string;
  readonly version: number;
  readonly data: string;
  readonly meta: string;
}

/** @throws AppendTooLarge here, before anything is queued or sent */
export function draft(events: readonly ProposedEvent[]): readonly DraftEvent[] {
  let bytes = 0;
  const drafts = events.map(({ id, type, version, data, meta }) => {
    const text = JSON.stringify(data);
    const { occurred, actor, organisation, role, command, correlation, causation, intention } = meta;
    const open = JSON.stringify({ occurred, actor, organisation, role, command, correlation, causation, intention }).slice(0, -1);
    bytes += Buffer.byteLength(text) + Buffer.byteLength(open) + SEAL_BYTES;
    return { id, type, version, data: text, meta: open };
  });
  if (bytes > MAX_APPEND_BYTES) throw new AppendTooLarge(bytes);
  return drafts;
}
const SEAL_BYTES = `,"recorded":"2000-01-01T00:00:00.000Z","hash":"${'0'.repeat(64)}"}`.length;

/** Stamps and chains: the hash is the last key of the meta text, so that taking it off gives back exactly the bytes it covers. */
export function seal(stream: string, after: StreamHead, drafts: readonly DraftEvent[], recorded: string): readonly SealedEvent[] {
  let { revision, hash } = after;
  return drafts.map(({ id, type, version, data, meta }) => {
    revision++;
    const bare = `${meta},"recorded":"${recorded}"`;
    hash = hashOf(hash, { stream, revision, id, type, version, data }, `${bare}}`);
    return { id, revision, type, version, data, meta: `${bare},"hash":"${hash}"}` };
  });
}

/** The head a stream has after an event. */
export const headOf = (event: { readonly revision: number; readonly meta: string }): StreamHead => {
  const { hash, recorded } = JSON.parse(event.meta) as EventMeta;
  return { revision: event.revision, hash, recorded };
};

export function decode<E extends DomainEvent = DomainEvent>(event: StoredEvent, catalogue?: EventCatalogue): RecordedEvent<E> {
  const { id, stream, revision, position, checkpoint, type, version } = event;
  const data = JSON.parse(event.data) as Record<string, unknown>;
  return {
    id, stream, revision, position, checkpoint, type, version,
    data: (catalogue ? catalogue.upcast(type, version, data) : data) as E['data'],
    meta: JSON.parse(event.meta) as EventMeta,
  };
}

/** The answer of an append, from the events as they are stored. */
export function appended(stored: readonly StoredEvent[]): Appended {
  const events = stored.map((event) => decode(event));
  const last = events.at(-1)!;
  return { position: last.position, head: { revision: last.revision, hash: last.meta.hash, recorded: last.meta.recorded }, events };
}

/** True when these are the very events of an earlier append: the stream has moved on because they were already written. */
export const sameAppend = (stored: readonly StoredEvent[], proposed: readonly { readonly id: Id }[]): boolean =>
  stored.length >= proposed.length && proposed.every(({ id }, i) => stored[i]!.id === id);
