// The real platform on data of its own, for the browser journeys: built, small world, forgotten afterwards.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { localPlatform } from './local.mjs';

const dataDir = mkdtempSync(path.join(os.tmpdir(), 'plateforme-journeys-'));
const env = { DATABASE_URL: '', EVENT_STORE_URL: '', MASTER_KEY: '', DEMO_ACCOUNTS: 'true', LOG_LEVEL: 'error', REQUESTS_PER_MINUTE: '0', NODE_ENV: 'test' };
const local = localPlatform({ dataDir, port: Number(process.argv[2]), env, test: true });

let stopping = false;
const stop = async (code) => {
  if (stopping) return;
  stopping = true;
  await local.stop();
  rmSync(dataDir, { recursive: true, force: true });
  process.exit(code);
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop(0));

// Whoever started the journeys may be killed: this must not outlive it.
const parent = process.ppid;
setInterval(() => process.ppid !== parent && void stop(1), 1000).unref();

try {
  const running = await local.start();
  if (running) await running.exited;
  await stop(1);
} catch (error) {
  console.error(error.message);
  await stop(1);
}
