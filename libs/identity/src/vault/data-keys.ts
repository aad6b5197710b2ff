import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Database, type Id } from '#kernel';
import { Sealer } from './sealer.js';

/** The database of the wrapped keys: the platform's own, or another one with backups of at most 30 days. */
export const KEYS_DATABASE = Symbol('keys database');

const TABLES = `
  create schema if not exists identity_keys;
  create table if not exists identity_keys.data_key (person uuid primary key, wrapped bytea not null);
  create table if not exists identity_keys.erasure (person uuid primary key, erased_at timestamptz not null, by_account uuid not null, reason text not null);
`;

/** One wrapped key per person, and the ledger of erased people that a restored database must be checked against. */
@Injectable()
export class DataKeys implements OnApplicationShutdown {
  constructor(
    @Inject(KEYS_DATABASE) private readonly database: Database,
    private readonly sealer: Sealer,
    private readonly platform: Database,
  ) {}

  /** Creates its tables where they are missing. */
  async open(): Promise<void> {
    await this.database.transaction(async (sql) => {
      await sql.rows(`select pg_advisory_xact_lock(hashtext('identity_keys'))`);
      for (const statement of TABLES.split(';').filter((text) => text.trim())) await sql.run(statement);
    });
  }

  async onApplicationShutdown(): Promise<void> {
    // The platform's own database is closed by who opened it.
    if (this.database !== this.platform) await (this.database as Partial<{ close(): Promise<void> }>).close?.();
  }

  /** Makes keys for new people. A person who already has one keeps it. */
  async make(people: readonly Id[]): Promise<ReadonlyMap<Id, Buffer>> {
    const made = people.map((person) => ({ person, ...this.sealer.newKey(person) }));
    const kept = await this.database.rows<{ person: Id }>(
      `insert into identity_keys.data_key (person, wrapped) select * from unnest($1::uuid[], $2::bytea[]) on conflict do nothing returning person`,
      [made.map(({ person }) => person), made.map(({ wrapped }) => wrapped)],
    );
    const keys = new Map(made.map(({ person, key }) => [person, key]));
    if (kept.length === made.length) return keys;
    return new Map([...keys, ...(await this.of(people))]);
  }

  /** The keys that still exist. */
  async of(people: readonly Id[]): Promise<ReadonlyMap<Id, Buffer>> {
    if (people.length === 0) return new Map();
    const rows = await this.database.rows<{ person: Id; wrapped: Buffer }>(
      `select person, wrapped from identity_keys.data_key where person = any($1::uuid[])`,
      [people],
    );
    return new Map(rows.map(({ person, wrapped }) => [person, this.sealer.unwrap(person, wrapped)]));
  }

  async discard(person: Id): Promise<void> {
    await this.database.run(`delete from identity_keys.data_key where person = $1`, [person]);
  }

  /** Forgets the key for ever and says so in the ledger, in one step. */
  async erase(person: Id, at: string, by: Id, reason: string): Promise<void> {
    await this.database.transaction(async (sql) => {
      await sql.run(
        `insert into identity_keys.erasure (person, erased_at, by_account, reason) values ($1, $2, $3, $4) on conflict (person) do nothing`,
        [person, at, by, reason],
      );
      await sql.run(`delete from identity_keys.data_key where person = $1`, [person]);
    });
  }

  async erased(): Promise<readonly Id[]> {
    return (await this.database.rows<{ person: Id }>(`select person from identity_keys.erasure`)).map(({ person }) => person);
  }
}
