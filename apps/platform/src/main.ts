import { describeError } from '#kernel/api';
import { createApp } from './app.js';
import { readConfig, WrongConfiguration } from './config.js';

const GRACE = 10_000;

try {
  const config = readConfig(process.env);
  const app = await createApp(config);
  await app.listen(config.port, config.host);
  const stop = () => {
    setTimeout(() => process.exit(1), GRACE).unref();
    void app.close().then(() => process.exit(0));
  };
  // Started by a launcher that is gone, even killed: nobody would stop this process any more.
  if (process.channel) process.once('disconnect', stop);
} catch (error) {
  if (error instanceof WrongConfiguration) console.error(error.message);
  else console.error('the platform could not start', error instanceof Error ? error.message : '', describeError(error));
  process.exit(1);
}
