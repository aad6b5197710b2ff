import type { PgDatabase } from '../adapters/pg-database.js';
import type { Sql } from '../database.js';
import type { EventStore } from '../event-store.js';
import type { Checkpoint } from '../events.js';
import type { Parked } from './fold.js';

/** Somebody else has moved this reader's checkpoint: whoever sees this must stop writing at once. */
export class Fenced extends Error {
  constructor(readonly reader: string) {
    super(`the checkpoint of ${reader} was moved by another worker`);
    this.name = 'Fenced';
  }
}

export interface CheckpointRow {
  readonly name: string;
  readonly version: number;
  readonly shape: string;
  readonly checkpoint: Checkpoint | null;
  readonly position: number;
}

/** Where a reader stands in the log. */
export interface Place {
  readonly checkpoint: Checkpoint | null;
  readonly position: number;
}

/**
 * $1 checkpoint, $2 position, $3 name, $4 the checkpoint it must still be at. Whoever moves does not wait for the disk:
 * what a crash takes back goes together with the checkpoint, and is made again from the log.
 */
export const MOVE = `update runtime.checkpoint set checkpoint = $1, position = $2, updated_at = now()
  where name = $3 and checkpoint is not distinct from $4 and set_config('synchronous_commit', 'off', true) is not null`;

/** @throws Fenced */
export async function move(sql: Sql, name: string, from: Checkpoint | null, to: Place): Promise<void> {
  if ((await sql.run(MOVE, [to.checkpoint, to.position, name, from])) === 0) throw new Fenced(name);
}

export const checkpoints = (sql: Sql): Promise<CheckpointRow[]> =>
  sql.rows<CheckpointRow>('select name, version, shape, checkpoint, position from runtime.checkpoint order by name');

export const register = (sql: Sql, { name, version, shape, checkpoint, position }: CheckpointRow): Promise<number> =>
  sql.run(
    `insert into runtime.checkpoint (name, version, shape, checkpoint, position) values ($1, $2, $3, $4, $5)
     on conflict (name) do update set version = $2, shape = $3, checkpoint = $4, position = $5, updated_at = now()`,
    [name, version, shape, checkpoint, position],
  );

export const forget = async (sql: Sql, name: string): Promise<void> => {
  await sql.run('delete from runtime.checkpoint where name = $1', [name]);
  await sql.run('delete from runtime.parked where reader = $1', [name]);
};

export async function park(sql: Sql, reader: string, parked: readonly Parked[], since: string): Promise<void> {
  if (parked.length === 0) return;
  await sql.run(
    `insert into runtime.parked (reader, key, position, event_id, error, since)
     select $1, x.key, x.position, x."eventId", x.error, $2 from json_to_recordset($3::json) as x(key text, position bigint, "eventId" uuid, error text)
     on conflict (reader, key) do nothing`,
    [reader, since, JSON.stringify(parked)],
  );
}

export async function countLater(sql: Sql, reader: string, later: ReadonlyMap<string, number>): Promise<void> {
  if (later.size === 0) return;
  await sql.run(
    `update runtime.parked p set later = p.later + x.n from json_to_recordset($2::json) as x(key text, n int) where p.reader = $1 and p.key = x.key`,
    [reader, JSON.stringify([...later].map(([key, n]) => ({ key, n })))],
  );
}

export const parkedKeys = async (sql: Sql, reader: string): Promise<Set<string>> =>
  new Set((await sql.rows<{ key: string }>('select key from runtime.parked where reader = $1', [reader])).map(({ key }) => key));

/** Which projections, or rebuilds of them, the worker has put out of the way: for the processes that only answer. */
export const noteFailed = (sql: Sql, failed: ReadonlyMap<string, string>, since: string): Promise<number> =>
  sql.run(
    `with gone as (delete from runtime.failed_reader where not name = any($1::text[]))
     insert into runtime.failed_reader (name, error, since) select name, error, $3 from unnest($1::text[], $2::text[]) as f(name, error) on conflict (name) do nothing`,
    [[...failed.keys()], [...failed.values()], since],
  );

export const failedReaders = async (sql: Sql): Promise<ReadonlySet<string>> =>
  new Set((await sql.rows<{ name: string }>('select name from runtime.failed_reader')).map(({ name }) => name));

/** Shown to staff, never dropped; the same cause twice is one line. */
export const noteRefused = (sql: Sql, refused: { policy: string; cause: string; position: number; code: string; facts: object; at: string }): Promise<number> =>
  sql.run('insert into runtime.refused_command (policy, cause, position, code, facts, at) values ($1, $2, $3, $4, $5, $6) on conflict do nothing', [
    refused.policy,
    refused.cause,
    refused.position,
    refused.code,
    JSON.stringify(refused.facts),
    refused.at,
  ]);

/** The log these read models were made from is this one, and it is not shorter than what they have seen. @throws Error */
export async function checkLog(database: PgDatabase, store: EventStore): Promise<void> {
  const identity = await store.identity();
  await database.run('insert into runtime.log_identity (identity) values ($1) on conflict do nothing', [identity]);
  const known = await database.one<{ identity: string }>('select identity from runtime.log_identity');
  if (known?.identity !== identity) throw new Error('the event log is not the one these read models were made from: restore that log, or start with an empty database');
  const head = await store.head();
  for (const { name, checkpoint } of await checkpoints(database))
    if (checkpoint !== null && (!head || store.compare(checkpoint, head.checkpoint) > 0))
      throw new Error(`${name} has seen events that the log no longer holds: restore the log, or rebuild from an empty database`);
}
