// npm scripts called from scripts: through the npm that is already running, never by name.
import { spawnSync } from 'node:child_process';

export const npmCommand = () => (process.env.npm_execpath ? [process.env.npm_node_execpath ?? process.execPath, process.env.npm_execpath] : ['npm']);

/** Runs `npm run <script>`; shows its output only when it fails, unless `loud`. @returns whether it succeeded */
export function npmRun(script, { args = [], loud = false, env = {}, timeout } = {}) {
  const [command, ...before] = npmCommand();
  const { status, stdout, stderr } = spawnSync(command, [...before, 'run', '-s', ...script.split(' '), ...(args.length ? ['--', ...args] : [])], {
    encoding: 'utf8',
    stdio: loud ? 'inherit' : 'pipe',
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, ...env },
    ...(timeout ? { timeout, killSignal: 'SIGKILL' } : {}),
  });
  if (status !== 0 && !loud) process.stderr.write(`${stdout ?? ''}${stderr ?? ''}`);
  return status === 0;
}
