import type { CellSum } from './cells.js';
import type { Delays } from './reading.js';
import { delayDetail } from './response-delay.js';

/** First answers that took as many whole days. */
export interface DelayCount {
  readonly days: number;
  /** Given by the platform, once nobody had read the application. */
  readonly automatic: boolean;
  readonly count: number;
}
/** The same as it is summed: the days of automatic answers are counted backwards from −1. */
export interface WaitedCount {
  readonly waited: number;
  readonly count: number;
}
export const delayCount = ({ waited, count }: WaitedCount): DelayCount => (waited < 0 ? { days: -1 - waited, automatic: true, count } : { days: waited, automatic: false, count });

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);

/** The true middle of delays, each counted as often as it happened. */
const middleOf = (counts: readonly DelayCount[]): number | null => {
  const total = sum(counts.map(({ count }) => count));
  let upTo = 0;
  let lower: number | null = null;
  for (const { days, count } of [...counts].sort((a, b) => a.days - b.days)) {
    upTo += count;
    if (2 * upTo >= total) lower ??= days;
    if (2 * upTo > total) return (lower! + days) / 2;
  }
  return null;
};

const meanOf = (counts: readonly DelayCount[]): number | null => {
  const total = sum(counts.map(({ count }) => count));
  return total === 0 ? null : sum(counts.map(({ days, count }) => days * count)) / total;
};

/** Delays for those who may know: not a day is rounded [pilotage/DEL-03]. */
export const exactDelays = (counts: readonly DelayCount[]): Delays => ({ median: middleOf(counts), mean: meanOf(counts), human: middleOf(counts.filter(({ automatic }) => !automatic)) });

/** The same answers by interval of their delay, as the cells of everybody tell them. */
export const cellsOfDelays = (counts: readonly DelayCount[]): readonly CellSum[] => {
  const by = new Map<string, number>();
  for (const { days, automatic, count } of counts) by.set(delayDetail(days, automatic), (by.get(delayDetail(days, automatic)) ?? 0) + count);
  return [...by].map(([value, count]) => ({ along: 'detail', measure: 'response', value, count, amount: 0, cells: 0 }));
};
