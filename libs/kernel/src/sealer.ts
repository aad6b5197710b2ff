import type { KeyObject } from 'node:crypto';
import type { Sql } from './database.js';
import type { EventStore } from './event-store.js';
import { appendSeals, lastSealIn } from './seal-file.js';
import { NO_DIGEST, SealDigest, signSeal, type Seal } from './seals.js';

const PAGE = 5000;
const TABLE = [
  'create schema if not exists runtime',
  `create table if not exists runtime.seal (
     number int primary key, checkpoint text not null, position bigint not null, events int not null, digest text not null, signature text not null,
     at timestamptz not null default now())`,
  'create unique index if not exists seal_position on runtime.seal (position)',
];
/** unique_violation in the catalogue, duplicate_table, duplicate_object, duplicate_schema */
const MADE_BESIDE = new Set(['23505', '42P07', '42710', '42P06']);
const COLUMNS = 'number, checkpoint, position, events, digest, signature';

/**
 * Closes what was written since the last seal. The key stays outside the database: who can change the log cannot sign it again.
 * Each seal is also written to a file there: who takes the last events away together with their seals leaves that file behind.
 */
export class Sealer {
  #timer: NodeJS.Timeout | null = null;
  #sealing: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly store: EventStore,
    private readonly sql: Sql,
    private readonly key: KeyObject,
    private readonly file?: string | undefined,
  ) {}

  async open(): Promise<void> {
    for (const statement of TABLE) await this.#made(statement);
  }

  /** Processes that start together each see that a thing is missing; all but one are refused, and then it is there. */
  async #made(statement: string): Promise<void> {
    try {
      await this.sql.run(statement);
    } catch (error) {
      if (!MADE_BESIDE.has((error as { code?: string }).code ?? '')) throw error;
      await this.sql.run(statement);
    }
  }

  /** Seals at once; null when nothing is new, or when another process was quicker. @throws Error when the database lost a seal that the file holds */
  async seal(): Promise<Seal | null> {
    await this.#note();
    const last = await this.last();
    const digest = new SealDigest(last?.digest ?? NO_DIGEST);
    let end: { readonly checkpoint: string; readonly position: number } | null = null;
    for await (const page of this.store.pages(last?.checkpoint ?? null, PAGE)) {
      for (const event of page) digest.add(event);
      end = page.at(-1)!;
    }
    if (!end) return null;
    const { events } = digest;
    const seal = signSeal({ number: (last?.number ?? 0) + 1, checkpoint: end.checkpoint, position: end.position, events, digest: digest.close() }, this.key);
    const written = await this.sql.run(`insert into runtime.seal (${COLUMNS}) values ($1, $2, $3, $4, $5, $6) on conflict do nothing`, [
      seal.number, seal.checkpoint, seal.position, seal.events, seal.digest, seal.signature,
    ]);
    await this.#note();
    return written ? seal : null;
  }

  async last(): Promise<Seal | null> {
    return this.sql.one<Seal>(`select ${COLUMNS} from runtime.seal order by number desc limit 1`);
  }

  /** Writes to the file the seals it does not hold yet, those of a run that stopped before included. */
  async #note(): Promise<void> {
    if (!this.file) return;
    const noted = lastSealIn(this.file);
    const [known, ...fresh] = await this.sql.rows<Seal>(`select ${COLUMNS} from runtime.seal where number >= $1 order by number`, [noted?.number ?? 0]);
    if (!noted) appendSeals(this.file, known ? [known, ...fresh] : []);
    else if (known?.signature === noted.signature) appendSeals(this.file, fresh);
    else throw new Error(`seal ${noted.number} of ${this.file} is not in the database: run audit:verify`);
  }

  seals(): Promise<readonly Seal[]> {
    return readSeals(this.sql);
  }

  /** Seals every minute until stopped; a failure is told and tried again a minute later. */
  start(onError: (error: unknown) => void, everyMs = 60_000): void {
    this.#timer ??= setInterval(() => {
      this.#sealing = this.seal().catch(onError);
    }, everyMs);
    this.#timer.unref();
  }

  async stop(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
    await this.#sealing;
  }
}

/** All seals, from the first one; none when nothing was ever sealed. Writes nothing. */
export async function readSeals(sql: Sql): Promise<readonly Seal[]> {
  const table = await sql.one<{ readonly there: boolean }>(`select to_regclass('runtime.seal') is not null as there`);
  return table?.there ? sql.rows<Seal>(`select ${COLUMNS} from runtime.seal order by number`) : [];
}
