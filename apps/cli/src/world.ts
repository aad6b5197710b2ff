import { addDays, type Day, dayOf, derivedId, EventStore, isDay, SetClock, startOf } from '#kernel';
import { loadCommunes } from '#reference';
import { readArguments } from './arguments.js';
import { environment } from './environment.js';
import { stopWhenInterrupted } from './interrupted.js';
import { openPlatform } from './open.js';
import { Progress } from './progress.js';
import { makeWorld } from './world/make.js';
import { planWorld } from './world/plan.js';
import type { Size } from './world/proportions.js';
import { withoutWaiting } from './world/relaxed-commits.js';
import { Stage } from './world/stage.js';
import { onDisk, refuseForeignLog, summary } from './world/summary.js';

const { options } = readArguments(process.argv.slice(2));
const size = options['size'] ?? 'small';
const seed = Number(options['seed'] ?? 1);
const last: Day = options['until'] ?? addDays(dayOf(Date.now()), -1);
if (!['small', 'region', 'nation'].includes(size) || !Number.isInteger(seed) || !isDay(last) || startOf(last) > Date.now()) {
  console.error('npm run world -- [--size small|region|nation] [--seed N] [--until YYYY-MM-DD, yesterday if absent]');
  process.exit(1);
}

const started = Date.now();
loadCommunes();
const name = `${size} ${seed}`;
const plan = planWorld(size as Size, seed, last, (...parts) => derivedId('world', name, ...parts));
const clock = new SetClock(startOf(plan.founded));
const surroundings = await environment();
stopWhenInterrupted(surroundings);
const platform = await openPlatform(withoutWaiting(surroundings), { role: 'all', clock, streams: { cacheStates: true } });
try {
  const stage = new Stage(platform, clock, name);
  await refuseForeignLog(platform.get(EventStore, { strict: false }), plan);
  const bars = { founding: new Progress(plan.organisations.length, 'organisations'), playing: new Progress(plan.stories.reduce((sum, { steps }) => sum + steps.length, 0), 'steps') };
  const played = await makeWorld(stage, plan, last, { founding: (done) => bars.founding.show(done), playing: (done) => bars.playing.show(done) });
  await onDisk(platform);
  console.log(await summary(platform, stage, played, started));
} catch (error) {
  console.error(`The world could not be made: ${(error as Error).message}`);
  process.exitCode = 1;
} finally {
  await platform.close();
  surroundings.stop();
}
