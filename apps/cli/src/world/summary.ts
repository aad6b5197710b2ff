import type { INestApplicationContext } from '@nestjs/common';
import { Database, type EventStore } from '#kernel';
import type { WorldPlan } from './plan.js';
import type { Played } from './playing.js';
import type { Stage } from './stage.js';

/** A world begins years ago, and a log only grows: what others wrote before cannot come after. @throws Error */
export async function refuseForeignLog(store: EventStore, { organisations }: WorldPlan): Promise<void> {
  const first = organisations[0]!;
  if ((await store.read(`${first.type}-${first.id}`)).length > 0) return;
  for await (const page of store.pages(null, 10)) {
    if (page.some(({ type }) => !type.startsWith('kernel.'))) throw new Error('the log already holds events; a world is made in an empty one. Give another DATA_DIR or DATABASE_URL.');
    return;
  }
}

/** Waits for the disk once, for everything. */
export const onDisk = (platform: INestApplicationContext): Promise<void> =>
  platform.get(Database, { strict: false }).transaction(async (sql) => {
    await sql.run('set local synchronous_commit = on');
    await sql.rows('select pg_current_xact_id()');
  });

/** What was made, and how fast. */
export async function summary(platform: INestApplicationContext, stage: Stage, { candidates, applications, steps }: Played, started: number): Promise<string> {
  const database = platform.get(Database, { strict: false });
  const statuses = await database.rows<{ status: string; count: number }>('select status, count(*)::int as count from read.hiring_application group by status order by status');
  let events = 0;
  for await (const page of stage.store.pages(null, 20_000)) events += page.length;
  const seconds = (Date.now() - started) / 1000;
  const refused = [...stage.refused].sort(([, a], [, b]) => b - a).map(([code, count]) => `  ${count} × ${code}`);
  return [
    `${candidates} candidates, ${applications} applications, ${steps} steps, ${events} events in ${seconds.toFixed(1)} s (${Math.round(events / seconds)} events/s)`,
    `applications: ${statuses.map(({ status, count }) => `${count} ${status}`).join(', ')}`,
    ...(refused.length > 0 ? ['refused by a rule:', ...refused] : []),
  ].join('\n');
}
