import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { NO_STREAM, SystemClock, type StreamHead } from '#kernel';
import { audit } from '#kernel/audit';
import { PgDatabase } from '#kernel/adapters/pg-database';
import { PostgresEventStore } from '#kernel/adapters/postgres-event-store';
import { sealsIn } from '#kernel/seal-file';
import { Sealer } from '#kernel/sealer';
import type { Seal } from '#kernel/seals';
import { freshDatabase, type FreshDatabase } from '../support/database.js';
import { proposal } from './proposals.js';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');

describe('the audit of the log', () => {
  let database: FreshDatabase;
  let store: PostgresEventStore;
  let sql: PgDatabase;
  let sealer: Sealer;
  let intruder: pg.Client;
  const heads = new Map<string, StreamHead>();
  const write = async (stream: string, data: object) => {
    const { head, position } = await store.append(stream, heads.get(stream) ?? NO_STREAM, [proposal(data)]);
    heads.set(stream, head);
    return position;
  };
  const check = async () => audit(store, await sealer.seals(), publicKey);

  // Three streams of four events; a seal after the second and after the last round.
  beforeEach(async () => {
    database = await freshDatabase();
    heads.clear();
    store = new PostgresEventStore(database.url, new SystemClock());
    await store.open();
    sql = new PgDatabase(database.url);
    sealer = new Sealer(store, sql, privateKey);
    await sealer.open();
    intruder = new pg.Client({ connectionString: database.url });
    await intruder.connect();
    for (let round = 0; round < 4; round++) {
      for (const stream of ['a', 'b', 'c']) await write(stream, { round, amount: 100 });
      if (round % 2) await sealer.seal();
    }
  });
  afterEach(async () => {
    await intruder.end();
    await Promise.all([store.close(), sql.close()]);
    await database.drop();
  });

  it('finds nothing in a log nobody touched, and says what is not sealed yet', async () => {
    await write('a', { late: true });
    expect(await check()).toEqual({ events: 14, streams: 4, seals: 2, unsealed: 1, broken: null });
    expect((await sealer.seal())?.number).toBe(3);
    expect(await sealer.seal()).toBeNull();
    expect(await check()).toMatchObject({ seals: 3, unsealed: 0, broken: null });
  });

  it('names an altered event', async () => {
    await intruder.query(`update es.events set data = replace(data::text, '100', '900')::json where stream = 'b' and revision = 1`);
    expect((await check()).broken).toMatchObject({ kind: 'altered', stream: 'b', revision: 1 });
  });

  it('names a removed event', async () => {
    await intruder.query(`delete from es.events where stream = 'c' and revision = 1`);
    expect((await check()).broken).toMatchObject({ kind: 'removed', stream: 'c', revision: 1 });
  });

  it('notices that the log was cut at its end', async () => {
    await intruder.query(`delete from es.events where position > (select max(position) - 2 from es.events)`);
    expect((await check()).broken).toMatchObject({ kind: 'truncated', seal: 2, missing: 2 });
  });

  it('notices that the log was cut before the last seal altogether', async () => {
    await intruder.query(`delete from es.events where position > 7`);
    expect((await check()).broken).toMatchObject({ kind: 'truncated', seal: 2, missing: 6 });
  });

  it('notices that a stream lost its last event while others went on', async () => {
    await intruder.query(`delete from es.events where stream = 'b' and revision = 3`);
    await write('a', { later: true });
    expect((await check()).broken).toMatchObject({ kind: 'removed', seal: 2, missing: 1 });
  });

  it('notices a stream that was written anew with good hashes', async () => {
    await intruder.query(`update es.events set (id, data, meta) = (select o.id, o.data, o.meta from es.events o where o.stream = 'log') where stream = 'c' and revision = 3`);
    expect((await check()).broken).toMatchObject({ kind: 'altered', stream: 'c', revision: 3 });
    await intruder.query(`delete from es.events where stream = 'c' and revision = 3`);
    const last = (await store.last('c'))!;
    await store.append('c', { revision: last.revision, hash: (JSON.parse(last.meta) as { hash: string }).hash }, [proposal({ forged: true })]);
    expect((await check()).broken).toMatchObject({ kind: 'removed', seal: 2 });
  });

  it('notices a seal that was made without the key', async () => {
    const other = new Sealer(store, sql, generateKeyPairSync('ed25519').privateKey);
    await write('a', { more: true });
    await other.seal();
    expect((await check()).broken).toMatchObject({ kind: 'forged', seal: 3 });
  });

  describe('when the last events and their seals were taken away together', () => {
    let kept: readonly Seal[];
    beforeEach(async () => {
      kept = await sealer.seals();
      await intruder.query('delete from es.events where position > 7');
      await intruder.query('delete from runtime.seal where number = 2');
    });

    it('sees nothing with the database alone, and names the seal that somebody kept', async () => {
      expect((await check()).broken).toBeNull();
      expect((await audit(store, await sealer.seals(), publicKey, kept)).broken).toEqual({ kind: 'withdrawn', seal: 2, held: 1 });
      expect((await audit(store, await sealer.seals(), publicKey, [{ number: 2 }])).broken).toMatchObject({ kind: 'withdrawn', seal: 2 });
    });

    it('is not fooled by events written and sealed in their place', async () => {
      await store.append('d', NO_STREAM, [proposal({ instead: true })]);
      await sealer.seal();
      expect((await check()).broken).toBeNull();
      expect((await audit(store, await sealer.seals(), publicKey, kept)).broken).toMatchObject({ kind: 'withdrawn', seal: 2 });
    });

    it('is not fooled when no seal is left', async () => {
      await intruder.query('delete from runtime.seal');
      expect((await audit(store, await sealer.seals(), publicKey, kept)).broken).toEqual({ kind: 'withdrawn', seal: 1, held: 0 });
    });
  });

  it('keeps each seal in a file outside the database, catches up after a stop, and seals no further once a kept seal is gone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'plateforme-seals-'));
    try {
      const file = join(folder, 'seals.log');
      const keeping = new Sealer(store, sql, privateKey, file);
      await write('a', { later: true });
      await keeping.seal();
      expect(sealsIn(file)).toEqual(await sealer.seals());
      await intruder.query('delete from runtime.seal where number = 3');
      await intruder.query(`delete from es.events where position > (select max(position) - 1 from es.events)`);
      await expect(keeping.seal()).rejects.toThrow('seal 3');
      expect((await audit(store, await sealer.seals(), publicKey, sealsIn(file))).broken).toMatchObject({ kind: 'withdrawn', seal: 3 });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('notices a seal that is missing', async () => {
    await intruder.query('delete from runtime.seal where number = 1');
    expect((await check()).broken).toMatchObject({ kind: 'forged', seal: 2 });
  });
});
