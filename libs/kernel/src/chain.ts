import { hash } from 'node:crypto';
import { NO_STREAM, type StoredEvent, type StreamHead } from './event-store.js';

type Chained = Pick<StoredEvent, 'stream' | 'revision' | 'id' | 'type' | 'version' | 'data'>;

/**
 * SHA-256 over the hash before, the event's place and name, and its bytes. The size of the data goes in as well:
 * nobody can move the border between data and meta.
 */
export const hashOf = (previous: string, event: Chained, bareMeta: string): string =>
  hash(
    'sha256',
    `${JSON.stringify([previous, event.stream, event.revision, event.id, event.type, event.version, Buffer.byteLength(event.data)])}\n${event.data}\n${bareMeta}`,
  );

const SEAL = /,"hash":"([0-9a-f]{64})"\}$/;

/** The hash a meta text carries and the text it covers; null when it carries none. */
export function stripHash(meta: string): { readonly hash: string; readonly bare: string } | null {
  const found = SEAL.exec(meta);
  return found && { hash: found[1]!, bare: `${meta.slice(0, found.index)}}` };
}

/**
 * `altered`: the bytes, the name, the id or the place of the event are not those that were written.
 * `removed`: events before this one are missing. `reordered`: an earlier or repeated revision comes again.
 * `truncated`: the stream ends before a head known from elsewhere; without such a head, missing last events cannot be seen in the chain itself.
 */
export interface ChainBreak {
  readonly stream: string;
  /** Of the first event that is wrong: for `removed` and `truncated`, the first missing one. */
  readonly revision: number;
  readonly position: number | null;
  readonly kind: 'altered' | 'removed' | 'reordered' | 'truncated';
}

/** Walks events in log order, all streams mixed; remembers one head per stream. */
export class ChainWalk {
  readonly #heads = new Map<string, StreamHead>();

  /** The break this event shows, or null. After a break its stream goes on from the event as found. */
  check(event: StoredEvent): ChainBreak | null {
    const before = this.head(event.stream);
    const seal = stripHash(event.meta);
    this.#heads.set(event.stream, { revision: event.revision, hash: seal?.hash ?? '' });
    const found = { stream: event.stream, position: event.position };
    const expected = before.revision + 1;
    if (event.revision > expected) return { ...found, revision: expected, kind: 'removed' };
    if (event.revision < expected) return { ...found, revision: event.revision, kind: 'reordered' };
    if (!seal || hashOf(before.hash, event, seal.bare) !== seal.hash) return { ...found, revision: event.revision, kind: 'altered' };
    return null;
  }

  head(stream: string): StreamHead {
    return this.#heads.get(stream) ?? NO_STREAM;
  }

  get streams(): number {
    return this.#heads.size;
  }
}

/** The first break of one stream, or null. With `known` (a head noted elsewhere: a seal, an export, a receipt) a cut end is found too. */
export function verifyChain(stream: string, events: readonly StoredEvent[], known?: StreamHead): ChainBreak | null {
  const walk = new ChainWalk();
  for (const event of events) {
    const broken = event.stream === stream ? walk.check(event) : { stream, revision: walk.head(stream).revision + 1, position: event.position, kind: 'altered' as const };
    if (!broken) continue;
    const later = broken.kind === 'removed' && events.some(({ revision }) => revision === broken.revision);
    return later ? { ...broken, kind: 'reordered' } : broken;
  }
  if (!known || known.revision < 0) return null;
  const head = walk.head(stream);
  if (head.revision < known.revision) return { stream, revision: head.revision + 1, position: null, kind: 'truncated' };
  const noted = events[known.revision]!;
  return stripHash(noted.meta)?.hash === known.hash ? null : { stream, revision: known.revision, position: noted.position, kind: 'altered' };
}
