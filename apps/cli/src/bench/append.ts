import pg from 'pg';
import { NO_STREAM, SystemClock, SYSTEM, newId, type EventStore, type ProposedEvent, type StreamHead } from '#kernel';
import { openEventStore } from '#kernel/adapters/open-event-store';
import { line, round, type Line } from './report.js';
import type { BenchServer } from './server.js';

const ROUNDS = 16;
const ROUND_MS = 600;
const STREAM_LENGTH = 20;
const TARGETS = new Map([[1, 0.8], [16, 1.3], [64, 2.0]]);

/** About 300 bytes as stored, like an application's events. */
const event = (): ProposedEvent => {
  const id = newId();
  const meta = { occurred: new Date().toISOString(), actor: SYSTEM.id, organisation: null, role: 'system' as const, command: id, correlation: id, causation: null };
  return { id, type: 'bench.ApplicationSubmitted', version: 1, data: { application: id, company: SYSTEM.id, department: '57', kind: 'ACI', criteria: ['RSA', 'DELD'], origin: 'prescriber', day: '2026-01-05' }, meta };
};

/** One worker's next append, whatever the store. */
type Work = () => Promise<unknown>;

async function rate(concurrency: number, worker: () => Work): Promise<number> {
  const end = performance.now() + ROUND_MS;
  const start = performance.now();
  let done = 0;
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      for (const work = worker(); performance.now() < end; done++) await work();
    }),
  );
  return (done * 1000) / (performance.now() - start);
}

const ours = (store: EventStore) => (): Work => {
  let stream = '';
  let head: StreamHead = NO_STREAM;
  let left = 0;
  return async () => {
    if (left-- === 0) [stream, head, left] = [`bench-${newId()}`, NO_STREAM, STREAM_LENGTH - 1];
    ({ head } = await store.append(stream, head, [event()]));
  };
};

/** The least one can do: no check, no order, no chain, no stream index. */
const plain = (pool: pg.Pool) => (): Work => () => {
  const { id, type, version, data, meta } = event();
  return pool.query({
    name: 'plain',
    text: 'insert into plain (stream, revision, id, type, version, data, meta) values ($1, $2, $3, $4, $5, $6, $7)',
    values: [`bench-${id}`, 0, id, type, version, JSON.stringify(data), JSON.stringify({ ...meta, recorded: meta.occurred })],
  });
};

/** Appends of one event against one plain INSERT per transaction, on the same server, in turns. */
export async function benchAppend(server: BenchServer): Promise<readonly Line[]> {
  const url = await server.database('bench_append');
  const store = await openEventStore(url, new SystemClock());
  const pool = new pg.Pool({ connectionString: url, max: Math.max(...TARGETS.keys()) });
  // The server stops before the last of its connections has closed.
  pool.on('error', () => {});
  await pool.query('create table plain (position bigint generated always as identity primary key, stream text, revision int, id uuid, type text, version smallint, data json, meta json, at timestamptz default now())');
  const lines: Line[] = [];
  for (const [concurrency, target] of TARGETS) {
    const rounds = [];
    await rate(concurrency, plain(pool));
    await rate(concurrency, ours(store));
    for (let n = 0; n < ROUNDS; n++) rounds.push(await round(n, () => rate(concurrency, ours(store)), () => rate(concurrency, plain(pool))));
    lines.push(line(`1 event, concurrency ${concurrency}, against a plain INSERT`, rounds, target));
  }
  await store.close();
  await pool.end();
  return lines;
}
