import { generateKeyPairSync } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { SystemClock } from '#kernel';
import { MemoryEventStore } from '../../libs/kernel/src/adapters/memory-event-store.js';
import { PgDatabase } from '#kernel/adapters/pg-database';
import { Sealer } from '#kernel/sealer';
import { freshDatabase } from '../support/database.js';

it('lets several workers start for the first time at the same moment', async () => {
  const { privateKey } = generateKeyPairSync('ed25519');
  const fresh = await freshDatabase();
  const databases = Array.from({ length: 6 }, () => new PgDatabase(fresh.url));
  const sealers = databases.map((database) => new Sealer(new MemoryEventStore(new SystemClock()), database, privateKey));
  await Promise.all(databases.map((database) => database.rows('select 1')));
  for (let round = 0; round < 5; round++) {
    await databases[0]!.rows('drop schema if exists runtime cascade');
    const opened = await Promise.allSettled(sealers.map((sealer) => sealer.open()));
    expect(opened.filter(({ status }) => status === 'rejected')).toEqual([]);
  }
  await Promise.all(databases.map((database) => database.close()));
  await fresh.drop();
});
