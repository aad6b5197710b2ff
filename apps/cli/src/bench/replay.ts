import pg from 'pg';
import { SystemClock, decode } from '#kernel';
import { openEventStore } from '#kernel/adapters/open-event-store';
import { forMuch } from '#kernel/adapters/postgres-connection';
import { copyOut, fieldsOf } from '#kernel/adapters/postgres-copy';
import { line, round, type Line } from './report.js';
import type { BenchServer } from './server.js';

const EVENTS = 1_000_000;
const ROUNDS = 6;
const PAGE = 1000;
const COPY = 'copy (select position, stream, revision, id, type, version, data, meta from es.events order by position) to stdout';

const FILL = `
insert into es.events (recorded, id, revision, version, stream, type, data, meta)
select 1700000000000 + n, gen_random_uuid(), n % 20, 1, 'bench-' || n / 20, 'bench.ApplicationSubmitted',
  json_build_object('application', md5(n::text)::uuid, 'company', md5((n % 4500)::text)::uuid, 'department', '57', 'kind', 'ACI', 'criteria', json_build_array('RSA', 'DELD'), 'origin', 'prescriber', 'day', '2026-01-05'),
  json_build_object('occurred', '2026-01-05T08:00:00.000Z', 'actor', md5((n % 900)::text)::uuid, 'organisation', md5((n % 500)::text)::uuid, 'role', 'prescriber', 'command', md5(n::text)::uuid,
    'correlation', md5(n::text)::uuid, 'causation', null, 'recorded', '2026-01-05T08:00:00.000Z', 'hash', md5(n::text) || md5((-n)::text))
from generate_series(0, ${EVENTS - 1}) n`;

const perSecond = async (work: () => Promise<number>): Promise<number> => {
  const start = performance.now();
  const count = await work();
  if (count < EVENTS) throw new Error(`only ${count} events came back`);
  return (count * 1000) / (performance.now() - start);
};

/** The whole log through the port, parsed, against COPY out of the same rows, parsed as well. */
export async function benchReplay(server: BenchServer): Promise<readonly Line[]> {
  const url = await server.database('bench_replay');
  const store = await openEventStore(url, new SystemClock());
  // By the same way as the log's own reading.
  const client = new pg.Client({ connectionString: forMuch(url) });
  await client.connect();
  await client.query(FILL);
  await client.query('vacuum (analyze) es.events');

  const ours = () =>
    perSecond(async () => {
      let count = 0;
      for await (const page of store.pages(null, PAGE)) for (const event of page) if (decode(event).meta.hash) count++;
      return count;
    });
  const parsedCopy = () =>
    perSecond(async () => {
      let count = 0;
      const read = (row: Buffer) => {
        const [position, stream, revision, id, type, version, data, meta] = fieldsOf(row) as [string, string, string, string, string, string, string, string];
        const event = { id, stream, revision: Number(revision), position: Number(position), type, version: Number(version), data: JSON.parse(data) as object, meta: JSON.parse(meta) as { hash?: string } };
        if (event.meta.hash) count++;
      };
      for await (const _ of copyOut(client, COPY, PAGE, read));
      return count;
    });
  const bareCopy = () =>
    perSecond(async () => {
      let count = 0;
      for await (const _ of copyOut(client, COPY, PAGE, () => count++));
      return count;
    });

  const parsed = [];
  const bare = [];
  await ours();
  await parsedCopy();
  for (let n = 0; n < ROUNDS; n++) {
    parsed.push(await round(n, ours, parsedCopy));
    bare.push({ ours: parsed[n]!.ours, baseline: await bareCopy() });
  }
  await client.end();
  await store.close();
  return [line('1 M events, parsed, against COPY out, parsed', parsed, 0.9), line('1 M events, parsed, against COPY out, not parsed', bare, null)];
}
