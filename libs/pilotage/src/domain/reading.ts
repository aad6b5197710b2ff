import type { Cells } from './cells.js';
import type { Indicator } from './indicator.js';
import { MEDIAN_FLOOR, RATE_FLOOR } from './masking.js';
import { type Part, partsOf } from './parts.js';
import { meanOf, middleOf } from './response-delay.js';

export interface Ratio {
  readonly numerator: number;
  readonly denominator: number;
  readonly value: number | null;
}
export interface IndicatorValue {
  readonly indicator: Indicator;
  readonly value: number | null;
  readonly numerator: number;
  readonly denominator: number | null;
  readonly parts: readonly Part[];
}
/** What is read off the delays of answers, in days. */
export interface Delays {
  readonly median: number | null;
  readonly mean: number | null;
  /** Of the answers somebody gave. */
  readonly human: number | null;
}

/** A ratio of sums, both terms shown; no value when there is nothing to divide by [pilotage/G-4]. */
export const ratio = (numerator: number, denominator: number, enough = true): Ratio => {
  // Rounded cells may show one more acceptance than applications, or more answers.
  const most = Math.max(0, Math.min(numerator, denominator));
  return { numerator: most, denominator, value: denominator === 0 || !enough ? null : most / denominator };
};

/** Delays as cells tell them: all that the public knows, and only of many answers [pilotage/P-6]. */
export const publicDelays = (cells: Cells): Delays => {
  const all = cells.delays();
  const people = all.filter(({ automatic }) => !automatic);
  const many = (intervals: typeof all) => cells.surely('response') >= RATE_FLOOR && intervals.reduce((sum, { count }) => sum + count, 0) >= MEDIAN_FLOOR;
  return { median: many(all) ? middleOf(all) : null, mean: many(all) ? meanOf(all) : null, human: many(people) ? middleOf(people) : null };
};

const delayOf = ({ reading, numerator: { only } }: Indicator, { median, mean, human }: Delays): number | null => (reading === 'mean' ? mean : only === 'people' ? human : median);

/** The ways an indicator is read off its terms. */
export const valueOf = (indicator: Indicator, cells: Cells, delays: Delays, masked: boolean): IndicatorValue => {
  const { reading, numerator, denominator } = indicator;
  const [over, under] = [Math.max(0, cells.term(numerator)), denominator && cells.term(denominator)];
  const enough = !masked || cells.surely((denominator ?? numerator).measure) >= RATE_FLOOR;
  const parts = partsOf(indicator.parts, cells, enough);
  if (reading === 'ratio') return { indicator, ...ratio(over, under!, enough), parts };
  // Cells of few deals keep their amount to themselves: a sum of nothing is not « no money ».
  if (masked && numerator.of === 'amount' && over === 0) return { indicator, value: null, numerator: 0, denominator: under, parts };
  return { indicator, value: reading === 'sum' ? over : delayOf(indicator, delays), numerator: over, denominator: under, parts };
};
