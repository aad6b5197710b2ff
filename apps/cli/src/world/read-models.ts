import type { INestApplicationContext } from '@nestjs/common';
import { RuntimeStatus } from '#kernel/runtime/status';
import { Worker } from '#kernel/runtime/worker';

const A_DAY = 24 * 3_600_000;
const EVERY_MS = 500;

/** Waits until the read models have followed a log to its end. */
export async function followToTheEnd(platform: INestApplicationContext, shown: (position: number) => void): Promise<void> {
  const status = platform.get(RuntimeStatus, { strict: false });
  const look = async () => {
    const { projections } = await status.snapshot();
    shown((await status.rebuilding(projections.map(({ name }) => name))) ?? Math.max(0, Math.min(...projections.map(({ position }) => position))));
  };
  const watch = setInterval(() => void look().catch(() => undefined), EVERY_MS);
  try {
    if (!(await platform.get(Worker, { strict: false }).settled(A_DAY))) throw new Error('the read models do not follow: does another process work on this database?');
  } finally {
    clearInterval(watch);
  }
}
