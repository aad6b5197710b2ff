import pg from 'pg';
import type { Clock } from '../clock.js';
import { appended, draft, sameAppend } from '../codec.js';
import { EventStore, NO_STREAM, WrongRevision, type Appended, type ProposedEvent, type StoredEvent, type StreamHead } from '../event-store.js';
import type { Checkpoint } from '../events.js';
import type { Id } from '../ids.js';
import { LOG_STREAM, logOpened } from '../log-opened.js';
import { PostgresAppender } from './postgres-appender.js';
import { borrow, PgTrips } from './pg-trips.js';
import { copyOut, fieldsOf } from './postgres-copy.js';
import { backoff, DedicatedConnection, forMuch, isDisconnection, untilConnected } from './postgres-connection.js';
import { EVENT_STORE_SCHEMA } from './postgres-schema.js';
import { Stamp } from './stamp.js';
import { Wake } from './wake.js';

const CHANNEL = 'es_events';
const POLL_MS = 1000;
const NOTIFY_DEBOUNCE_MS = 50;
const COPIED_AT_ONCE = 100_000;
const CONNECTIONS = 4;
const READ_PATIENCE_MS = 10_000;
const COLUMNS = 'position, stream, revision, id, type, version, data, meta';
type EventRow = [position: string, stream: string, revision: string, id: string, type: string, version: string, data: string, meta: string];
/** Everything as the server spells it: a cast to text on its side would cost as much as finding the rows. */
const asText = { getTypeParser: () => (value: string) => value } as unknown as pg.CustomTypesConfig;

const stored = ([position, stream, revision, id, type, version, data, meta]: EventRow): StoredEvent => ({
  id, stream, revision: Number(revision), position: Number(position), checkpoint: position, type, version: Number(version), data, meta,
});

/** The log in a schema of its own, `es`. Other processes are told of news by LISTEN/NOTIFY, once per burst; a poll every second catches what a broken connection missed. */
export class PostgresEventStore extends EventStore {
  readonly kind = 'postgres';
  readonly #pool: pg.Pool;
  readonly #trips: PgTrips;
  readonly #writer: DedicatedConnection;
  readonly #listener: DedicatedConnection;
  readonly #appender: PostgresAppender;
  readonly #wake = new Wake();
  readonly #closing = new AbortController();
  #notification: NodeJS.Timeout | null = null;
  #identity: Id | null = null;

