import { defineEntity, p } from '@mikro-orm/core';
import { afterEach, describe, expect, it } from '@jest/globals';
import { eventually, keepOpen } from '../../../testing/src/opened.js';
import { added, record, tallyModule, tallyRows, totals } from '../../../testing/src/tally.js';
import { MemoryEventStore } from '../adapters/memory-event-store.js';
import { SetClock } from '../clock.js';
import type { Streams } from '../streams.js';
import { RuntimeStatus } from './status.js';

const opened = keepOpen();
afterEach(opened.closeAll);

const NAMES = ['a', 'b', 'c', 'd', 'e'];
const fill = async (streams: Streams, times: number) => {
  for (let i = 0; i < times; i++) await record(streams, NAMES[i % NAMES.length]!, added(NAMES[i % NAMES.length]!));
};

const widerTotals = () =>
  totals({
    version: 2,
    entity: defineEntity({
      name: 'WiderTally',
      tableName: 'tally',
      schema: 'read',
      properties: { id: p.text().primary(), total: p.integer().index(), lastOn: p.date().nullable(), marks: p.array(), double: p.integer() },
      indexes: [{ name: 'tally_upper', expression: 'create index tally_upper on read.tally (upper(id))' }],
    }),
    evolve: (row, { data }, id) => {
      const total = (row?.total ?? 0) + (data as { amount: number }).amount;
      return { id, total, lastOn: null, marks: [], double: 2 * total } as never;
    },
  });

describe('Rebuilding read models', () => {
  it('never shows an empty or half-filled table to who reads meanwhile, and loses nothing recorded meanwhile', async () => {
    const app = await opened.app({ modules: [tallyModule([totals()])], config: { pageSize: 20 } });
    await fill(app.streams, 400);
    await app.settled();
    const seen: number[] = [];
    let reading = true;
    const reader = (async () => {
      while (reading) seen.push((await app.database.one<{ total: number }>('select coalesce(sum(total), 0) as total from read.tally'))!.total);
    })();
    const writer = fill(app.streams, 50);
    await app.worker.rebuild(['tally.totals']);
    await writer;
    await app.settled();
    reading = false;
    await reader;
    expect(seen.length).toBeGreaterThan(5);
    expect(Math.min(...seen)).toBeGreaterThanOrEqual(400);
    expect((await tallyRows(app.database)).map(({ total }) => total)).toEqual([90, 90, 90, 90, 90]);
  });

  it('contains what was recorded and shown live between its pass over the log and the moment it takes over', async () => {
    const app = await opened.app({ modules: [tallyModule([totals()])] });
    await fill(app.streams, 10);
    await app.settled();
    const pages = app.store.pages.bind(app.store);
    let passes = 0;
    app.store.pages = async function* (...args: Parameters<typeof pages>) {
      yield* pages(...args);
      if (passes++ > 0) return;
      await fill(app.streams, 5);
      await eventually(async () => (await tallyRows(app.database)).every(({ total }) => total === 3));
    };
    await app.worker.rebuild(['tally.totals']);
    expect(passes).toBeGreaterThan(1);
    expect((await tallyRows(app.database)).map(({ total }) => total)).toEqual([3, 3, 3, 3, 3]);
  });

  it('reads the log once for any number of projections', async () => {
    const app = await opened.app({ modules: [tallyModule([totals(), totals({ name: 'tally.other' }, 'tally_other')])], config: { pageSize: 50 } });
    await fill(app.streams, 100);
    await app.settled();
    const pages = app.store.pages.bind(app.store);
    let read = 0;
    app.store.pages = async function* (...args: Parameters<typeof pages>) {
      for await (const page of pages(...args)) {
        read += page.length;
        yield page;
      }
    };
    await app.worker.rebuild(['tally.totals', 'tally.other']);
    expect(read).toBe(101);
    expect(await tallyRows(app.database, 'tally_other')).toEqual(await tallyRows(app.database));
  });

  it('happens by itself when the version or the row changes, with the indexes of the new row', async () => {
    const databaseUrl = await opened.databaseUrl();
    const store = new MemoryEventStore(new SetClock('2026-03-10T09:00:00Z'));
    const before = await opened.app({ modules: [tallyModule([totals()])], databaseUrl, store });
    await fill(before.streams, 25);
    await before.settled();
    await before.close();
    const after = await opened.app({ modules: [tallyModule([widerTotals()])], databaseUrl, store });
    await after.settled();
    const rows = await after.database.rows<{ double: number }>('select "double" from read.tally');
    expect(rows).toEqual(NAMES.map(() => ({ double: 10 })));
    const indexes = await after.database.rows<{ name: string }>(`select indexname as name from pg_indexes where schemaname = 'read' order by 1`);
    expect(indexes.map(({ name }) => name)).toEqual(['tally_pkey', 'tally_total_index', 'tally_upper']);
    expect(await after.database.rows(`select 1 from pg_tables where schemaname = 'read_next'`)).toEqual([]);
    const stored = await after.database.rows(`select name, version from runtime.checkpoint order by name`);
    expect(stored).toEqual([{ name: 'tally.totals', version: 2 }]);
  });

  it('keeps statements working that were prepared on the table it replaced', async () => {
    const app = await opened.app({ modules: [tallyModule([totals()])] });
    await fill(app.streams, 5);
    await app.settled();
    const everything = () => app.database.rows('select * from read.tally order by id');
    const rows = await everything();
    await app.worker.rebuild(['tally.totals']);
    expect(await everything()).toEqual(rows);
    await app.database.run('alter table read.tally add column extra int');
    expect(await everything()).toHaveLength(5);
  });

  it('can be asked by a process that does not follow the log', async () => {
    const databaseUrl = await opened.databaseUrl();
    const store = new MemoryEventStore(new SetClock('2026-03-10T09:00:00Z'));
    const worker = await opened.app({ modules: [tallyModule([totals()])], databaseUrl, store });
    const asking = await opened.app({ modules: [tallyModule([totals()])], databaseUrl, store, config: { role: 'api' } });
    await fill(worker.streams, 5);
    await worker.settled();
    await worker.database.run('update read.tally set total = 0');
    await asking.worker.rebuild(['tally.totals']);
    expect((await tallyRows(asking.database)).map(({ total }) => total)).toEqual([1, 1, 1, 1, 1]);
    await expect(asking.worker.rebuild(['tally.unknown'])).rejects.toThrow('no projection tally.unknown');
  });
});

