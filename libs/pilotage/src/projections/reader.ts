import type { DuckDBConnection } from '@duckdb/node-api';

/** A connection that answers one question after the other. */
export class Reader {
  #last: Promise<unknown> = Promise.resolve();
  constructor(private readonly connection: DuckDBConnection) {}

  rows<R extends object>(sql: string): Promise<R[]> {
    const answer = this.#last.then(async () => (await this.connection.runAndReadAll(sql)).getRowObjectsJS() as unknown as R[]);
    this.#last = answer.catch(() => undefined);
    return answer;
  }

  /** Once everything asked so far is answered. */
  async idle(): Promise<void> {
    await this.#last;
  }

  async close(): Promise<void> {
    await this.#last;
    this.connection.closeSync();
  }
}
