import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from '#kernel/runtime/worker';
import { type Environment, environment } from '../environment.js';
import { openPlatform } from '../open.js';
import type { HealthReport } from '../../../platform/src/ops/health.js';
import type { Making } from '../world/summary.js';

const SIZES = ['region', 'nation'] as const;
/** The same world for everybody who measures. */
const UNTIL = '2026-10-31';
const STARTED_WITHIN_MS = 300_000;
const A_DAY = 24 * 3_600_000;

export interface Served {
  readonly address: string;
  stop(): Promise<void>;
}

/** A world of its own to measure on, made once and kept beside the results. */
export interface Installation {
  readonly size: string;
  readonly made: Making;
  readonly url: string;
  readonly environment: Environment;
  /** A server process of the role asked for, answering. */
  serve(role: 'api' | 'worker' | 'all'): Promise<Served>;
}

const ended = (child: ChildProcess) =>
  new Promise<number | string | null>((done) => (child.exitCode ?? child.signalCode) === null ? child.once('exit', (code, signal) => done(code ?? signal)) : done(child.exitCode));

const freePort = () =>
  new Promise<number>((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });

/** Answers, and fills no copy any more: the first minutes of a server are not those of a request. */
async function isUp(address: string): Promise<boolean> {
  const report = await fetch(`${address}/api/health`).then((answer) => (answer.ok ? (answer.json() as Promise<HealthReport>) : null), () => null);
  return !!report && report.projections.every(({ state }) => state === 'live');
}

/** Read models kept from an earlier run may have another shape today. */
async function upToDate(surroundings: Environment): Promise<void> {
  const platform = await openPlatform(surroundings, { role: 'all', deadlines: 'off' });
  try {
    await platform.get(Worker, { strict: false }).settled(A_DAY);
  } finally {
    await platform.close();
  }
}

/** The size is `BENCH_WORLD`: region unless said otherwise. @throws Error */
export async function installation(): Promise<Installation & { stop(): void }> {
  const size = process.env['BENCH_WORLD'] ?? 'region';
  if (!(SIZES as readonly string[]).includes(size)) throw new Error(`BENCH_WORLD is one of ${SIZES.join(', ')}`);
  const folder = resolve(process.env['DATA_DIR'] || '.data', 'bench', size);
  const surroundings = await environment({ given: { ...process.env, DATA_DIR: folder, DATABASE_URL: '', EVENT_STORE_URL: '', MASTER_KEY: '' } });
  const file = join(folder, 'world.json');
  if (!existsSync(file)) {
    const world = spawn(process.execPath, [...process.execArgv, 'dist/apps/cli/src/world.js', '--size', size, '--seed', '1', '--until', UNTIL], { env: surroundings.variables as NodeJS.ProcessEnv, stdio: 'inherit' });
    if ((await ended(world)) !== 0) throw new Error(`the world to measure on could not be made; remove ${folder} to begin again`);
  }
  const made = JSON.parse(readFileSync(file, 'utf8')) as Making;
  await upToDate(surroundings);

  const serve = async (role: string): Promise<Served> => {
    const port = await freePort();
    const address = `http://127.0.0.1:${port}`;
    const env = { ...surroundings.variables, ROLE: role, HOST: '127.0.0.1', PORT: String(port), DEMO_ACCOUNTS: 'true', REQUESTS_PER_MINUTE: '0', LOG_LEVEL: 'error', NODE_ENV: 'production' };
    const child = spawn(process.execPath, ['--enable-source-maps', '--max-semi-space-size=64', 'dist/apps/platform/src/main.js'], { env: env as NodeJS.ProcessEnv, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    const until = Date.now() + STARTED_WITHIN_MS;
    while (!(await isUp(address))) {
      if (child.exitCode !== null || Date.now() > until) throw new Error(`the server with ROLE=${role} did not start`);
      await sleep(200);
    }
    return {
      address,
      async stop() {
        child.kill('SIGTERM');
        await ended(child);
      },
    };
  };
  return { size, made, url: surroundings.variables['DATABASE_URL']!, environment: surroundings, serve, stop: () => surroundings.stop() };
}
