import type { Database, Sql } from '#kernel';

/** The database of the wrapped keys: the platform's own, or another one with backups of at most 30 days. */
export const KEYS_DATABASE = Symbol('keys database');

const TABLES = [
  `create schema if not exists identity_keys`,
  `create table if not exists identity_keys.data_key (person uuid primary key, wrapped bytea not null)`,
  `create table if not exists identity_keys.erasure (person uuid primary key, erased_at timestamptz not null, by_account uuid not null, reason text not null)`,
  `alter table identity_keys.erasure add column if not exists announced boolean not null default false`,
  `create index if not exists erasure_unannounced on identity_keys.erasure (erased_at) where not announced`,
];

/** Creates what is missing. */
export const createKeyTables = (database: Database): Promise<void> =>
  database.transaction(async (sql) => {
    await sql.rows(`select pg_advisory_xact_lock(hashtext('identity_keys'))`);
    for (const statement of TABLES) await sql.run(statement);
  });

/** Making keys shares the lock, erasing somebody has it alone, each until its transaction ends: whichever comes first, no key outlives an erasure. */
export const lockKeys = async (sql: Sql, how: 'shared' | 'alone'): Promise<void> => {
  await sql.rows(`select pg_advisory_xact_lock${how === 'shared' ? '_shared' : ''}(hashtext('identity_keys.erasure'))`);
};
