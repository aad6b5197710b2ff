import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, type Day, dayOf, derivedId, EventStore, isDay, SetClock, startOf } from '#kernel';
import { loadCommunes } from '#reference';
import { readArguments } from './arguments.js';
import { environment } from './environment.js';
import { stopWhenInterrupted } from './interrupted.js';
import { openPlatform } from './open.js';
import { Progress } from './progress.js';
import { refuseWhileFollowed } from './world/followed.js';
import { makeWorld } from './world/make.js';
import { makeLargeWorld } from './world/memory/large-world.js';
import { planWorld } from './world/plan.js';
import { PlatformStage } from './world/platform-stage.js';
import type { Size } from './world/proportions.js';
import { followToTheEnd } from './world/read-models.js';
import { withoutWaiting } from './world/relaxed-commits.js';
import { largeSummary, making, onDisk, refuseForeignLog, summary } from './world/summary.js';

const { options } = readArguments(process.argv.slice(2));
const size = options['size'] ?? 'small';
const seed = Number(options['seed'] ?? 1);
const last: Day = options['until'] ?? addDays(dayOf(Date.now()), -1);
if (!['small', 'region', 'nation'].includes(size) || !Number.isInteger(seed) || !isDay(last) || startOf(last) > Date.now()) {
  console.error('npm run world -- [--size small|region|nation] [--seed N] [--until YYYY-MM-DD, yesterday if absent]');
  process.exit(1);
}

const started = Date.now();
// Nothing else is seen of it: a country is planned for a good while.
if (size !== 'small') console.error(`Planning the ${size} up to ${last}…`);
loadCommunes();
const name = `${size} ${seed}`;
const plan = planWorld(size as Size, seed, last, (...parts) => derivedId('world', name, ...parts));
const clock = new SetClock(startOf(plan.founded));
const surroundings = await environment();
stopWhenInterrupted(surroundings);
const relaxed = withoutWaiting(surroundings);
const bars = { founding: new Progress(plan.organisations.length, 'organisations'), playing: new Progress(plan.stories.reduce((sum, { steps }) => sum + steps.length, 0), 'steps') };
const shown = { founding: (done: number) => bars.founding.show(done), playing: (done: number) => bars.playing.show(done) };

const small = async (): Promise<string> => {
  const platform = await openPlatform(relaxed, { role: 'all', clock, mail: 'off' });
  try {
    const stage = new PlatformStage(platform, clock, name);
    await refuseForeignLog(stage.store, plan);
    const played = await makeWorld(stage, plan, last, shown);
    await onDisk(platform);
    return await summary(platform, stage.store, played, stage.refused, started);
  } finally {
    await platform.close();
  }
};

const large = async (): Promise<string> => {
  const quiet = await openPlatform(relaxed, { role: 'api', clock, mail: 'off' });
  const made = await (async () => {
    await refuseForeignLog(quiet.get(EventStore, { strict: false }), plan);
    return makeLargeWorld(quiet, { name, plan, last, clock, shown });
  })().finally(() => quiet.close());
  const from = Date.now();
  // Deadlines would look at read models that are years behind.
  const platform = await openPlatform(relaxed, { role: 'all', clock, deadlines: 'off', mail: 'off' });
  try {
    const bar = new Progress(made.end, 'events in the read models');
    await followToTheEnd(platform, (position) => bar.show(position));
    bar.show(made.end);
    await onDisk(platform);
    const readModels = (Date.now() - from) / 1000;
    writeFileSync(join(surroundings.variables['DATA_DIR']!, 'world.json'), JSON.stringify(making(size, seed, made, readModels)));
    return await largeSummary(platform, made, readModels);
  } finally {
    await platform.close();
  }
};

try {
  await refuseWhileFollowed(relaxed.variables['DATABASE_URL']!);
  console.log(await (size === 'small' ? small() : large()));
} catch (error) {
  console.error(`The world could not be made: ${(error as Error).message}`);
  process.exitCode = 1;
} finally {
  surroundings.stop();
}
