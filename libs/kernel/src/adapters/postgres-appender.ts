import type { Client } from 'pg';
import { seal, type DraftEvent, type SealedEvent } from '../codec.js';
import { WrongRevision, type StreamHead } from '../event-store.js';
import { type DedicatedConnection, isDisconnection, untilConnected } from './postgres-connection.js';
import type { Stamp } from './stamp.js';

const MAX_APPENDS = 256;
const MAX_BYTES = 4 * 1024 * 1024;
const PATIENCE_MS = 30_000;
/** From so many appends on, a batch is worth a trip to the disk of its own beside the one already on its way. */
const WORTH_A_TRIP = 8;

export interface Written {
  /** Commit position of the first event; the others follow without a hole. */
  readonly position: number;
  readonly sealed: readonly SealedEvent[];
}

interface Append {
  readonly stream: string;
  readonly expected: StreamHead;
  readonly drafts: readonly DraftEvent[];
  readonly bytes: number;
  resolve(written: Written): void;
  reject(error: unknown): void;
}

interface Outcome {
  readonly r_index: number;
  readonly r_position: string | null;
  readonly r_revision: number;
  readonly r_recorded: string | null;
}

/**
 * The writer of one process: whatever queued up while the previous commit went to disk is written in one transaction.
 * When much is waiting it goes in two halves, one sealed here while the database writes the other, both on one connection and so in order.
 * A batch holds at most one append per stream; if the database refuses a batch, its members are tried one by one.
 */
export class PostgresAppender {
  #queue: Append[] = [];
  #starting = false;
  #flying = 0;
  readonly #flights = new Set<Promise<void>>();
  #closed = false;
  /** Position of the last event written here. */
  #last = 0;

  constructor(
    private readonly connection: DedicatedConnection,
    private readonly stamp: Stamp,
    private readonly onCommit: () => void,
  ) {}

  append(stream: string, expected: StreamHead, drafts: readonly DraftEvent[]): Promise<Written> {
    if (this.#closed) return Promise.reject(new Error('the event store is closed'));
    const bytes = drafts.reduce((sum, { data, meta }) => sum + data.length + meta.length + 200, 0);
    return new Promise((resolve, reject) => {
      this.#queue.push({ stream, expected, drafts, bytes, resolve, reject });
      this.#startSoon();
    });
  }

  /** Waits for what has been accepted; accepts nothing more. */
  async close(): Promise<void> {
    this.#closed = true;
    while (this.#starting || this.#flights.size > 0) await (this.#flights.size > 0 ? Promise.race(this.#flights) : Promise.resolve());
  }

  /** Once whoever asks in the same turn has asked. */
  #startSoon(): void {
    if (this.#starting) return;
    this.#starting = true;
    queueMicrotask(() => {
      this.#starting = false;
      this.#start();
    });
  }

  #start(): void {
    while (this.#queue.length > 0 && (this.#flights.size === 0 || (this.#flights.size === 1 && this.#queue.length >= WORTH_A_TRIP))) {
      const batch = this.#takeBatch();
      this.#flying += batch.length;
      const flight = this.#fly(batch).finally(() => {
        this.#flying -= batch.length;
        this.#flights.delete(flight);
        this.#startSoon();
      });
      this.#flights.add(flight);
    }
  }

  async #fly(batch: readonly Append[]): Promise<void> {
    try {
      await this.#write(batch);
    } catch (error) {
      if (batch.length === 1 || isDisconnection(error)) for (const { reject } of batch) reject(error);
      else for (const one of batch) await this.#write([one]).catch(one.reject);
    }
  }

  #takeBatch(): Append[] {
    if (this.#queue.length === 1) return this.#queue.splice(0);
    const streams = new Set<string>();
    const batch: Append[] = [];
    const rest: Append[] = [];
    let bytes = 0;
    const most = Math.min(MAX_APPENDS, Math.max(WORTH_A_TRIP, Math.ceil((this.#queue.length + this.#flying) / 2)));
    for (const append of this.#queue) {
      const fits = batch.length < most && !streams.has(append.stream) && (batch.length === 0 || bytes + append.bytes <= MAX_BYTES);
      (fits ? batch : rest).push(append);
      // An append that waits makes the later ones of its stream wait too.
      streams.add(append.stream);
      if (fits) bytes += append.bytes;
    }
    this.#queue = rest;
    return batch;
  }

  /** A write whose answer was lost is sent again: if it had happened, the second one meets its own events, and the store answers the original position. */
  async #write(batch: readonly Append[]): Promise<void> {
    for (;;) {
      const recorded = this.stamp.next();
      const after = this.#last;
      const text = new Date(recorded).toISOString();
      const sealed = batch.map(({ stream, expected, drafts }) => seal(stream, expected, drafts, text));
      const outcomes = await untilConnected(async () => this.#send(await this.connection.get(), batch, sealed, recorded, after), PATIENCE_MS);
      const first = outcomes[0]!;
      if (first.r_position === null && Number(first.r_recorded) > recorded) {
        // Another process, whose clock is ahead, wrote last.
        this.stamp.atLeast(Number(first.r_recorded));
        continue;
      }
      for (const { r_index, r_position, r_revision } of outcomes) {
        const { stream, expected, drafts, resolve, reject } = batch[r_index - 1]!;
        if (r_position === null) reject(new WrongRevision(stream, expected.revision, r_revision));
        else {
          this.#last = Math.max(this.#last, Number(r_position));
          resolve({ position: Number(r_position) - drafts.length + 1, sealed: sealed[r_index - 1]! });
        }
      }
      return this.onCommit();
    }
  }

  async #send(client: Client, batch: readonly Append[], sealed: readonly (readonly SealedEvent[])[], recorded: number, after: number): Promise<readonly Outcome[]> {
    if (batch.length === 1 && sealed[0]!.length === 1) {
      const { stream, expected } = batch[0]!;
      const { id, type, version, data, meta } = sealed[0]![0]!;
      const { rows } = await client.query<[string | null]>({
        name: 'es_append_one',
        text: 'select es.append_one($1, $2, $3, $4, $5, $6, $7, $8, $9)',
        values: [after, stream, expected.revision, recorded, id, type, version, data, meta],
        rowMode: 'array',
      });
      const position = rows[0]![0];
      if (position !== null) return [{ r_index: 1, r_position: position, r_revision: expected.revision, r_recorded: null }];
      // Refused: the longer way says why.
    }
    const appends = batch.map(({ stream, expected }, i) => {
      const events = sealed[i]!.map(({ id, type, version, data, meta }) => `{"i":"${id}","t":${JSON.stringify(type)},"v":${version},"d":${data},"m":${meta}}`);
      return `{"s":${JSON.stringify(stream)},"x":${expected.revision},"e":[${events.join(',')}]}`;
    });
    const { rows } = await client.query<Outcome>({ name: 'es_append_batch', text: 'select * from es.append_batch($1, $2)', values: [recorded, `[${appends.join(',')}]`] });
    return rows;
  }
}
