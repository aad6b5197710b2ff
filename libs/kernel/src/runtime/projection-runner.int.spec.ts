import { afterEach, describe, expect, it } from '@jest/globals';
import { testApp, type TestApp, type TestAppOptions } from '#testing';
import { freshDatabase, type FreshDatabase } from '../../../../tests/support/database.js';
import { added, closed, noise, record, tallyModule, type TallyRow, totals } from '../../../testing/src/tally.js';
import { MemoryEventStore } from '../adapters/memory-event-store.js';
import { SetClock } from '../clock.js';
import { RuntimeStatus } from './status.js';

const opened: (TestApp | FreshDatabase)[] = [];
const open = async (options: TestAppOptions) => {
  const app = await testApp(options);
  opened.push(app);
  return app;
};
const database = async () => {
  const fresh = await freshDatabase();
  opened.push(fresh);
  return fresh.url;
};
const rows = (app: TestApp, table = 'tally') => app.database.rows<TallyRow>(`select id, total, last_on as "lastOn", marks from read.${table} order by id`);

afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await ('close' in one ? one.close() : one.drop());
});

describe('Read models made from the log', () => {
  it('show what was recorded, live', async () => {
    const app = await open({ modules: [tallyModule([totals()])] });
    await record(app.streams, 'a', added('a', 2), noise, added('a', 3));
    await record(app.streams, 'b', added('b'));
    await record(app.streams, 'c', added('c'), closed('c'));
    await app.settled();
    expect(await rows(app)).toEqual([
      { id: 'a', total: 5, lastOn: '2026-03-10', marks: ['+2', '+3'] },
      { id: 'b', total: 1, lastOn: '2026-03-10', marks: ['+1'] },
    ]);
  });
});