  constructor(
    private readonly url: string,
    private readonly clock: Clock,
  ) {
    super();
    this.#pool = new pg.Pool({ connectionString: url, max: CONNECTIONS, keepAlive: true, pipeline: true, application_name: 'event-store' });
    this.#pool.on('error', () => {});
    this.#trips = new PgTrips(this.#pool, CONNECTIONS);
    this.#writer = new DedicatedConnection(url, undefined, undefined, { pipeline: true });
    this.#listener = new DedicatedConnection(url, (client) => client.on('notification', () => this.#wake.ring()).query(`listen ${CHANNEL}`), () => this.#wake.ring());
    this.#appender = new PostgresAppender(this.#writer, new Stamp(clock), () => {
      this.#wake.ring();
      this.#notifyOthers();
    });
  }

  async open(): Promise<void> {
    await this.#whenConnected(() =>
      borrow(this.#pool, async (client) => {
        await client.query('begin');
        await client.query('select pg_advisory_xact_lock(4711)');
        await client.query(EVENT_STORE_SCHEMA);
        const { rowCount } = await client.query('select 1 from es.events limit 1');
        if (rowCount === 0) {
          const { sealed } = logOpened(this.clock.now());
          await client.query('select es.append_one(0, $1, $2, $3, $4, $5, $6, $7, $8)', [LOG_STREAM, NO_STREAM.revision, 0, sealed.id, sealed.type, sealed.version, sealed.data, sealed.meta]);
        }
        await client.query('commit');
      }),
    );
  }

  async append(stream: string, expected: StreamHead, events: readonly ProposedEvent[]): Promise<Appended> {
    try {
      const { position, sealed } = await this.#appender.append(stream, expected, draft(events));
      return appended(sealed.map((event, i) => ({ ...event, stream, position: position + i, checkpoint: String(position + i) })));
    } catch (error) {
      if (!(error instanceof WrongRevision)) throw error;
      const already = (await this.read(stream, expected.revision + 1)).slice(0, events.length);
      if (sameAppend(already, events)) return appended(already);
      throw error;
    }
  }

  read(stream: string, from = 0, count?: number): Promise<readonly StoredEvent[]> {
    if (count !== undefined) return this.#select('es_read_some', 'where stream = $1 and revision >= $2 order by revision limit $3', [stream, from, count]);
    return this.#select('es_read', 'where stream = $1 and revision >= $2 order by revision', [stream, from]);
  }

  async last(stream: string): Promise<StoredEvent | null> {
    return (await this.#select('es_last', 'where stream = $1 order by revision desc limit 1', [stream]))[0] ?? null;
  }

  /**
   * The first page comes by a prepared statement, which answers soonest when there is little to read; what is left after a full one by COPY,
   * on a connection of its own, while the pages before are being used.
   */
  async *pages(after: Checkpoint | null, pageSize: number): AsyncIterable<readonly StoredEvent[]> {
    const first = await this.#select('es_page', 'where position > $1 order by position limit $2', [after ?? '0', pageSize]);
    if (first.length === 0) return;
    if (first.length < pageSize) return yield first;
    const others = this.#copy(first.at(-1)!.position, pageSize);
    const second = others.next();
    second.catch(() => {});
    try {
      yield first;
      for (let next = await second; !next.done; next = await others.next()) yield next.value;
    } finally {
      void others.return(undefined);
    }
  }

  /** In stretches, so that a slow reader holds no snapshot of the database for long; goes on after the last page given when the server was away. */
  async *#copy(after: number, pageSize: number): AsyncGenerator<readonly StoredEvent[], void, undefined> {
    const stretch = pageSize * Math.ceil(COPIED_AT_ONCE / pageSize);
    for (let position = after, deadline = Date.now() + READ_PATIENCE_MS; ; ) {
      const client = new pg.Client({ connectionString: forMuch(this.url), keepAlive: true, application_name: 'event-store replay' });
      client.on('error', () => {});
      try {
        await client.connect();
        for (let read = stretch; read === stretch; ) {
          read = 0;
          const text = `copy (select ${COLUMNS} from es.events where position > ${position} order by position limit ${stretch}) to stdout`;
          for await (const page of copyOut(client, text, pageSize, (row) => stored(fieldsOf(row) as EventRow))) {
            position = page.at(-1)!.position;
            read += page.length;
            yield page;
            deadline = Date.now() + READ_PATIENCE_MS;
          }
        }
        return;
      } catch (error) {
        if (!isDisconnection(error) || this.#closing.signal.aborted || Date.now() > deadline) throw error;
        await this.#wake.after(this.#wake.rings, this.#closing.signal, backoff(3));
      } finally {
        void client.end().catch(() => {});
      }
    }
  }

  async *follow(after: Checkpoint | null, signal: AbortSignal, pageSize = 1000): AsyncIterable<readonly StoredEvent[]> {
    const stop = AbortSignal.any([signal, this.#closing.signal]);
    let checkpoint = after;
    for (let failures = 0; !stop.aborted; ) {
      const seen = this.#wake.rings;
      try {
        await this.#listener.get();
        for await (const page of this.pages(checkpoint, pageSize)) {
          checkpoint = page.at(-1)!.checkpoint;
          yield page;
          if (stop.aborted) return;
        }
        failures = 0;
        await this.#wake.after(seen, stop, POLL_MS);
      } catch (error) {
        if (stop.aborted) return;
        if (!isDisconnection(error)) throw error;
        await this.#wake.after(this.#wake.rings, stop, backoff(failures++));
      }
    }
  }

  async head(): Promise<{ readonly checkpoint: Checkpoint; readonly position: number } | null> {
    const last = (await this.#select('es_head', 'order by position desc limit 1', []))[0];
    return last ? { checkpoint: last.checkpoint, position: last.position } : null;
  }

  compare(a: Checkpoint, b: Checkpoint): number {
    return Number(a) - Number(b);
  }

  positionOf(checkpoint: Checkpoint): number {
    return Number(checkpoint);
  }

  async identity(): Promise<Id> {
    const first = this.#identity ?? (await this.#select('es_first', 'order by position limit 1', []))[0]?.id;
    if (!first) throw new Error('the log has not been opened');
    return (this.#identity = first);
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#appender.close();
    if (this.#notification) {
      clearTimeout(this.#notification);
      await this.#notify();
    }
    await Promise.all([this.#writer.close(), this.#listener.close(), this.#pool.end()]);
  }

  async #select(name: string, rest: string, values: unknown[]): Promise<StoredEvent[]> {
    const query = { name, text: `select ${COLUMNS} from es.events ${rest}`, values, rowMode: 'array' as const, types: asText };
    const { rows } = await this.#whenConnected(() => this.#trips.query(query));
    return (rows as unknown as EventRow[]).map(stored);
  }

  #whenConnected<T>(work: () => Promise<T>): Promise<T> {
    return untilConnected(work, READ_PATIENCE_MS, () => this.#closing.signal.aborted);
  }

  /** Inside the append's transaction a notification would cost two thirds of the throughput, because it takes a lock of its own at commit. */
  #notifyOthers(): void {
    this.#notification ??= setTimeout(() => void this.#notify(), NOTIFY_DEBOUNCE_MS);
  }

  /** Not worth waiting for the disk: a notification does not outlive a crash anyway. */
  async #notify(): Promise<void> {
    this.#notification = null;
    await this.#pool.query(`set local synchronous_commit = off; notify ${CHANNEL}`).catch(() => {});
  }
}
