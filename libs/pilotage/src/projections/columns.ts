import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { COMPANY_KINDS, DEPARTMENTS, NEED_KINDS, NEED_STATUSES, REFUSAL_REASONS, REGIONS } from '#reference';
import { MEASURES } from '../domain/fact.js';
import { COUNTED } from '../domain/facts.js';
import { DELAY_DETAILS } from '../domain/response-delay.js';
import { ditherOf } from './dither.js';
import type { Engine, Values } from './engine.js';
import { publishedSql } from './figures-sql.js';
import { Moments } from './moments.js';

/** A fact as the columns take it. */
export interface ColumnFact {
  readonly position: number;
  readonly recorded: number;
  readonly measure: string;
  readonly sign: number;
  readonly day: string;
  readonly month: number;
  readonly kind: string;
  readonly department: string;
  readonly region: string;
  readonly detail: string;
  readonly delayDays: number | null;
  readonly amount: number;
  readonly type: string;
}

const codes = (list: readonly { readonly code: string }[]) => list.map(({ code }) => code);
/** Values of the dimensions: a byte or two each. What is not among them is counted as unknown, never left out. */
const UNKNOWN = '?';
const ENUMS = {
  measure: Object.keys(MEASURES),
  kind: ['', UNKNOWN, ...codes(COMPANY_KINDS), ...codes(NEED_KINDS)],
  department: ['', UNKNOWN, ...codes(DEPARTMENTS)],
  region: ['', UNKNOWN, ...codes(REGIONS)],
  // Compared by their place in the list: automatic answers are its end.
  detail: ['', UNKNOWN, ...codes(REFUSAL_REASONS), ...codes(NEED_STATUSES), ...DELAY_DETAILS],
  // A column named `type` cannot have a type of that name.
  event: [UNKNOWN, ...COUNTED],
} as const;
type Enumerated = keyof typeof ENUMS;

const quote = (value: string) => `'${value.replaceAll("'", "''")}'`;
const COLUMNS = `position bigint, recorded bigint, measure measure, sign tinyint, day date, month integer, kind kind, department department, region region, detail detail, delay_days smallint, amount bigint, dither usmallint, type event`;
const STAGE = `position bigint, recorded bigint, measure varchar, sign integer, day varchar, month integer, kind varchar, department varchar, region varchar, detail varchar, delay_days integer, amount bigint, dither integer, type varchar`;
const CELL = 'measure, month, kind, department, region, detail, dither';
const DELAY = 'measure, month, kind, department, region, delay_days, detail';
const SUMMED = `select ${CELL}, sum(sign)::bigint as sign, sum(amount)::bigint as amount from fact group by all having sum(sign) <> 0 or sum(amount) <> 0`;
const DELAYS = `select ${DELAY}, sum(sign)::bigint as sign from fact where measure = 'response'::measure group by all having sum(sign) <> 0`;
/** New facts after which the cells are summed again and everything is packed. */
const LOOSE = 100_000;
const CHUNK = 2048;
const READERS = 3;

export interface ColumnsOptions {
  readonly secret: string;
  /** Never more than this: the copy then gives up, and says so. */
  readonly memory?: string;
}

/** The facts in columns, inside this process. */
export class Columns implements Engine {
  readonly name = 'columns';
  readonly #known = Object.fromEntries(Object.entries(ENUMS).map(([name, values]) => [name, new Set<string>(values)])) as unknown as Record<Enumerated, ReadonlySet<string>>;
  readonly #published = new Moments((table) => this.rows(`drop table if exists ${table}`));
  readonly #dithers = new Map<string, number>();
  #turn = 0;
  #loose = 0;

  private constructor(
    private readonly duck: typeof import('@duckdb/node-api'),
    private readonly instance: DuckDBInstance,
    private readonly writer: DuckDBConnection,
    private readonly readers: readonly { readonly connection: DuckDBConnection; last: Promise<unknown> }[],
    private readonly secret: string,
  ) {}

  /** @throws Error where the engine has no binary for this machine */
  static async open({ secret, memory = '700MB' }: ColumnsOptions): Promise<Columns> {
    const duck = await import('@duckdb/node-api');
    // No folder to spill into: what does not fit in memory fails instead of filling a disk.
    const instance = await duck.DuckDBInstance.create(':memory:', { memory_limit: memory, threads: '2', temp_directory: '', preserve_insertion_order: 'false' });
    const connect = async (): Promise<DuckDBConnection> => {
      const connection = await instance.connect();
      await connection.run('use figures');
      return connection;
    };
    // What is in memory is not compressed unless asked for: ten million facts then take less than a tenth.
    const first = await instance.connect();
    await first.run(`attach ':memory:' as figures (compress)`);
    first.closeSync();
    const writer = await connect();
    for (const [name, values] of Object.entries(ENUMS)) await writer.run(`create type ${name} as enum (${values.map(quote).join(', ')})`);
    await writer.run(`create table fact (${COLUMNS}); create table stage (${STAGE}); create table cell as ${SUMMED}; create table delay as ${DELAYS}`);
    const readers = await Promise.all(Array.from({ length: READERS }, async () => ({ connection: await connect(), last: Promise.resolve() as Promise<unknown> })));
    return new Columns(duck, instance, writer, readers, secret);
  }

