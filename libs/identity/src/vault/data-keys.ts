import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Database, type Id, Refusal } from '#kernel';
import type { Erasure } from './erasure-file.js';
import { ErasureLedger } from './erasure-ledger.js';
import { createKeyTables, KEYS_DATABASE, lockKeys } from './keys-database.js';
import { Sealer } from './sealer.js';

/** One wrapped key per person. Without it, nothing of theirs can be read, wherever a copy lies. */
@Injectable()
export class DataKeys implements OnApplicationShutdown {
  constructor(
    @Inject(KEYS_DATABASE) private readonly database: Database,
    private readonly sealer: Sealer,
    private readonly ledger: ErasureLedger,
    private readonly platform: Database,
  ) {}

  /** Creates its tables where they are missing. */
  open(): Promise<void> {
    return createKeyTables(this.database);
  }

  async onApplicationShutdown(): Promise<void> {
    // The platform's own database is closed by who opened it.
    if (this.database !== this.platform) await (this.database as Partial<{ close(): Promise<void> }>).close?.();
  }

  /** Makes keys for new people. A person who already has one keeps it. @throws Refusal for the whole lot when one of them was erased */
  async make(people: readonly Id[]): Promise<ReadonlyMap<Id, Buffer>> {
    const made = people.map((person) => ({ person, ...this.sealer.newKey(person) }));
    const kept = await this.database.transaction(async (sql) => {
      await lockKeys(sql, 'shared');
      if (await this.ledger.among(people, sql)) throw new Refusal('identity/person-erased');
      return sql.rows<{ person: Id }>(
        `insert into identity_keys.data_key (person, wrapped) select * from unnest($1::uuid[], $2::bytea[]) on conflict do nothing returning person`,
        [made.map(({ person }) => person), made.map(({ wrapped }) => wrapped)],
      );
    });
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

  /** Those of these people who have no key. */
  async missing(people: readonly Id[]): Promise<readonly Id[]> {
    const rows = await this.database.rows<{ person: Id }>(
      `select person from unnest($1::uuid[]) as asked (person) where not exists (select 1 from identity_keys.data_key k where k.person = asked.person)`,
      [people],
    );
    return rows.map(({ person }) => person);
  }

  async discard(...people: readonly Id[]): Promise<void> {
    await this.database.run(`delete from identity_keys.data_key where person = any($1::uuid[])`, [people]);
  }

  /** Forgets the key for ever and says so in the ledger, in one step. */
  async erase(erasure: Erasure, by: Id): Promise<void> {
    await this.database.transaction(async (sql) => {
      await lockKeys(sql, 'alone');
      await sql.run(`delete from identity_keys.data_key where person = $1`, [erasure.person]);
      await this.ledger.note(sql, erasure, by);
    });
  }

  /** After a restore: the keys of erased people that came back with it go again. Answers everybody who was ever erased. */
  async applyErasures(): Promise<readonly Id[]> {
    const erased = await this.ledger.reconcile();
    await this.discard(...erased);
    return erased;
  }
}
