import type { INestApplicationContext } from '@nestjs/common';
import { Database, type EventStore } from '#kernel';
import type { LargeWorld } from './memory/large-world.js';
import type { WorldPlan } from './plan.js';
import type { Played } from './playing.js';

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

/** What making a world took, for whoever measures. Seconds; `decided` without waiting for the disk. */
export interface Making {
  readonly size: string;
  readonly seed: number;
  readonly events: number;
  readonly applications: number;
  readonly seconds: { readonly decided: number; readonly all: number; readonly readModels: number };
}

export const making = (size: string, seed: number, { events, played, seconds, times }: LargeWorld, readModels: number): Making => ({
  size,
  seed,
  events,
  applications: played.applications,
  seconds: { decided: seconds - (times.writing + times.before) / 1000, all: seconds, readModels },
});

const rate = (count: number, seconds: number): string => `${Math.round(count / seconds).toLocaleString('fr-FR')}/s`;

/** What was made, and how fast. */
export async function summary(platform: INestApplicationContext, store: EventStore, { candidates, applications, steps }: Played, refused: ReadonlyMap<string, number>, started: number): Promise<string> {
  const events = (await store.head())?.position ?? 0;
  const seconds = (Date.now() - started) / 1000;
  return [
    `${candidates} candidates, ${applications} applications, ${steps} steps, ${events} events in ${seconds.toFixed(1)} s (${rate(events, seconds)})`,
    `applications: ${await statuses(platform)}`,
    ...refusals(refused),
  ].join('\n');
}

/** The same for a world made in memory, each part on its own. `followed`: seconds the read models took. */
export async function largeSummary(platform: INestApplicationContext, { played, events, digest, seconds, times, people, refused }: LargeWorld, followed: number): Promise<string> {
  const deciding = seconds - (times.writing + times.before) / 1000;
  return [
    `${played.candidates} candidates, ${played.applications} applications, ${played.steps} steps, ${events} events`,
    `deciding and sealing events: ${deciding.toFixed(1)} s (${rate(events, deciding)})`,
    `waiting for the log to be written: ${(times.writing / 1000).toFixed(1)} s`,
    `sealing people: ${people.sealed} in ${(people.ms / 1000).toFixed(1)} s (${rate(people.sealed, people.ms / 1000)}); with texts ${(times.before / 1000).toFixed(1)} s`,
    `all of this: ${seconds.toFixed(1)} s (${rate(events, seconds)})`,
    `read models: ${followed.toFixed(1)} s (${rate(events, followed)})`,
    `memory: ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`,
    `digest of the log: ${digest}`,
    `applications: ${await statuses(platform)}`,
    ...refusals(refused),
  ].join('\n');
}

const statuses = async (platform: INestApplicationContext): Promise<string> => {
  const rows = await platform.get(Database, { strict: false }).rows<{ status: string; count: number }>('select status, count(*)::int as count from read.hiring_application group by status order by status');
  return rows.map(({ status, count }) => `${count} ${status}`).join(', ');
};

const refusals = (refused: ReadonlyMap<string, number>): readonly string[] => {
  if (refused.size === 0) return [];
  return ['refused by a rule:', ...[...refused].sort(([, a], [, b]) => b - a).map(([code, count]) => `  ${count} × ${code}`)];
};
