import type { Environment } from './environment.js';

/** Ctrl-C stops what the command started; so does the end, even violent, of the launcher that started the command. */
export const stopWhenInterrupted = ({ stop }: Environment): void => {
  const end = () => {
    stop();
    process.exit(130);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, end);
  if (!process.channel) return;
  process.once('disconnect', end);
  // Listening must not keep a finished command alive.
  process.channel.unref();
};
