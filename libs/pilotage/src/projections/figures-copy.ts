import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Clock, Database, KernelConfig, LiveTopics, ReadCopy } from '#kernel';
import { publicMoment } from '../domain/question.js';
import type { ColumnFact } from './column-schema.js';
import { Columns } from './columns.js';
import { figuresSecret } from './dither.js';

const PAGE = 20_000;
/** Nobody waits for a lost notification longer than this. */
const LOOK_EVERY_MS = 20_000;
/** What is announced within this time is taken together; whoever asks meanwhile does not wait for it. */
const TOGETHER_MS = 200;
const TABLE = `select 'read.pilotage_fact'::regclass::oid::bigint as oid, coalesce((select max(position) from read.pilotage_fact where position is not null), -1) as position`;
const NEXT_PAGE = `select position, recorded, measure, sign, day, month, kind, department, region, detail, delay_days as "delayDays", amount, type from read.pilotage_fact
  where position > $1 and position <= (select max(position) from (select position from read.pilotage_fact where position > $1 order by position limit ${PAGE}) as page) order by position`;

/** Repeats the facts in columns, in log order: everything at start, then what each notification brings. */
@Injectable()
export class FiguresCopy extends ReadCopy implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly name = 'pilotage.fact (colonnes)';
  readonly #log = new Logger('figures');
  #columns: Columns | null = null;
  #feeding: Promise<void> | null = null;
  #again = false;
  #closed = false;
  #state: 'live' | 'rebuilding' | 'failed' = 'rebuilding';
  #oid = -1;
  #position = -1;
  #stop: (() => void) | null = null;
  #timer: NodeJS.Timeout | null = null;
  #soon: NodeJS.Timeout | null = null;

  constructor(
    private readonly database: Database,
    private readonly topics: LiveTopics,
    private readonly config: KernelConfig,
    private readonly clock: Clock,
  ) {
    super();
  }

  async onApplicationBootstrap(): Promise<void> {
    if (this.config.role === 'worker') return;
    try {
      this.#columns = await Columns.open({ secret: figuresSecret(this.config.masterKey) });
    } catch (error) {
      this.#fail(error);
      return;
    }
    this.#stop = this.topics.subscribe(['figures'], () => {
      this.#soon ??= setTimeout(() => {
        this.#soon = null;
        void this.feed();
      }, TOGETHER_MS).unref();
    });
    this.#timer = setInterval(() => void this.feed(), LOOK_EVERY_MS).unref();
    void this.feed();
  }

  async onApplicationShutdown(): Promise<void> {
    this.#closed = true;
    this.#stop?.();
    if (this.#timer) clearInterval(this.#timer);
    if (this.#soon) clearTimeout(this.#soon);
    await this.#feeding;
    await this.#columns?.close();
    this.#columns = null;
  }

  /** The columns when they hold everything up to a position, having waited a moment for it; null: ask the facts themselves. */
  async upTo(position: number, waitMs: number): Promise<Columns | null> {
    const covers = () => this.#state === 'live' && this.#position >= position;
    if (!covers() && this.#state !== 'failed' && this.#columns) {
      let timer: NodeJS.Timeout | undefined;
      await Promise.race([this.feed(), new Promise((resolve) => (timer = setTimeout(resolve, waitMs)))]);
      clearTimeout(timer);
    }
    return covers() ? this.#columns : null;
  }

  /** Takes what is new; one at a time, and once more when something was announced meanwhile. */
  feed(): Promise<void> {
    if (this.#feeding) {
      this.#again = true;
      return this.#feeding;
    }
    this.#feeding = this.#feedAll().finally(() => (this.#feeding = null));
    return this.#feeding;
  }

  async #feedAll(): Promise<void> {
    try {
      do {
        this.#again = false;
        await this.#feedOnce();
      } while (this.#again && !this.#closed);
    } catch (error) {
      if (!this.#closed) this.#fail(error);
    }
  }

  async #feedOnce(): Promise<void> {
    const columns = this.#columns;
    const table = await this.database.one<{ oid: number; position: number }>(TABLE);
    if (!columns || !table || this.#closed) return;
    // A read model built again takes the place of the table: nothing of the old one may stay.
    if (table.oid !== this.#oid || table.position < this.#position) await this.#startOver(columns, table.oid);
    const starting = this.#state !== 'live';
    while (this.#position < table.position && !this.#closed) {
      const page = await this.database.rows<ColumnFact>(NEXT_PAGE, [this.#position]);
      if (page.length === 0) break;
      await columns.add(page, !starting);
      this.#position = page.at(-1)!.position;
    }
    if (this.#closed) return;
    if (starting) await columns.sum();
    this.#state = 'live';
    // Made before anybody asks; and again when a month has ended.
    void columns.published(publicMoment(this.clock.now())).catch(() => undefined);
  }

  async #startOver(columns: Columns, oid: number): Promise<void> {
    this.#state = 'rebuilding';
    this.#position = -1;
    await columns.clear();
    this.#oid = oid;
  }

  /** Figures go on being answered, by the facts themselves: right, but slower, and everybody can see why. */
  #fail(error: unknown): void {
    this.#state = 'failed';
    this.#log.warn(`the columnar copy of the facts is not in use: ${error instanceof Error ? error.message : 'unknown reason'}`);
  }

  async status(): ReturnType<ReadCopy['status']> {
    if (this.config.role === 'worker') return null;
    const table = await this.database.one<{ position: number }>(TABLE);
    return { position: this.#position, lag: Math.max(0, (table?.position ?? -1) - this.#position), state: this.#state };
  }

  /** For tests that change the table behind the platform's back. */
  async reload(): Promise<void> {
    await this.#feeding;
    this.#oid = -1;
    await this.feed();
  }
}
