import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { embeddedPostgres } from '../../tools/embedded-postgres.mjs';

const PREFIX = 'plateforme-tests-';

/** A run that was killed leaves its server behind: the next one stops it. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const owner = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1];
    if (!owner || alive(Number(owner))) continue;
    const folder = join(tmpdir(), name);
    if (existsSync(join(folder, 'pg', 'postmaster.pid'))) (await embeddedPostgres(folder, { test: true })).stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** One server for the whole run; every suite takes databases of its own from it. */
export default async function setup(): Promise<void> {
  if (process.env['TEST_POSTGRES_URL']) return;
  await sweep();
  const folder = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  const server = await embeddedPostgres(folder, { test: true });
  process.env['TEST_POSTGRES_URL'] = server.url();
  (globalThis as { testServer?: { folder: string; stop(): void } }).testServer = { folder, stop: () => server.stop() };
}
