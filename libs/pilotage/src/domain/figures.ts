import { COMPANY_KINDS, labelOf, REFUSAL_REASONS } from '#reference';
import { Cells, type CellSum } from './cells.js';
import { cellsOfDelays, type DelayCount, exactDelays } from './exact-delays.js';
import { INDICATORS } from './indicators.js';
import { RATE_FLOOR } from './masking.js';
import { type PlaceFigures, placesOf } from './places.js';
import { monthsOf, type Question } from './question.js';
import { type IndicatorValue, publicDelays, type Ratio, ratio, valueOf } from './reading.js';
import { type Told, toldAt } from './told.js';

export type { CellSum } from './cells.js';

export interface NamedCount {
  readonly code: string;
  readonly label: string;
  readonly count: number;
}
export interface FiguresAnswer {
  readonly indicators: readonly IndicatorValue[];
  readonly applications: number;
  readonly hires: number;
  readonly acceptanceRate: Ratio;
  readonly passesIssued: number;
  readonly refusals: number;
  readonly transactions: number;
  /** Whole euros; null for the public when no cell has enough deals to tell theirs. */
  readonly transactionAmount: number | null;
  readonly medianResponseDays: number | null;
  readonly byMonth: readonly ({ readonly month: string; readonly passesCancelled: number } & Told)[];
  readonly refusalReasons: readonly NamedCount[];
  readonly byKind: readonly NamedCount[];
  readonly byTerritory: readonly PlaceFigures[];
  /** Always there: a map is of départements. */
  readonly byDepartment: readonly PlaceFigures[];
}

/** A country is told by regions, a region by départements. */
export const isByRegion = ({ region, department }: Pick<Question, 'region' | 'department'>): boolean => !region && !department;

/** `exact`: delays counted day by day, for those who may know; they then are all that tells of answers by their delay. */
export const figuresOf = (question: Question, sums: readonly CellSum[], exact: readonly DelayCount[] | null): FiguresAnswer => {
  const cells = new Cells(exact ? [...sums, ...cellsOfDelays(exact)] : sums);
  const { masked } = question;
  const byCount = (a: NamedCount, b: NamedCount) => b.count - a.count || (a.code < b.code ? -1 : 1);
  const applications = cells.total('application');
  const delays = exact ? exactDelays(exact) : publicDelays(cells);
  const indicators = INDICATORS.map((indicator) => valueOf(indicator, cells, delays, masked));
  return {
    indicators,
    applications,
    hires: cells.total('hire'),
    acceptanceRate: ratio(cells.total('accepted'), applications, !masked || cells.surely('application') >= RATE_FLOOR),
    passesIssued: cells.total('pass'),
    refusals: cells.total('refused'),
    transactions: cells.total('transaction'),
    transactionAmount: cells.amount('transaction') || (masked ? null : 0),
    medianResponseDays: delays.median,
    byMonth: monthsOf(question).map((month) => {
      const number = month.replace('-', '');
      return { month, ...toldAt(cells, 'month', number), passesCancelled: cells.at('pass_cancelled', 'month', number) };
    }),
    refusalReasons: cells.of('refused', 'detail').filter(({ count }) => count > 0).map(({ value, count }) => ({ code: value, label: labelOf(REFUSAL_REASONS, value), count })).sort(byCount),
    byKind: cells.of('application', 'kind').filter(({ count }) => count > 0).map(({ value, count }) => ({ code: value, label: labelOf(COMPANY_KINDS, value), count })).sort(byCount),
    byTerritory: placesOf(cells, isByRegion(question) ? 'region' : 'department'),
    byDepartment: placesOf(cells, 'department'),
  };
};
