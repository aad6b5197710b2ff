import { createHash } from 'node:crypto';
import type { StoredEvent } from '#kernel';
import type { PlacedEvent, PostgresBulkLog } from '#kernel/adapters/postgres-bulk-log';
import type { Sink } from './memory-streams.js';

const LOT = 20_000;
/** The log's own first event. */
const OPENING = 1;

/** What a lot of events needs to be there before it: the people and the words it speaks of. */
export interface Before {
  keep(): Promise<void>;
}

export interface Times {
  /** Milliseconds in which nothing was decided because the log was still being written. */
  readonly writing: number;
  /** The same for what comes before the log. */
  readonly before: number;
}

/**
 * Takes events one by one and writes them in lots, one behind while the next is being made. What an earlier attempt has written is made
 * again but not written again: the last event it wrote must come out the same.
 */
export class LogWriter implements Sink {
  readonly start = OPENING;
  #lot: PlacedEvent[] = [];
  #writing: Promise<void> = Promise.resolve();
  #sending: Promise<void> = Promise.resolve();
  #failed: Error | null = null;
  readonly #digest = createHash('sha256');
  #last: PlacedEvent | null = null;
  #taken = 0;
  #sent = 0;
  #times = { writing: 0, before: 0 };

  constructor(
    private readonly log: PostgresBulkLog,
    private readonly before: Before,
    /** Position of the last event an earlier attempt wrote, and its hash. */
    private readonly present: { readonly position: number; readonly meta: string } | null,
    private readonly readStream: (stream: string) => Promise<readonly StoredEvent[]>,
  ) {}

  take(event: PlacedEvent): void {
    this.#taken++;
    this.#digest.update(event.meta.slice(-66, -2));
    this.#last = event;
    const { present } = this;
    if (present && event.position === present.position && event.meta !== present.meta) this.#failed = anotherWorld();
    if (!present || event.position > present.position) this.#lot.push(event);
  }

  room(): Promise<void> | null {
    return this.#taken - this.#sent < LOT ? null : this.#send();
  }

  async read(streams: readonly string[]): Promise<readonly (readonly StoredEvent[])[]> {
    await this.flush();
    return Promise.all(streams.map((stream) => this.readStream(stream)));
  }

  /** Everything taken is in the log. */
  async flush(): Promise<void> {
    await this.#send();
    await this.#waited('writing', this.#writing);
  }

  /** @throws Error when the log's last event of this world is not this world's. */
  async finish(): Promise<void> {
    await this.flush();
    if (this.#last && (await this.log.at(this.#last.position))?.meta !== this.#last.meta) throw anotherWorld();
  }

  /** One lot after the other, whoever asks. */
  #send(): Promise<void> {
    return (this.#sending = this.#sending.then(() => this.#sendLot()));
  }

  async #sendLot(): Promise<void> {
    if (this.#failed) throw this.#failed;
    const lot = this.#lot;
    this.#lot = [];
    this.#sent = this.#taken;
    await this.#waited('before', this.before.keep());
    await this.#waited('writing', this.#writing);
    this.#writing = this.log.write(lot);
    // Heard of by whoever waits for it next.
    this.#writing.catch(() => undefined);
  }

  async #waited(what: keyof Times, work: Promise<void>): Promise<void> {
    const from = performance.now();
    await work;
    this.#times[what] += performance.now() - from;
  }

  get times(): Times {
    return this.#times;
  }
  get taken(): number {
    return this.#taken;
  }
  /** Position of the last event taken. */
  get end(): number {
    return this.start + this.#taken;
  }
  /** Of all hashes, in log order: the same for the same world. */
  digest(): string {
    return this.#digest.copy().digest('hex');
  }
}

const anotherWorld = () =>
  new Error('the log holds another world, or one made up to another day (--until): give the same options again, or another DATA_DIR or DATABASE_URL.');
