import type { KeyObject } from 'node:crypto';
import { ChainWalk, type ChainBreak } from './chain.js';
import type { EventStore } from './event-store.js';
import { isSignedBy, NO_DIGEST, SealDigest, type Seal } from './seals.js';

/**
 * `forged`: a seal's signature is not ours, or a seal is missing between two others. `rewritten`: the chains are good, yet the events are not those that were sealed.
 * `removed`: fewer events than sealed, no chain has a gap: the last events of a stream are gone. `truncated`: the log ends before the last seal does.
 */
export interface SealBreak {
  readonly kind: 'forged' | 'rewritten' | 'removed' | 'truncated';
  readonly seal: number;
  /** The events lie after this position… */
  readonly after: number;
  /** …and up to this one. */
  readonly upTo: number;
  /** Events sealed and no longer there. */
  readonly missing: number;
}

/** A seal somebody kept outside the database is no longer in it: the last events and their seals were taken away together, or the log was sealed anew. */
export interface SealWithdrawn {
  readonly kind: 'withdrawn';
  readonly seal: number;
  /** Seals in the database. */
  readonly held: number;
}

/** A seal known from elsewhere: by its number only (a printed one), or whole. */
export type KnownSeal = Pick<Seal, 'number'> & Partial<Seal>;

export interface Audit {
  readonly events: number;
  readonly streams: number;
  readonly seals: number;
  /** Events after the last seal: their chains are checked, but a cut at their end would not show yet. */
  readonly unsealed: number;
  readonly broken: ChainBreak | SealBreak | SealWithdrawn | null;
}

const PAGE = 5000;

/** The first seal kept elsewhere that the database does not hold, or holds otherwise. */
function withdrawn(seals: readonly Seal[], known: readonly KnownSeal[]): SealWithdrawn | null {
  const held = new Map(seals.map((seal) => [seal.number, seal.signature]));
  const gone = known.filter(({ number, signature }) => number > 0 && (!held.has(number) || (signature !== undefined && signature !== held.get(number))));
  return gone.length ? { kind: 'withdrawn', seal: gone.reduce((least, { number }) => Math.min(least, number), Infinity), held: seals.length } : null;
}

/** Walks the whole log, checks every chain and every seal, and stops at the first break; then looks for the seals known from elsewhere. */
export async function audit(store: EventStore, seals: readonly Seal[], key: KeyObject | null, known: readonly KnownSeal[] = []): Promise<Audit> {
  const walk = new ChainWalk();
  let events = 0;
  let closed = 0;
  let digest = new SealDigest(NO_DIGEST);
  const report = (broken: Audit['broken']): Audit => ({ events, streams: walk.streams, seals: closed, unsealed: closed === seals.length ? digest.events : 0, broken });
  const span = (seal: Seal) => ({ seal: seal.number, after: seals[closed - 1]?.position ?? 0, upTo: seal.position, missing: Math.max(0, seal.events - digest.events) });

  /** Compares what was found with the next seal. */
  const close = (): SealBreak | null => {
    const seal = seals[closed]!;
    const { events: found } = digest;
    const same = digest.close() === seal.digest && found === seal.events;
    if (seal.number !== closed + 1 || (key && !isSignedBy(seal, key))) return { kind: 'forged', ...span(seal) };
    if (!same) return { kind: found < seal.events ? 'removed' : 'rewritten', ...span(seal) };
    closed++;
    digest = new SealDigest(seal.digest);
    return null;
  };

  // A seal says how many events are missing; the stream's next event, which comes later, says which.
  let missing: SealBreak | null = null;
  for await (const page of store.pages(null, PAGE)) {
    for (const event of page) {
      while (!missing && closed < seals.length && store.compare(event.checkpoint, seals[closed]!.checkpoint) > 0) {
        const broken = close();
        if (broken?.kind === 'removed') missing = broken;
        else if (broken) return report(broken);
      }
      events++;
      const broken = walk.check(event);
      if (broken) return report(broken);
      if (!missing) digest.add(event);
    }
  }
  if (missing) return report(missing);
  while (closed < seals.length) {
    const broken = close();
    if (broken) return report(broken.kind === 'removed' ? { ...broken, kind: 'truncated' } : broken);
  }
  return report(withdrawn(seals, known));
}