describe('A key whose row cannot be made', () => {
  const failing = { on: true };
  const fragile = () => {
    const real = totals();
    return totals({
      evolve: (row, event, key) => {
        if (failing.on && key === 'b' && (row as { total?: number } | null)?.total === 2) throw new TypeError('cannot count b');
        return real.evolve(row, event as never, key) as never;
      },
    });
  };

  it('is set aside with its later events and shown, the others go on; rebuilding brings it back', async () => {
    failing.on = true;
    const app = await opened.app({ modules: [tallyModule([fragile()])] });
    await fill(app.streams, 25);
    await app.settled();
    await fill(app.streams, 5);
    await app.settled();
    expect((await tallyRows(app.database)).map(({ id, total }) => [id, total])).toEqual([['a', 6], ['b', 2], ['c', 6], ['d', 6], ['e', 6]]);
    const parked = await app.database.rows('select reader, key, error, later from runtime.parked');
    expect(parked).toEqual([{ reader: 'tally.totals', key: 'b', error: expect.stringMatching(/^TypeError at rebuild\.int\.spec\.(ts|js):\d+$/), later: 3 }]);
    failing.on = false;
    await app.worker.rebuild(['tally.totals']);
    expect((await tallyRows(app.database)).map(({ total }) => total)).toEqual([6, 6, 6, 6, 6]);
    expect(await app.database.rows('select 1 from runtime.parked')).toEqual([]);
  });

  it('is set aside alone when it is the database that refuses the row', async () => {
    const real = totals();
    const tooLarge = totals({ evolve: (row, event, key) => ({ ...(real.evolve(row, event as never, key) as object), ...(key === 'c' && { total: 3_000_000_000 }) }) as never });
    const app = await opened.app({ modules: [tallyModule([tooLarge])] });
    await fill(app.streams, 10);
    await app.settled();
    expect((await tallyRows(app.database)).map(({ id, total }) => [id, total])).toEqual([['a', 2], ['b', 2], ['d', 2], ['e', 2]]);
    expect(await app.database.rows('select key, error from runtime.parked')).toEqual([{ key: 'c', error: expect.stringContaining('22003') }]);
  });

  it('is the whole stream when the projection cannot even tell the key', async () => {
    const lost = totals({
      keys: ({ data }) => {
        const { name, amount } = data as { name: string; amount: number };
        if (amount === 13) throw new RangeError(name);
        return name;
      },
    });
    const app = await opened.app({ modules: [tallyModule([lost])] });
    await record(app.streams, 'a', added('a', 1), added('a', 13), added('a', 1));
    await record(app.streams, 'b', added('b', 1));
    await app.settled();
    expect((await tallyRows(app.database)).map(({ id, total }) => [id, total])).toEqual([['a', 1], ['b', 1]]);
    expect(await app.database.rows('select key, later from runtime.parked')).toEqual([{ key: 'stream:tally-a', later: 1 }]);
  });
});

describe('A projection whose table was broken', () => {
  it('is put out of the way and shown as failed, by the processes that only answer too, while the others go on', async () => {
    const both = [totals(), totals({ name: 'tally.other' }, 'tally_other')];
    const app = await opened.app({ modules: [tallyModule(both)] });
    await app.settled();
    await app.database.run('drop table read.tally_other');
    await record(app.streams, 'a', added('a'));
    await eventually(async () => (await app.get(RuntimeStatus).snapshot()).projections.some(({ name, state }) => name === 'tally.other' && state === 'failed'));
    const answering = await opened.app({ modules: [tallyModule(both)], store: app.store, databaseUrl: app.databaseUrl, config: { role: 'api' } });
    const shown = async () => (await answering.get(RuntimeStatus).snapshot()).projections.map(({ state }) => state).join();
    await eventually(async () => (await shown()) === 'live,failed');
    await record(app.streams, 'a', added('a'));
    await app.settled();
    expect(await tallyRows(app.database)).toMatchObject([{ id: 'a', total: 2 }]);
    await app.worker.rebuild(['tally.other']);
    expect(await tallyRows(app.database, 'tally_other')).toEqual(await tallyRows(app.database));
    expect((await app.get(RuntimeStatus).snapshot()).projections.map(({ state }) => state)).toEqual(['live', 'live']);
    await eventually(async () => (await shown()) === 'live,live');
  }, 20_000);
});
