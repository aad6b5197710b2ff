import { afterEach, describe, expect, it } from '@jest/globals';
import { keepOpen } from '../../../testing/src/opened.js';
import { added, record, tallyModule, tallyRows, totals } from '../../../testing/src/tally.js';
import type { PgDatabase } from '../adapters/pg-database.js';
import { decode } from '../codec.js';
import type { EventStore } from '../event-store.js';
import { Fenced } from './bookkeeping.js';
import type { Delivered } from './fold.js';
import { readTables } from './orm.js';
import { ProjectionTrack } from './projection-track.js';

const opened = keepOpen();
afterEach(opened.closeAll);

const everything = async (store: EventStore): Promise<Delivered[]> => {
  const events: Delivered[] = [];
  for await (const page of store.pages(null, 100)) events.push(...page.map((stored) => ({ ...stored, event: decode(stored) })));
  return events;
};

/** Two workers that both believe they hold the lock. */
const twoTracks = async () => {
  const app = await opened.app({ modules: [tallyModule([totals()])], config: { role: 'api' } });
  const projection = totals();
  const table = readTables(app.databaseUrl, [projection]).get(projection)!;
  const open = () => ProjectionTrack.open(projection, table, false, { checkpoint: null, position: -1 }, app.database as PgDatabase, app.store, () => 0);
  return { app, old: await open(), fresh: await open() };
};

describe('A worker that was replaced without knowing', () => {
  it('cannot write: neither rows nor checkpoint', async () => {
    const { app, old, fresh } = await twoTracks();
    await record(app.streams, 'a', added('a'), added('a'));
    const events = await everything(app.store);
    await fresh.apply(events.slice(0, 2), events[1]!);
    await expect(old.apply(events, events.at(-1)!)).rejects.toThrow(Fenced);
    expect(await tallyRows(app.database)).toMatchObject([{ total: 1 }]);
    await fresh.apply(events, events.at(-1)!);
    expect(await tallyRows(app.database)).toMatchObject([{ total: 2 }]);
  });

  it('cannot move an idle checkpoint either', async () => {
    const { app, old, fresh } = await twoTracks();
    await record(app.streams, 'a', added('a'));
    const events = await everything(app.store);
    await old.apply(events.slice(0, 1), events[0]!);
    await fresh.apply(events, events.at(-1)!);
    await expect(old.flush()).rejects.toThrow(Fenced);
    expect(await app.database.one(`select position from runtime.checkpoint where name = 'tally.totals'`)).toEqual({ position: 2 });
  });

  it('takes no event twice, whatever pages it is given', async () => {
    const { app, fresh } = await twoTracks();
    await record(app.streams, 'a', added('a'), added('a'), added('a'));
    const events = await everything(app.store);
    for (const end of [2, 1, 3, 2, 4, 4]) await fresh.apply(events.slice(0, end), events[end - 1]!);
    expect(await tallyRows(app.database)).toMatchObject([{ total: 3 }]);
  });
});
