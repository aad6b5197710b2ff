import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { Database, type Row, type Sql } from '../database.js';
import { forMuch } from './postgres-connection.js';
import { isStalePlan, PgSql, StatementNames } from './pg-sql.js';
import { borrow, PgTrips } from './pg-trips.js';
import { pgTypes } from './pg-types.js';
import { copyIn } from './postgres-copy-in.js';

/** A lock held by a connection of its own: it ends with the connection, so that a dead worker never keeps it. */
export interface HeldLock {
  /** Aborted when the connection is gone: somebody else may hold the lock by now. */
  readonly lost: AbortSignal;
  release(): Promise<void>;
}

/** COPY … FROM STDIN, on the transaction's own connection. */
export type Copy = (text: string, chunks: Iterable<Buffer>) => Promise<void>;

export interface PgDatabaseOptions {
  readonly max?: number;
  readonly name?: string;
}

/** Connections that statements on their own leave to transactions. */
const FOR_TRANSACTIONS = 3;
/** Connections that load much at once or create tables, beside the others: COPY needs one without pipeline. */
const LOADERS = 3;

/** SQL over a pool of connections in pipeline mode; every statement is prepared under the hash of its text. */
export class PgDatabase extends Database {
  readonly #pool: pg.Pool;
  readonly #loaders: pg.Pool;
  readonly #names = new StatementNames();
  readonly #sql: PgSql;
  #closed: Promise<unknown> | null = null;

  constructor(
    readonly url: string,
    private readonly options: PgDatabaseOptions = {},
  ) {
    super();
    const max = options.max ?? 10;
    this.#pool = new pg.Pool({ ...this.#connection(), max, pipeline: true });
    this.#loaders = new pg.Pool({ ...this.#connection(), connectionString: forMuch(this.url), max: LOADERS });
    // A connection that dies while idle is replaced by the pool; without a listener it would end the process.
    for (const pool of [this.#pool, this.#loaders]) pool.on('error', () => undefined);
    this.#sql = new PgSql(new PgTrips(this.#pool, Math.max(1, max - FOR_TRANSACTIONS)), this.#names);
  }

  #connection(): pg.ClientConfig {
    return { connectionString: this.url, types: pgTypes, application_name: this.options.name ?? 'platform', keepAlive: true };
  }

  async #freshPlans<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!isStalePlan(error)) throw error;
      this.#names.renew();
      return work();
    }
  }

  rows<R extends object = Row>(text: string, params?: readonly unknown[]): Promise<R[]> {
    return this.#freshPlans(() => this.#sql.rows<R>(text, params));
  }
  one<R extends object = Row>(text: string, params?: readonly unknown[]): Promise<R | null> {
    return this.#freshPlans(() => this.#sql.one<R>(text, params));
  }
  run(text: string, params?: readonly unknown[]): Promise<number> {
    return this.#freshPlans(() => this.#sql.run(text, params));
  }

  transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    return this.#transaction(this.#pool, (sql) => work(sql));
  }

  /** A transaction that loads much at once. Its commit does not wait for the disk: for what is made again when it is lost. */
  load<T>(work: (sql: Sql, copy: Copy) => Promise<T>): Promise<T> {
    return this.#transaction(this.#loaders, async (sql, client) => {
      await sql.run('set local synchronous_commit = off');
      return work(sql, (text, chunks) => copyIn(client, text, chunks));
    });
  }

  #transaction<T>(pool: pg.Pool, work: (sql: Sql, client: pg.PoolClient) => Promise<T>): Promise<T> {
    return borrow(pool, async (client, unfit) => {
      try {
        const begun = client.query('begin');
        if (!client.pipeline) await begun;
        const [result] = await Promise.all([work(new PgSql(client, this.#names), client), begun]);
        await client.query('commit');
        return result;
      } catch (error) {
        if (isStalePlan(error)) this.#names.renew();
        await client.query('rollback').catch(unfit);
        throw error;
      }
    });
  }

  /** Several statements in one text, without parameters: what creates tables. All or nothing. */
  async script(text: string): Promise<void> {
    await this.#loaders.query(text);
  }

  async #alone(): Promise<pg.Client> {
    const client = new pg.Client(this.#connection());
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }

  /** Waits for a lock, works, gives it back. */
  async exclusively<T>(lock: string, work: () => Promise<T>): Promise<T> {
    const client = await this.#alone();
    try {
      await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [lock]);
      return await work();
    } finally {
      await client.end();
    }
  }

  /** The lock, or null when somebody else holds it. */
  async tryLock(lock: string): Promise<HeldLock | null> {
    const client = await this.#alone();
    const lost = new AbortController();
    client.on('end', () => lost.abort());
    let held: boolean | undefined = false;
    try {
      const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock(hashtextextended($1, 0)) as held', [lock]);
      held = rows[0]?.held;
    } finally {
      if (!held) await client.end().catch(() => undefined);
    }
    return held ? { lost: lost.signal, release: () => client.end().catch(() => undefined) } : null;
  }

  async #hear(channel: string, heard: (message: string) => void): Promise<{ client: pg.Client; ended: Promise<void> }> {
    const client = await this.#alone();
    const ended = new Promise<void>((resolve) => client.once('end', resolve));
    client.on('notification', ({ payload }) => heard(payload ?? ''));
    try {
      await client.query(`listen ${pg.escapeIdentifier(channel)}`);
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
    return { client, ended };
  }

  /** Calls back with every message of a channel until stopped; reconnects by itself. Messages sent meanwhile are missed. */
  async listen(channel: string, heard: (message: string) => void): Promise<() => Promise<void>> {
    const stop = new AbortController();
    let ear = await this.#hear(channel, heard);
    const keepHearing = async () => {
      for (;;) {
        await ear.ended;
        for (let deaf = true; deaf; ) {
          await sleep(500, undefined, { signal: stop.signal, ref: false }).catch(() => undefined);
          if (stop.signal.aborted) return;
          await this.#hear(channel, heard).then((again) => ((ear = again), (deaf = false)), () => undefined);
        }
        if (stop.signal.aborted) return ear.client.end();
      }
    };
    const keeping = keepHearing();
    return async () => {
      stop.abort();
      await ear.client.end().catch(() => undefined);
      await keeping;
    };
  }

  async close(): Promise<void> {
    this.#closed ??= Promise.all([this.#pool.end(), this.#loaders.end()]);
    await this.#closed;
  }
}
