import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { NO_STREAM, SystemClock, verifyChain } from '#kernel';
import { PostgresEventStore } from '../../libs/kernel/src/adapters/postgres-event-store.js';
import { forMuch } from '../../libs/kernel/src/adapters/postgres-connection.js';
import { embeddedPostgres, type EmbeddedPostgres } from '../../tools/embedded-postgres.mjs';
import { proposal } from './proposals.js';

/** A backend killed with -9 makes the server throw every connection out and recover from its write-ahead log. */
async function crash(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  process.kill(rows[0]!.pid, 'SIGKILL');
  await client.end().catch(() => {});
}

describe('a PostgreSQL server that crashes under its writers', () => {
  let folder: string;
  let server: EmbeddedPostgres;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'plateforme-crash-'));
    server = await embeddedPostgres(folder);
  }, 60_000);
  afterAll(() => {
    server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('comes back with every acknowledged event, and readers and writers go on', async () => {
    const store = new PostgresEventStore(server.url(), new SystemClock());
    await store.open();
    const controller = new AbortController();
    const seen: string[] = [];
    const reading = (async () => {
      for await (const page of store.follow(null, controller.signal)) seen.push(...page.map(({ id }) => id));
    })();
    const acknowledged: string[] = [];
    let stop = false;
    const writers = Promise.all(
      [0, 1, 2, 3].map(async (w) => {
        for (let head = NO_STREAM; !stop; ) {
          const event = proposal({ w });
          ({ head } = await store.append(`writer-${w}`, head, [event]));
          acknowledged.push(event.id);
        }
      }),
    );
    const more = async (count: number) => {
      for (const target = acknowledged.length + count; acknowledged.length < target; ) await new Promise((resolve) => setTimeout(resolve, 5));
    };
    await more(100);
    for (let i = 0; i < 2; i++) {
      await crash(server.url());
      await more(100);
    }
    stop = true;
    await writers;
    while (seen.length < acknowledged.length + 1) await new Promise((resolve) => setTimeout(resolve, 5));
    controller.abort();
    await reading;
    expect(seen.slice(1).sort()).toEqual(acknowledged.sort());
    for (const w of [0, 1, 2, 3]) expect(verifyChain(`writer-${w}`, await store.read(`writer-${w}`))).toBeNull();
    await store.close();
  }, 60_000);

  it('is adopted when it is already running, and starts again on its data after a power cut', async () => {
    const store = new PostgresEventStore(server.url(), new SystemClock());
    await store.open();
    const { position } = await store.append('before-the-cut', NO_STREAM, [proposal()]);
    const identity = await store.identity();
    await store.close();
    expect((await embeddedPostgres(folder)).adopted).toBe(true);
    server.kill();
    server = await embeddedPostgres(folder);
    expect(server.adopted).toBe(false);
    const again = new PostgresEventStore(server.url(), new SystemClock());
    await again.open();
    expect(await again.identity()).toBe(identity);
    expect((await again.last('before-the-cut'))?.position).toBe(position);
    await again.close();
  }, 60_000);

  it('is reached by a socket that only this account can open, wherever its data lies, and by TCP for whoever moves much', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), `plateforme-un dossier, ${'long '.repeat(20)}-`));
    const far = await embeddedPostgres(elsewhere, { test: true });
    try {
      for (const url of [server.url(), far.url()]) {
        const client = new pg.Client({ connectionString: url });
        await client.connect();
        const { host } = client;
        await client.end();
        expect(statSync(host).mode & 0o077).toBe(0);
        const byTcp = new pg.Client({ connectionString: forMuch(url) });
        await byTcp.connect();
        await byTcp.end();
        expect(byTcp.host).toBe('127.0.0.1');
      }
    } finally {
      far.stop();
      rmSync(elsewhere, { recursive: true, force: true });
    }
  }, 60_000);

  it('keeps to the port when somebody else has put a folder where its socket would go', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), `plateforme-un dossier, ${'long '.repeat(20)}-`));
    const taken = join(tmpdir(), `plateforme-${createHash('sha256').update(join(elsewhere, 'pg')).digest('hex').slice(0, 12)}`);
    mkdirSync(taken);
    chmodSync(taken, 0o777);
    try {
      const far = await embeddedPostgres(elsewhere, { test: true });
      const client = new pg.Client({ connectionString: far.url() });
      await client.connect();
      await client.end();
      far.stop();
      expect([client.host, readdirSync(taken)]).toEqual(['127.0.0.1', []]);
    } finally {
      for (const folder of [elsewhere, taken]) rmSync(folder, { recursive: true, force: true });
    }
  }, 60_000);
});
