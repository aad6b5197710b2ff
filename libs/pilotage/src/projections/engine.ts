import type { Question } from '../domain/question.js';

/** Collects the values of a statement in the way an engine takes them. */
export interface Values {
  bind(value: string | number, as?: 'kind' | 'department' | 'region' | 'measure' | 'detail'): string;
  readonly bound: readonly unknown[];
}

/** Where facts are summed: the columns in memory, or PostgreSQL while they are being filled. Statements are the same on both. */
export interface Engine {
  readonly name: 'columns' | 'postgres';
  values(): Values;
  /** The table a question is asked of: all the facts, or their sums by cell when no past moment is asked for. */
  table(question: Pick<Question, 'validAt' | 'knownAt'>): string;
  /** The same for delays, which only the facts and a table of their own tell day by day. */
  delays(question: Pick<Question, 'validAt' | 'knownAt'>): string;
  /** Cells of a moment already rounded for the public (`n`, `amount`), where the engine keeps them. */
  published(moment: { readonly validAt: string; readonly knownAt: number }): Promise<string | null>;
  /** SQL for the dither of a cell inside a grouping by cell. */
  dither(values: Values): string;
  rows<R extends object>(sql: string, values: Values): Promise<R[]>;
}
