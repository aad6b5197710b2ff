import { RuntimeStatus } from '#kernel/runtime/status';
import { Worker } from '#kernel/runtime/worker';
import { readArguments } from './arguments.js';
import { environment } from './environment.js';
import { openPlatform } from './open.js';
import { Progress } from './progress.js';

const { words, options } = readArguments(process.argv.slice(2));
const surroundings = await environment();
const platform = await openPlatform(surroundings, { role: 'all' });
try {
  const status = platform.get(RuntimeStatus, { strict: false });
  const names = (await status.snapshot()).projections.map(({ name }) => name);
  const asked = 'all' in options ? names : words;
  if (asked.length === 0 || asked.some((name) => !names.includes(name))) {
    console.error(`npm run rebuild -- <name> … | --all\n${names.map((name) => `  ${name}`).join('\n')}`);
    process.exitCode = 1;
  } else {
    const head = (await status.snapshot()).head ?? 0;
    const progress = new Progress(head, asked.length === 1 ? asked[0]! : `${asked.length} read models`);
    const watch = setInterval(() => void status.rebuilding(asked).then((position) => position !== null && progress.show(position)), 200);
    await platform.get(Worker, { strict: false }).rebuild(asked).finally(() => clearInterval(watch));
    progress.show(head);
  }
} finally {
  await platform.close();
  surroundings.stop();
}
