import { afterEach, describe, expect, it } from '@jest/globals';
import { eventually, keepOpen } from '../../../testing/src/opened.js';
import { added, closed, noise, record, tallyModule, tallyRows, totals } from '../../../testing/src/tally.js';
import { MemoryEventStore } from '../adapters/memory-event-store.js';
import { SetClock } from '../clock.js';
import { RuntimeStatus } from './status.js';

const opened = keepOpen();
afterEach(opened.closeAll);
const newLog = async () => {
  const store = new MemoryEventStore(new SetClock('2026-03-10T09:00:00Z'));
  await store.open();
  return store;
};

describe('Read models made from the log', () => {
  it.each(['memory', 'postgres'] as const)('show what was recorded, live (log in %s)', async (store) => {
    const app = await opened.app({ modules: [tallyModule([totals()])], store });
    await record(app.streams, 'a', added('a', 2), noise, added('a', 3));
    await record(app.streams, 'b', added('b'));
    await record(app.streams, 'c', added('c'), closed('c'));
    await app.settled();
    expect(await tallyRows(app.database)).toEqual([
      { id: 'a', total: 5, lastOn: '2026-03-10', marks: ['+2', '+3'] },
      { id: 'b', total: 1, lastOn: '2026-03-10', marks: ['+1'] },
    ]);
  });

  it('are the same whether followed live, caught up in pages of any size, or rebuilt', async () => {
    const [store, databaseUrl] = [await newLog(), await opened.databaseUrl()];
    const live = await opened.app({ modules: [tallyModule([totals()])], store });
    for (let i = 0; i < 150; i++) await record(live.streams, `t${i % 7}`, ...(i % 31 === 30 ? [closed(`t${i % 7}`)] : [added(`t${i % 7}`, i), noise]));
    await live.settled();
    const rows = await tallyRows(live.database);
    expect(rows.length).toBeGreaterThan(3);
    const caughtUp = await opened.app({ modules: [tallyModule([totals()])], store, databaseUrl, config: { pageSize: 7 } });
    await caughtUp.settled();
    expect(await tallyRows(caughtUp.database)).toEqual(rows);
    await live.worker.rebuild(['tally.totals']);
    expect(await tallyRows(live.database)).toEqual(rows);
  });

  it('remember how far they are, over events of no concern to them too, and never go back', async () => {
    const [store, databaseUrl] = [await newLog(), await opened.databaseUrl()];
    const app = await opened.app({ modules: [tallyModule([totals()])], store, databaseUrl });
    await record(app.streams, 'a', added('a'));
    await record(app.streams, 'a', noise, noise);
    await app.settled();
    const written = () => app.database.one<{ position: number }>(`select position from runtime.checkpoint where name = 'tally.totals'`);
    await eventually(async () => (await written())?.position === 4);
    await app.close();
    const again = await opened.app({ modules: [tallyModule([totals()])], store, databaseUrl });
    await record(again.streams, 'a', added('a'));
    await again.settled();
    expect(await tallyRows(again.database)).toMatchObject([{ id: 'a', total: 2 }]);
  });

  it('that are new catch up while the others stay live', async () => {
    const [store, databaseUrl] = [await newLog(), await opened.databaseUrl()];
    const first = await opened.app({ modules: [tallyModule([totals()])], store, databaseUrl });
    for (let i = 0; i < 50; i++) await record(first.streams, 'a', added('a'));
    await first.settled();
    await first.close();
    const newcomer = totals({ name: 'tally.again' }, 'tally_again');
    const second = await opened.app({ modules: [tallyModule([totals(), newcomer])], store, databaseUrl, config: { pageSize: 3 } });
    await record(second.streams, 'a', added('a'));
    await second.settled();
    expect(await tallyRows(second.database, 'tally_again')).toEqual(await tallyRows(second.database));
  });

  it('refuse a log that is not the one they were made from, and one that has lost its end', async () => {
    const [store, databaseUrl] = [await newLog(), await opened.databaseUrl()];
    const app = await opened.app({ modules: [tallyModule([totals()])], store, databaseUrl });
    await record(app.streams, 'a', added('a'));
    await app.settled();
    await app.close();
    await expect(opened.app({ modules: [tallyModule([totals()])], store: await newLog(), databaseUrl })).rejects.toThrow('not the one');
    const shorter = await newLog();
    shorter.identity = () => store.identity();
    await expect(opened.app({ modules: [tallyModule([totals()])], store: shorter, databaseUrl })).rejects.toThrow('no longer holds');
  });
});

describe('A crash', () => {
  const breakOnce = (app: Awaited<ReturnType<typeof opened.app>>, when: 'before' | 'after') => {
    const [database, one] = [app.database, app.database.one.bind(app.database)];
    let broken = false;
    database.one = (async (text: string, params?: readonly unknown[]) => {
      if (broken || !text.startsWith('with fence')) return one(text, params);
      broken = true;
      if (when === 'after') await one(text, params);
      throw Object.assign(new Error('connection lost'), { code: 'ECONNRESET' });
    }) as typeof database.one;
    return () => broken;
  };

  it.each(['before', 'after'] as const)('%s the write of a page is answered leaves every event counted once', async (when) => {
    const app = await opened.app({ modules: [tallyModule([totals()])] });
    await app.settled();
    const happened = breakOnce(app, when);
    await record(app.streams, 'a', added('a', 1), added('a', 1));
    await app.settled();
    await record(app.streams, 'a', added('a', 1));
    await app.settled();
    expect(happened()).toBe(true);
    expect(await tallyRows(app.database)).toMatchObject([{ id: 'a', total: 3 }]);
  });
});

describe('A database that cuts every connection', () => {
  it('costs a moment: the worker takes its lock again and nothing is counted twice or lost', async () => {
    const app = await opened.app({ modules: [tallyModule([totals()])] });
    for (let i = 0; i < 10; i++) {
      await record(app.streams, 'a', added('a'));
      if (i === 5) await app.database.run('select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()');
    }
    await app.settled();
    expect(await tallyRows(app.database)).toMatchObject([{ total: 10 }]);
  });
});

describe('Two workers', () => {
  it('never both follow the log: the second takes over when the first is gone', async () => {
    const [store, databaseUrl] = [await newLog(), await opened.databaseUrl()];
    const seen = { first: 0, second: 0 };
    const counting = (who: 'first' | 'second') => {
      const real = totals();
      return { ...real, evolve: (...args: Parameters<typeof real.evolve>) => (seen[who]++, real.evolve(...args)) };
    };
    const first = await opened.app({ modules: [tallyModule([counting('first')])], store, databaseUrl });
    await first.settled();
    const second = await opened.app({ modules: [tallyModule([counting('second')])], store, databaseUrl });
    await record(second.streams, 'a', added('a'));
    await first.settled();
    expect(seen).toEqual({ first: 1, second: 0 });
    expect((await second.get(RuntimeStatus).snapshot()).working).toBe(false);
    await first.close();
    await record(second.streams, 'a', added('a'));
    await second.settled();
    expect(seen).toEqual({ first: 1, second: 1 });
    expect(await tallyRows(second.database)).toMatchObject([{ total: 2 }]);
  });
});