  /** Takes these facts, all or none; `cells` also keeps the sums by cell. */
  async add(facts: readonly ColumnFact[], cells: boolean): Promise<void> {
    await this.writer.run('begin');
    try {
      await this.writer.run('delete from stage');
      await this.#stage(facts);
      await this.writer.run(`insert into fact select * from stage`);
      if (cells) await this.writer.run(`insert into cell select ${CELL}, sign, amount from stage; insert into delay select ${DELAY}, sign from stage where measure = 'response'`);
      await this.writer.run('commit');
    } catch (error) {
      await this.writer.run('rollback').catch(() => undefined);
      throw error;
    }
    this.#loose += facts.length;
    if (this.#loose <= LOOSE) return;
    if (cells) await this.sum();
    else await this.#compress();
  }

  /** Sums the facts by cell. */
  async sum(): Promise<void> {
    await this.writer.run(`create or replace table cell as ${SUMMED}; create or replace table delay as ${DELAYS}`);
    await this.#compress();
  }

  /** Not while somebody is reading: then the next time. */
  async #compress(): Promise<void> {
    this.#loose = 0;
    await this.writer.run('checkpoint figures').catch(() => undefined);
  }

  async clear(): Promise<void> {
    const published = this.#published.clear();
    await Promise.all(this.readers.map(({ last }) => last));
    await this.writer.run(['fact', 'cell', 'delay'].map((table) => `delete from ${table};`).join('') + published.map((table) => `drop table if exists ${table};`).join(''));
  }

  async #stage(facts: readonly ColumnFact[]): Promise<void> {
    const { BIGINT, INTEGER, VARCHAR, DuckDBDataChunk } = this.duck;
    const appender = await this.writer.createAppender('stage');
    const types = [BIGINT, BIGINT, VARCHAR, INTEGER, VARCHAR, INTEGER, VARCHAR, VARCHAR, VARCHAR, VARCHAR, INTEGER, BIGINT, INTEGER, VARCHAR];
    try {
      for (let at = 0; at < facts.length; at += CHUNK) {
        const some = facts.slice(at, at + CHUNK);
        const chunk = DuckDBDataChunk.create(types);
        const dims = (name: Enumerated) => some.map(({ [name === 'event' ? 'type' : name]: value }) => (this.#known[name].has(value) ? value : UNKNOWN));
        chunk.setColumns([
          some.map(({ position }) => BigInt(position)),
          some.map(({ recorded }) => BigInt(recorded)),
          some.map(({ measure }) => measure),
          some.map(({ sign }) => sign),
          some.map(({ day }) => day),
          some.map(({ month }) => month),
          dims('kind'),
          dims('department'),
          dims('region'),
          dims('detail'),
          some.map(({ delayDays }) => delayDays),
          some.map(({ amount }) => BigInt(amount)),
          some.map((fact) => this.#dither(fact)),
          dims('event'),
        ]);
        appender.appendDataChunk(chunk);
      }
      appender.flushSync();
    } finally {
      appender.closeSync();
    }
  }

  #dither({ measure, month, kind, department, detail }: ColumnFact): number {
    const key = `${measure}|${month}|${kind}|${department}|${detail}`;
    const known = this.#dithers.get(key);
    if (known !== undefined) return known;
    const dither = ditherOf(this.secret, [measure, month, kind, department, detail]);
    this.#dithers.set(key, dither);
    return dither;
  }

  values(): Values {
    return { bound: [], bind: (value, as) => (typeof value === 'number' ? String(value) : as ? `${quote(this.#known[as].has(value) ? value : UNKNOWN)}::${as}` : quote(value)) };
  }

  table({ validAt, knownAt }: { readonly validAt: string | null; readonly knownAt: number | null }): string {
    return validAt === null && knownAt === null ? 'cell' : 'fact';
  }

  delays({ validAt, knownAt }: { readonly validAt: string | null; readonly knownAt: number | null }): string {
    return validAt === null && knownAt === null ? 'delay' : 'fact';
  }

  /** Rounded once for all the questions about a moment: what was known at a month's end does not change any more. */
  async published({ validAt, knownAt }: { readonly validAt: string; readonly knownAt: number }): Promise<string | null> {
    const table = `published_${validAt.replaceAll('-', '')}_${knownAt}`;
    const make = () => this.rows(`create or replace table ${table} as ${publishedSql(this, `day <= cast(${quote(validAt)} as date) and recorded <= ${knownAt}`, this.values())}`);
    return (await this.#published.keep(table, make)) ? table : null;
  }

  dither(): string {
    return 'any_value(dither)';
  }

  async rows<R extends object>(sql: string): Promise<R[]> {
    const reader = this.readers[this.#turn++ % READERS]!;
    const answer = reader.last.then(async () => (await reader.connection.runAndReadAll(sql)).getRowObjectsJS() as unknown as R[]);
    reader.last = answer.catch(() => undefined);
    return answer;
  }

  async close(): Promise<void> {
    await Promise.all(this.readers.map(({ last }) => last));
    for (const { connection } of this.readers) connection.closeSync();
    this.writer.closeSync();
    this.instance.closeSync();
  }
}
