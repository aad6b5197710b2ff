import type { PgDatabase } from '../adapters/pg-database.js';
import type { Sql } from '../database.js';
import { countLater, move, park, type Place } from './bookkeeping.js';
import { errorCode } from './error-code.js';
import type { Delivered, Folded, Parked } from './fold.js';
import type { ReadTable } from './read-table.js';

export type Changes = ReadonlyMap<string, object | null>;
export type FirstEvents = ReadonlyMap<string, Delivered>;

/** Where the rows of one projection come from and go to, with its checkpoint: both are written together, or not at all. */
export interface Rows {
  load(keys: readonly string[]): Promise<ReadonlyMap<string, object>>;
  /** Before a page is folded: fails as long as what was taken before could not be written. @throws Fenced */
  ready(): Promise<void>;
  /** @throws Fenced */
  take(folded: Folded, end: Place): Promise<void>;
  /** Writes down what is not written yet, and a checkpoint that moved over events of no concern. @throws Fenced */
  flush(place: Place): Promise<void>;
}

export interface RowsParts {
  /** Under which it keeps its books. */
  readonly name: string;
  readonly table: ReadTable;
  readonly database: PgDatabase;
  readonly now: () => number;
  /** Keys set aside: shared with who folds. */
  readonly parked: Set<string>;
}

/** Errors of the data itself (wrong value, broken constraint), which only the key they came from must suffer. */
export const isDataError = (error: unknown): boolean => /^(21|22|23)/.test(String((error as { code?: unknown } | null)?.code ?? ''));

export const keysGone = (changes: Changes): string[] => [...changes].filter(([, row]) => row === null).map(([key]) => key);

interface Lot {
  readonly changes: Changes;
  readonly first: FirstEvents;
  readonly parked: readonly Parked[];
  readonly later: ReadonlyMap<string, number>;
}

/** Rows in several steps, so that one the database refuses is parked alone. @throws Fenced */
export async function writeCarefully({ name, table, database, now, parked }: RowsParts, next: boolean, lot: Lot, from: Place['checkpoint'], to: Place): Promise<void> {
  const aside = [...lot.parked];
  await database.transaction(async (sql) => {
    await move(sql, name, from, to);
    const gone = keysGone(lot.changes);
    if (gone.length > 0) await sql.run(table.remove(next, 1), [gone]);
    aside.push(...(await putOrPark(sql, table.put(next, 1), [...lot.changes].filter((change): change is [string, object] => change[1] !== null), lot.first)));
    await park(sql, name, aside, new Date(now()).toISOString());
    await countLater(sql, name, lot.later);
  });
  for (const { key } of aside) parked.add(key);
}

async function putOrPark(sql: Sql, put: string, changes: readonly [string, object][], first: FirstEvents): Promise<Parked[]> {
  if (changes.length === 0) return [];
  await sql.run('savepoint rows');
  try {
    await sql.run(put, [JSON.stringify(changes.map(([, row]) => row))]);
    await sql.run('release savepoint rows');
    return [];
  } catch (error) {
    if (!isDataError(error)) throw error;
    await sql.run('rollback to savepoint rows');
    if (changes.length === 1) {
      const [key] = changes[0]!;
      const { position, id } = first.get(key)!;
      return [{ key, position, eventId: id, error: errorCode(error) }];
    }
    const middle = changes.length >> 1;
    return [...(await putOrPark(sql, put, changes.slice(0, middle), first)), ...(await putOrPark(sql, put, changes.slice(middle), first))];
  }
}
