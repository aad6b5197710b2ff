import type pg from 'pg';

/** Statements that share one trip at most: they are answered in order, so each waits for those before it. */
const PASSENGERS = 16;

/** A connection of a pool for one use. One that dies meanwhile says so by an event nobody else would hear, and is not given back, nor one called unfit. */
export async function borrow<T>(pool: pg.Pool, work: (client: pg.PoolClient, unfit: () => void) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let lost = false;
  const onLost = () => void (lost = true);
  client.on('error', onLost);
  try {
    return await work(client, onLost);
  } finally {
    client.off('error', onLost);
    client.release(lost);
  }
}

interface Passenger {
  readonly statement: pg.QueryConfig;
  resolve(result: pg.QueryResult): void;
  reject(error: unknown): void;
}

/**
 * Statements that are each a transaction of their own, over a pool whose clients are in pipeline mode. Those asked for in one turn of the event loop,
 * or while enough trips are under way, go to the database in one write and come back in one read: most of what a small statement costs is the trip.
 */
export class PgTrips {
  readonly #waiting: Passenger[] = [];
  #travelling = 0;
  #departing = false;

  constructor(
    private readonly pool: pg.Pool,
    /** More than these wait and share the next one: the pool keeps connections for transactions. */
    private readonly atOnce: number,
  ) {}

  query(statement: pg.QueryConfig): Promise<pg.QueryResult> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ statement, resolve, reject });
      this.#departSoon();
    });
  }

  #departSoon(): void {
    if (this.#departing || this.#travelling >= this.atOnce) return;
    this.#departing = true;
    setImmediate(() => {
      this.#departing = false;
      if (this.#waiting.length === 0) return;
      void this.#travel(this.#waiting.splice(0, PASSENGERS));
      if (this.#waiting.length > 0) this.#departSoon();
    });
  }

  async #travel(trip: readonly Passenger[]): Promise<void> {
    this.#travelling++;
    try {
      await borrow(this.pool, (client) => Promise.allSettled(trip.map(({ statement, resolve, reject }) => client.query(statement).then(resolve, reject))));
    } catch (error) {
      for (const { reject } of trip) reject(error);
    } finally {
      this.#travelling--;
      if (this.#waiting.length > 0) this.#departSoon();
    }
  }
}
