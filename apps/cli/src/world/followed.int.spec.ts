import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { PgDatabase } from '#kernel/adapters/pg-database';
import { testApp, type TestApp } from '#testing';
import { refuseWhileFollowed } from './followed.js';

let app: TestApp;
beforeAll(async () => void (app = await testApp({ modules: [] })), 60_000);
afterAll(() => app?.close());

it('a world is not begun while a worker follows the log, and is once it has stopped', async () => {
  await app.settled();
  await expect(refuseWhileFollowed(app.databaseUrl, 0)).rejects.toThrow('a server or a worker is running');
  await app.worker.stop();
  await refuseWhileFollowed(app.databaseUrl, 0);
  // Having looked, it holds nothing back.
  const database = new PgDatabase(app.databaseUrl, { max: 1 });
  const lock = await database.tryLock('runtime.worker');
  expect(lock).not.toBeNull();
  await lock?.release();
  await database.close();
});
