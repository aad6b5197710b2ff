import type { Day } from '#kernel';

export type Dimension = 'kind' | 'department' | 'region' | 'measure' | 'detail';
/** Collects the values of a statement in the way an engine takes them. */
export interface Values {
  bind(value: string | number, as?: Dimension): string;
  /** The condition that a dimension is one of these. */
  among(dimension: Dimension, list: readonly string[]): string;
  readonly bound: readonly unknown[];
}

/** Up to when facts count; null for all there are. */
export interface Moment {
  readonly validAt: Day | null;
  readonly knownAt: number | null;
}

/** Where facts are summed: the columns in memory, or PostgreSQL while they are being filled. Statements are the same on both. */
export interface Engine {
  readonly name: 'columns' | 'postgres';
  values(): Values;
  /** The table a question is asked of: all the facts, or their sums by cell when no past moment is asked for. */
  table(moment: Moment): string;
  /** Sums whatever the detail, a column for each measure, where they are kept. */
  places(moment: Moment): string | null;
  /** The first answers by how long they were `waited` for: the facts, or a table of their own. */
  delays(moment: Moment): string;
  /** Cells of a moment already rounded for the public, where the engine keeps them. */
  published(moment: PublicMoment): Promise<string | null>;
  /** SQL for the dither of a cell inside a grouping by cell. */
  dither(values: Values): string;
  rows<R extends object>(sql: string, values: Values): Promise<R[]>;
}

/** The end of a month, and when what is told of it was known. */
export interface PublicMoment {
  readonly validAt: Day;
  readonly knownAt: number;
}
/** Facts as they are, whatever is kept beside them. */
export const FACTS: Moment = { validAt: '', knownAt: 0 };
export const isNow = ({ validAt, knownAt }: Moment): boolean => validAt === null && knownAt === null;
