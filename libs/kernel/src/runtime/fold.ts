import type { RecordedEvent } from '../events.js';
import { isId } from '../ids.js';
import type { Projection } from '../projection.js';
import { errorCode } from './error-code.js';

/** An event as it came out of the log; `event` is null when its stored form could not be read. */
export interface Delivered {
  readonly id: string;
  readonly stream: string;
  readonly type: string;
  readonly position: number;
  readonly checkpoint: string;
  readonly event: RecordedEvent | null;
  readonly error?: unknown;
}

export interface Parked {
  readonly key: string;
  readonly position: number;
  readonly eventId: string;
  readonly error: string;
}

export interface Folded {
  /** Rows to write, null to delete. */
  readonly changes: ReadonlyMap<string, object | null>;
  readonly parked: readonly Parked[];
  /** How many events were held back of keys parked before or on this page. */
  readonly later: ReadonlyMap<string, number>;
  /** First event of each changed key: what a row that cannot be written is parked under. */
  readonly first: ReadonlyMap<string, Delivered>;
  /** Events that did their work. */
  readonly done: readonly RecordedEvent[];
}

export type Load = (keys: readonly string[]) => Promise<ReadonlyMap<string, object>>;

/** A key nobody could tell is parked with its whole stream. */
export const streamKey = (stream: string) => `stream:${stream}`;

/** Takes a page of events through a projection in memory: touched rows are loaded once, a failing key is set aside and the others go on. */
export async function fold(
  projection: Projection,
  events: readonly Delivered[],
  load: Load,
  before: ReadonlySet<string>,
  uuidKeys: boolean,
): Promise<Folded> {
  const parked = new Map<string, Parked>();
  const later = new Map<string, number>();
  const park = (key: string, { position, id }: Delivered, error: unknown) => {
    parked.set(key, { key, position, eventId: id, error: errorCode(error) });
    return null;
  };
  const heldBack = (key: string) => {
    if (!before.has(key) && !parked.has(key)) return false;
    later.set(key, (later.get(key) ?? 0) + 1);
    return true;
  };
  const keysOf = (delivered: Delivered): readonly string[] | null => {
    const whole = streamKey(delivered.stream);
    if ((before.size > 0 || parked.size > 0) && heldBack(whole)) return null;
    if (!delivered.event) return park(whole, delivered, delivered.error);
    try {
      const keys = projection.keys(delivered.event);
      return typeof keys === 'string' ? [keys] : [...new Set(keys)];
    } catch (error) {
      return park(whole, delivered, error);
    }
  };

  const touched = events.map((delivered) => ({ delivered, keys: keysOf(delivered) }));
  const wanted = new Set(touched.flatMap(({ keys }) => keys ?? []).filter((key) => !before.has(key) && (!uuidKeys || isId(key))));
  const rows = new Map<string, object | null>(wanted.size === 0 ? [] : await load([...wanted]));
  const changes = new Map<string, object | null>();
  const first = new Map<string, Delivered>();
  const done: RecordedEvent[] = [];

  for (const { delivered, keys } of touched) {
    if (!keys) continue;
    let worked = true;
    for (const key of keys) {
      if (heldBack(key)) {
        worked = false;
        continue;
      }
      try {
        const row = rows.get(key) ?? null;
        if (uuidKeys && !isId(key)) throw new KeyIsNoId();
        const next = projection.evolve(row, delivered.event!, key);
        if (next === row) continue;
        if (next && (next as { id?: unknown }).id !== key) throw new RowOfAnotherKey();
        const added = projection.adds?.(row, next, delivered.event!) ?? [];
        rows.set(key, next);
        changes.set(key, next);
        if (!first.has(key)) first.set(key, delivered);
        for (const fact of added) {
          changes.set(fact.id, fact);
          first.set(fact.id, delivered);
        }
      } catch (error) {
        park(key, delivered, error);
        worked = false;
      }
    }
    if (worked) done.push(delivered.event!);
  }
  return { changes, parked: [...parked.values()], later, first, done };
}

class KeyIsNoId extends Error {
  override name = 'KeyIsNoId';
}
class RowOfAnotherKey extends Error {
  override name = 'RowOfAnotherKey';
}
