export type Row = Record<string, unknown>;

/** SQL over the read models and the tables a context owns. Parameters are `$1`…; statements are prepared under a name derived from their text. Dates come back as text, bigint as number. */
export interface Sql {
  rows<R extends object = Row>(text: string, params?: readonly unknown[]): Promise<R[]>;
  /** The first row, or null. */
  one<R extends object = Row>(text: string, params?: readonly unknown[]): Promise<R | null>;
  /** Number of rows written. */
  run(text: string, params?: readonly unknown[]): Promise<number>;
}

export abstract class Database implements Sql {
  abstract rows<R extends object = Row>(text: string, params?: readonly unknown[]): Promise<R[]>;
  abstract one<R extends object = Row>(text: string, params?: readonly unknown[]): Promise<R | null>;
  abstract run(text: string, params?: readonly unknown[]): Promise<number>;
  /** All or nothing. Nested calls on the same `Sql` are the caller's affair. */
  abstract transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
}
