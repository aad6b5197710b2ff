import { Inject, Injectable, Optional } from '@nestjs/common';
import { Database, type Id, KernelConfig, type Sql, SYSTEM } from '#kernel';
import { type Erasure, ErasureFile } from './erasure-file.js';
import { KEYS_DATABASE } from './keys-database.js';

const INSERT = `insert into identity_keys.erasure (person, erased_at, by_account, reason)
  select * from unnest($1::uuid[], $2::timestamptz[], $3::uuid[], $4::text[]) on conflict (person) do nothing`;

/** Who has been erased, remembered twice: beside the keys, and in a file outside every database. */
@Injectable()
export class ErasureLedger {
  private readonly file: ErasureFile | null;

  constructor(
    @Inject(KEYS_DATABASE) private readonly database: Database,
    @Optional() config?: KernelConfig,
  ) {
    this.file = config?.erasuresFile ? new ErasureFile(config.erasuresFile) : null;
  }

  /** In the transaction that discards the key. The file comes before the commit: an erasure that is answered is in both. */
  async note(sql: Sql, erasure: Erasure, by: Id): Promise<void> {
    await this.insert(sql, [erasure], by);
    if (this.file && !this.file.all().has(erasure.person)) this.file.append([erasure]);
  }

  /** One of these people who has been erased, if any. */
  async among(people: readonly Id[], sql: Sql = this.database): Promise<Id | null> {
    const written = this.file?.all();
    const inFile = written && people.find((id) => written.has(id));
    if (inFile) return inFile;
    return (await sql.one<{ person: Id }>(`select person from identity_keys.erasure where person = any($1::uuid[]) limit 1`, [people]))?.person ?? null;
  }

  /** What either of them held is in both afterwards. Answers everybody in them. */
  async reconcile(): Promise<readonly Id[]> {
    const rows = await this.database.rows<Erasure>(`select person, erased_at as at, reason from identity_keys.erasure`);
    const noted = new Map(rows.map((row) => [row.person, { ...row, at: new Date(row.at).toISOString() }]));
    const written = this.file?.all() ?? new Map<Id, Erasure>();
    await this.insert(this.database, [...written.values()].filter(({ person }) => !noted.has(person)), SYSTEM.id);
    this.file?.append([...noted.values()].filter(({ person }) => !written.has(person)));
    return [...new Set([...noted.keys(), ...written.keys()])];
  }

  async of(person: Id): Promise<Erasure | null> {
    return this.database.one<Erasure>(`select person, erased_at as at, reason from identity_keys.erasure where person = $1`, [person]);
  }

  /** Erasures that the log does not tell yet. */
  unannounced(before: string, limit: number): Promise<readonly Erasure[]> {
    return this.database.rows<Erasure>(
      `select person, erased_at as at, reason from identity_keys.erasure where not announced and erased_at < $1 order by erased_at limit $2`,
      [before, limit],
    );
  }

  async announced(person: Id): Promise<void> {
    await this.database.run(`update identity_keys.erasure set announced = true where person = $1`, [person]);
  }

  private async insert(sql: Sql, erasures: readonly Erasure[], by: Id): Promise<void> {
    if (erasures.length === 0) return;
    await sql.run(INSERT, [erasures.map(({ person }) => person), erasures.map(({ at }) => at), erasures.map(() => by), erasures.map(({ reason }) => reason)]);
  }
}
