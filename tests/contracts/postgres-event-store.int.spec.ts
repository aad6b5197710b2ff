import { describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { NO_STREAM, SetClock, SystemClock } from '#kernel';
import { PostgresEventStore } from '../../libs/kernel/src/adapters/postgres-event-store.js';
import { freshDatabase } from '../support/database.js';
import { eventStoreContract } from './event-store.suite.js';
import { proposal } from './proposals.js';

const cutConnections = async (url: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()');
  await client.end();
};

eventStoreContract('on PostgreSQL', async () => {
  const database = await freshDatabase();
  const clock = new SetClock('2026-01-05T09:00:00Z');
  const store = new PostgresEventStore(database.url, clock);
  await store.open();
  return {
    store, url: database.url, clock,
    beside: async (theirs) => {
      const other = new PostgresEventStore(database.url, theirs);
      await other.open();
      return other;
    },
    interrupt: () => cutConnections(database.url),
    close: async () => {
      await store.close();
      await database.drop();
    },
  };
});

describe('the PostgreSQL event store', () => {
  it('is opened by several processes at once with one identity', async () => {
    const database = await freshDatabase();
    const stores = Array.from({ length: 4 }, () => new PostgresEventStore(database.url, new SystemClock()));
    await Promise.all(stores.map((store) => store.open()));
    expect(new Set(await Promise.all(stores.map((store) => store.identity()))).size).toBe(1);
    expect((await stores[0]!.head())?.position).toBe(1);
    await Promise.all(stores.map((store) => store.close()));
    await database.drop();
  });

  it('writes the good appends of a batch when the database refuses one of them', async () => {
    const database = await freshDatabase();
    const store = new PostgresEventStore(database.url, new SystemClock());
    await store.open();
    const outcomes = await Promise.allSettled([
      store.append('first', NO_STREAM, [proposal()]),
      store.append('good-1', NO_STREAM, [proposal()]),
      store.append('bad', NO_STREAM, [{ ...proposal(), id: 'no uuid' }]),
      store.append('good-2', NO_STREAM, [proposal(), proposal()]),
      store.append('good-2', { revision: 0, hash: '' }, [proposal()]),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled', 'rejected']);
    expect(await store.read('good-2')).toHaveLength(2);
    await store.close();
    await database.drop();
  });

  it('keeps the recorded time of each event in a column, so that a date is a place in the log', async () => {
    const database = await freshDatabase();
    const store = new PostgresEventStore(database.url, new SetClock('2026-03-01T10:00:00Z'));
    await store.open();
    await store.append('dated', NO_STREAM, [proposal()]);
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query(`select position::int, to_timestamp(recorded / 1000.0) = (meta->>'recorded')::timestamptz as same from es.events order by position`);
    expect(rows).toEqual([{ position: 1, same: true }, { position: 2, same: true }]);
    await client.end();
    await store.close();
    await database.drop();
  });
});
