import { setTimeout as pause } from 'node:timers/promises';
import { PgDatabase } from '#kernel/adapters/pg-database';
import { WORKER_LOCK } from '#kernel/runtime/worker';

/** A process that has just been stopped lets go within this. */
const PATIENCE_MS = 2_000;

/** A world is written on a clock of its own, by a process that follows the log itself. @throws Error when another one does */
export async function refuseWhileFollowed(address: string, patienceMs = PATIENCE_MS): Promise<void> {
  const database = new PgDatabase(address, { max: 1 });
  try {
    for (const until = Date.now() + patienceMs; ; await pause(100)) {
      const lock = await database.tryLock(WORKER_LOCK);
      if (lock) return await lock.release();
      if (Date.now() >= until) throw new Error('a server or a worker is running on this database. Stop it, make the world, then start it again.');
    }
  } finally {
    await database.close();
  }
}
