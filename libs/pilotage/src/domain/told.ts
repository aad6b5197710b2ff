import type { Along, Cells } from './cells.js';
import type { Measure } from './fact.js';

/** What is told of each month and of each place. */
export interface Told {
  readonly applications: number;
  readonly hires: number;
  readonly refusals: number;
  readonly passesIssued: number;
  readonly needs: number;
  readonly transactions: number;
  /** Whole euros. */
  readonly transactionAmount: number;
}
export const TOLD = { applications: 'application', hires: 'hire', refusals: 'refused', passesIssued: 'pass', needs: 'need', transactions: 'transaction' } as const satisfies Partial<Record<keyof Told, Measure>>;

export const toldAt = (cells: Cells, along: Along, value: string): Told => {
  const counts = Object.fromEntries(Object.entries(TOLD).map(([name, measure]) => [name, cells.at(measure, along, value)]));
  return { ...(counts as Record<keyof typeof TOLD, number>), transactionAmount: cells.amountAt('transaction', along, value) };
};
