import type { Along, CellSum } from '../domain/cells.js';
import { ALL } from './places-sql.js';

/** A row of sums: a column for each measure. */
export type SummedRow = { readonly along: Along; readonly value: string } & Readonly<Record<string, number | string>>;

/** Those that are not zero, one by one. Only transactions have an amount. */
export const cellSums = (rows: readonly SummedRow[]): readonly CellSum[] =>
  rows.flatMap(({ along, value, amount, ...counts }) =>
    ALL.filter((measure) => counts[measure] !== 0).map((measure) => ({ along, measure, value, count: counts[measure] as number, amount: measure === 'transaction' ? (amount as number) : 0, cells: (counts[`${measure}_cells`] ?? 0) as number })),
  );
