// A complete platform on this machine: database, keys, a small world, the server. Used by start and by the browser journeys.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync, writeSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { embeddedPostgres } from './embedded-postgres.mjs';

const WORLD = 'dist/apps/cli/src/world.js';
const SERVER = 'dist/apps/platform/src/main.js';

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Written beside, then renamed: a key is there in full or not at all. */
function keyFile(file) {
  if (!existsSync(file)) {
    const draft = `${file}.${process.pid}`;
    const handle = openSync(draft, 'w', 0o600);
    writeSync(handle, randomBytes(32).toString('base64'));
    fsyncSync(handle);
    closeSync(handle);
    renameSync(draft, file);
  }
  return readFileSync(file, 'utf8').trim();
}

export const portTaken = (port, host) =>
  new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', (error) => resolve(error.code === 'EADDRINUSE'));
    server.listen(port, host, () => server.close(() => resolve(false)));
  });

const run = (script, args, env, onChild) =>
  new Promise((resolve, reject) => {
    // Detached: Ctrl-C reaches the launcher alone, which stops the rest in order. The channel tells the child when the launcher is gone.
    const child = spawn(process.execPath, ['--enable-source-maps', '--max-semi-space-size=64', script, ...args], { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'], detached: true });
    onChild(child);
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? signal));
  });

async function healthy(address, child, deadline) {
  while (child.exitCode === null && child.signalCode === null && Date.now() < deadline) {
    try {
      const answer = await fetch(`${address}/api/health`, { signal: AbortSignal.timeout(2000) });
      if (answer.ok) return true;
    } catch {
      /* not listening yet */
    }
    await pause(50);
  }
  return false;
}

/**
 * @param {{ dataDir: string, port: number, host?: string, env?: Record<string, string>, world?: string | null, say?: (line: string) => void, test?: boolean }} options
 * @returns {{ start: () => Promise<{ address: string, exited: Promise<unknown> } | null>, stop: () => Promise<void> }} `start` answers null when `stop` came first
 */
export function localPlatform({ dataDir, port, host = 'localhost', env = {}, world = 'small', say = () => {}, test = false }) {
  const children = new Set();
  let postgres = null;
  let stopping = null;

  const ended = async (child) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), 12_000);
    await gone;
    clearTimeout(late);
  };
  const stop = () =>
    (stopping ??= (async () => {
      await Promise.all([...children].map(ended));
      postgres?.stop();
    })());
  const launch = (script, args, settings) =>
    run(script, args, settings, (child) => {
      children.add(child);
      child.once('exit', () => children.delete(child));
    });

  async function settingsOf() {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    const settings = { ...process.env, DATA_DIR: dataDir, HOST: host, PORT: String(port), ...env };
    settings.MASTER_KEY ||= keyFile(path.join(dataDir, 'master.key'));
    settings.DEMO_ACCOUNTS ||= 'true';
    if (settings.DEMO_ACCOUNTS === 'true') settings.TEAM_EMAIL ||= 'equipe@demo.example';
    if (!settings.DATABASE_URL) {
      say('Starting PostgreSQL…');
      postgres = await embeddedPostgres(dataDir, { test });
      settings.DATABASE_URL = postgres.url();
      // A stop that came while the server was starting has found nothing to stop.
      if (stopping) postgres.stop();
    }
    return settings;
  }

  async function makeWorld(settings) {
    const made = path.join(dataDir, `world-${world}.done`);
    if (!world || existsSync(made) || !existsSync(WORLD)) return;
    say('Making a small fictional world (once)…');
    const code = await launch(WORLD, ['--size', world], settings);
    if (stopping) return;
    if (code !== 0) throw new Error(`the fictional world could not be made (${code}); remove ${dataDir} to begin again`);
    writeFileSync(made, '');
  }

  async function start() {
    try {
      const settings = await settingsOf();
      if (!stopping) await makeWorld(settings);
      if (stopping) return null;
      const exited = launch(SERVER, [], settings);
      const [server] = children;
      const address = `http://${host === '0.0.0.0' || host === '::' ? 'localhost' : host}:${port}`;
      if (await healthy(address, server, Date.now() + 120_000)) return { address, exited };
      if (stopping) return null;
      throw new Error('the server did not start; the reason is above');
    } catch (error) {
      await stop();
      throw error;
    }
  }
  return { start, stop };
}
