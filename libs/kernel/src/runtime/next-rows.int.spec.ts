import { afterEach, describe, expect, it } from '@jest/globals';
import { keepOpen } from '../../../testing/src/opened.js';
import { added, closed, record, tallyModule, tallyRows, totals } from '../../../testing/src/tally.js';
import type { PgDatabase } from '../adapters/pg-database.js';
import { decode } from '../codec.js';
import { type Delivered, fold } from './fold.js';
import { NextRows } from './next-rows.js';
import { readTables } from './orm.js';
import { startNext } from './read-schema.js';

const opened = keepOpen();
afterEach(opened.closeAll);

const NAMES = ['a', 'tab\tand "quotes"', 'line\nand \\ back\\N', 'é{,}', 'e', '\\.'];
const odd = () => {
  const real = totals();
  return totals({ evolve: (row, event, key) => { const next = real.evolve(row, event as never, key) as { marks: string[] } | null; return (next && { ...next, marks: [...next.marks.slice(-3), key, ''] }) as never; } });
};

/** A log with deletions, its read model as the worker wrote it, and the same one made anew in lots of two rows. */
const stage = async () => {
  const projection = odd();
  const app = await opened.app({ modules: [tallyModule([projection])] });
  for (let n = 0; n < 40; n++) await record(app.streams, NAMES[n % 6]!, n % 7 === 6 ? closed(NAMES[n % 6]!) : added(NAMES[n % 6]!, n));
  await app.settled();
  const database = app.database as PgDatabase;
  const table = readTables(app.databaseUrl, [projection]).get(projection)!;
  await startNext(database, projection, table);
  const events: Delivered[] = [];
  for await (const page of app.store.pages(null, 100)) events.push(...page.filter(({ type }) => type.startsWith('tally.')).map((stored) => ({ ...stored, event: decode(stored) })));
  const remake = async (through: PgDatabase, parked = new Set<string>()) => {
    const rows = new NextRows({ name: 'tally.totals#next', table, database: through, now: () => 0, parked }, null, 2);
    const failures: string[] = [];
    const insist = async (work: () => Promise<void>) => {
      for (let tries = 0; tries < 5; tries++) {
        try {
          return await work();
        } catch (error) {
          failures.push((error as Error).message);
        }
      }
      throw new Error('never written');
    };
    for (let at = 0; at < events.length; at += 3) {
      const page = events.slice(at, at + 3);
      await insist(() => rows.ready());
      await rows.take(await fold(projection, page, (keys) => rows.load(keys), parked, false), page.at(-1)!);
    }
    await insist(() => rows.flush(events.at(-1)!));
    return failures;
  };
  const madeAnew = () => database.rows(`select id, total, last_on as "lastOn", marks from read_next.tally order by id`);
  return { app, database, events, remake, madeAnew };
};

describe('Rows made anew in lots', () => {
  it('are the rows that people read, whatever they contain, however often they changed or went away', async () => {
    const { app, database, events, remake, madeAnew } = await stage();
    expect(await remake(database)).toEqual([]);
    expect(await madeAnew()).toEqual(await tallyRows(app.database));
    expect(await madeAnew()).toHaveLength(5);
    expect(await database.one(`select position from runtime.checkpoint where name = 'tally.totals#next'`)).toEqual({ position: events.at(-1)!.position });
  });

  it('lose nothing and count nothing twice when a lot could not be written at first', async () => {
    const { app, database, remake, madeAnew } = await stage();
    let asked = 0;
    const failing = new Proxy(database, {
      get(target, name) {
        if (name === 'load' && ++asked % 3 === 1) return () => Promise.reject(new Error('ECONNRESET'));
        const value = Reflect.get(target, name) as unknown;
        return typeof value === 'function' ? (value as (...args: unknown[]) => unknown).bind(target) : value;
      },
    });
    expect((await remake(failing)).length).toBeGreaterThan(2);
    expect(await madeAnew()).toEqual(await tallyRows(app.database));
  });
});
