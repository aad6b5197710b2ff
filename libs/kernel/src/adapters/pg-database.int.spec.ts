import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '../../../../tests/support/database.js';
import { eventually } from '../../../testing/src/opened.js';
import { PgDatabase } from './pg-database.js';

let fresh: FreshDatabase;
let database: PgDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
  database = new PgDatabase(fresh.url, { max: 4 });
});
afterAll(async () => {
  await database.close();
  await fresh.drop();
});

describe('SQL over the database', () => {
  it('answers what JSON would say: days and instants as text, numbers as numbers', async () => {
    await database.run(`set time zone 'Asia/Kolkata'`);
    const row = await database.one(
      `select '2026-03-29'::date as day, '2026-03-29T01:30:00.123Z'::timestamptz as instant, 9007199254740991::int8 as whole, 2.5::numeric as part,
              array['2026-01-01', null]::date[] as days, array[1, 2]::int8[] as wholes, array['2026-03-29T01:30:00Z']::timestamptz[] as instants, '{}'::date[] as none, '{"a": 1}'::jsonb as json`,
    );
    expect(row).toEqual({
      day: '2026-03-29',
      instant: '2026-03-29T01:30:00.123Z',
      whole: 9007199254740991,
      part: 2.5,
      days: ['2026-01-01', null],
      wholes: [1, 2],
      instants: ['2026-03-29T01:30:00.000Z'],
      none: [],
      json: { a: 1 },
    });
  });

  it('takes a transaction as a whole, even when its statements are not awaited one by one', async () => {
    await database.run('create table pair (id int primary key)');
    await database.transaction((sql) => Promise.all([1, 2, 3].map((id) => sql.run('insert into pair values ($1)', [id]))));
    await expect(
      database.transaction(async (sql) => {
        await sql.run('delete from pair');
        await sql.run('insert into pair values ($1), ($1)', [4]);
      }),
    ).rejects.toThrow('duplicate key');
    expect(await database.rows('select id from pair order by id')).toEqual([{ id: 1 }, { id: 2 }, { id: 3 }]);
  });

  it('prepares statements under a bounded number of names', async () => {
    for (let i = 0; i < 600; i++) await database.one(`select ${i} as n`);
    const connections = await database.one<{ n: number }>('select count(*) as n from pg_prepared_statements');
    expect(connections!.n).toBeLessThanOrEqual(500);
  });

  it('gives a lock to one holder only, until it lets go or its connection dies', async () => {
    const held = await database.tryLock('work');
    expect(held).not.toBeNull();
    expect(await database.tryLock('work')).toBeNull();
    await held!.release();
    const again = await database.tryLock('work');
    await database.run(`select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())`);
    await eventually(() => again!.lost.aborted);
    const third = await database.tryLock('work');
    expect(third).not.toBeNull();
    await third!.release();
  });

  it('goes on listening after its connection was cut', async () => {
    const heard: string[] = [];
    const stop = await database.listen('news', (message) => heard.push(message));
    await database.run(`select pg_notify('news', 'one')`);
    await eventually(() => heard.length === 1);
    await database.run(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and query like 'listen%'`);
    await eventually(async () => {
      await database.run(`select pg_notify('news', 'two')`);
      return heard.includes('two');
    });
    await stop();
  });
});
