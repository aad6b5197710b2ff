import { createHash } from 'node:crypto';
import pg from 'pg';
import type { Row, Sql } from '../database.js';

/** Beyond this many different texts a statement is no longer kept prepared: a query written on the fly must not fill the server's memory. */
const PREPARED_TEXTS = 500;

/** Names of prepared statements, by text. A table that was swapped makes old plans useless: `renew` gives all texts new names. */
export class StatementNames {
  #names = new Map<string, string>();
  #generation = 0;

  of(text: string): string | undefined {
    const known = this.#names.get(text);
    if (known !== undefined) return known;
    if (this.#names.size >= PREPARED_TEXTS) return undefined;
    const name = `s${this.#generation}_${createHash('sha1').update(text).digest('base64url')}`;
    this.#names.set(text, name);
    return name;
  }

  renew(): void {
    this.#generation++;
    this.#names = new Map();
  }
}

/** The table a prepared statement was planned for has been replaced by another. */
export const isStalePlan = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && error.code === '0A000' && error.message.includes('cached plan');

interface Queryable {
  query(statement: pg.QueryConfig): Promise<pg.QueryResult>;
}

/** The statements of one connection or pool. */
export class PgSql implements Sql {
  constructor(
    private readonly on: Queryable,
    private readonly names: StatementNames,
  ) {}

  async query(text: string, params: readonly unknown[] = []): Promise<pg.QueryResult<Row>> {
    const values = [...params];
    const name = this.names.of(text);
    return this.on.query(name === undefined ? { text, values } : { name, text, values });
  }
  async rows<R extends object = Row>(text: string, params?: readonly unknown[]): Promise<R[]> {
    return (await this.query(text, params)).rows as R[];
  }
  async one<R extends object = Row>(text: string, params?: readonly unknown[]): Promise<R | null> {
    return (await this.rows<R>(text, params))[0] ?? null;
  }
  async run(text: string, params?: readonly unknown[]): Promise<number> {
    return (await this.query(text, params)).rowCount ?? 0;
  }
}
