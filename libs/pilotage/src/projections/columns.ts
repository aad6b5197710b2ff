import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { type ColumnFact, ENUMS, type Enumerated, quote, SCHEMA, UNKNOWN } from './column-schema.js';
import { publishedSql } from './cells-sql.js';
import { columnValues } from './column-values.js';
import { ditherOf } from './dither.js';
import { type Engine, isNow, type Moment, type PublicMoment, type Values } from './engine.js';
import { Lateness } from './lateness.js';
import { Moments } from './moments.js';
import { placesSql } from './places-sql.js';
import { Reader } from './reader.js';
import { DELAYS_OF_FACTS, ROLLED, rollInSql, sumUpSql } from './rollups.js';
import { placesOf } from './sums-sql.js';

/** New facts after which the cells are summed again and everything is packed. */
const LOOSE = 100_000;
const CHUNK = 2048;
const READERS = 3;

const dropSql = (table: string) => `drop table if exists ${table}; drop table if exists ${placesOf(table)};`;

export interface ColumnsOptions {
  readonly secret: string;
  /** Never more than this: the copy then gives up, and says so. */
  readonly memory?: string;
}

/** The facts in columns, inside this process. */
export class Columns implements Engine {
  readonly name = 'columns';
  readonly #known = Object.fromEntries(Object.entries(ENUMS).map(([name, values]) => [name, new Set<string>(values)])) as unknown as Record<Enumerated, ReadonlySet<string>>;
  readonly #published = new Moments((table) => this.maker.rows(dropSql(table)));
  readonly #lateness = new Lateness();
  readonly #dithers = new Map<string, number>();
  #turn = 0;
  #loose = 0;

  private constructor(
    private readonly duck: typeof import('@duckdb/node-api'),
    private readonly instance: DuckDBInstance,
    private readonly writer: DuckDBConnection,
    private readonly readers: readonly Reader[],
    /** Makes what others read: they do not wait behind it. */
    private readonly maker: Reader,
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
    await writer.run(`${SCHEMA};\n${sumUpSql}`);
    const reader = async (): Promise<Reader> => new Reader(await connect());
    const readers = await Promise.all(Array.from({ length: READERS }, reader));
    return new Columns(duck, instance, writer, readers, await reader(), secret);
  }

  /** Takes these facts, all or none; `cells` also keeps the sums by cell. */
  async add(facts: readonly ColumnFact[], cells: boolean): Promise<void> {
    await this.writer.run('begin');
    try {
      await this.writer.run('delete from stage');
      await this.#stage(facts);
      await this.writer.run(`insert into fact select * from stage`);
      if (cells) await this.writer.run(rollInSql('stage'));
      await this.writer.run('commit');
    } catch (error) {
      await this.writer.run('rollback').catch(() => undefined);
      throw error;
    }
    this.#lateness.heard(facts.map(({ recorded }) => recorded));
    this.#loose += facts.length;
    if (this.#loose <= LOOSE) return;
    if (cells) await this.sum();
    else await this.#compress();
  }

  /** Sums the facts by cell. */
  async sum(): Promise<void> {
    await this.writer.run(sumUpSql);
    await this.#compress();
  }

  /** Not while somebody is reading: then the next time. */
  async #compress(): Promise<void> {
    this.#loose = 0;
    await this.writer.run('checkpoint figures').catch(() => undefined);
  }

  async clear(): Promise<void> {
    const published = this.#published.clear();
    await Promise.all([...this.readers, this.maker].map((reader) => reader.idle()));
    await this.writer.run(['fact', ...ROLLED].map((table) => `delete from ${table};`).join('') + published.map(dropSql).join(''));
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
    return columnValues();
  }

  table(moment: Moment): string {
    return isNow(moment) ? 'cell' : 'fact';
  }

  places(moment: Moment): string | null {
    return isNow(moment) ? 'place' : null;
  }

  delays(moment: Moment): string {
    return isNow(moment) ? 'delay' : DELAYS_OF_FACTS;
  }

  /** Rounded once for all the questions about a moment, by a connection of its own: nobody else waits. */
  async published({ validAt, knownAt }: PublicMoment): Promise<string | null> {
    const table = `published_${validAt.replaceAll('-', '')}_${knownAt}_${this.#lateness.of(knownAt)}`;
    const cells = publishedSql(this, `day <= cast(${quote(validAt)} as date) and recorded <= ${knownAt}`, this.values());
    const make = () => this.maker.rows(`create or replace table ${table} as ${cells} order by all; create or replace table ${placesOf(table)} as ${placesSql(table, true, this.values())}`);
    return (await this.#published.keep(table, make)) ? table : null;
  }

  dither(): string {
    return 'any_value(dither)';
  }

  async rows<R extends object>(sql: string): Promise<R[]> {
    return this.readers[this.#turn++ % READERS]!.rows(sql);
  }

  async close(): Promise<void> {
    await Promise.all([...this.readers, this.maker].map((reader) => reader.close()));
    this.writer.closeSync();
    this.instance.closeSync();
  }
}
