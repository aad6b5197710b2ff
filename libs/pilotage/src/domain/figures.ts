import { COMPANY_KINDS, DEPARTMENTS, labelOf, REFUSAL_REASONS, REGIONS } from '#reference';
import type { Measure } from './fact.js';
import { type Indicator, INDICATORS, type Term } from './indicators.js';
import { MEDIAN_FLOOR, RATE_FLOOR, surely } from './masking.js';
import { monthsOf, type Question } from './question.js';

/** A sum of cells along one dimension: the other ones are null. */
export interface CellSum {
  readonly measure: Measure;
  /** 202503. */
  readonly month: number | null;
  readonly kind: string | null;
  readonly region: string | null;
  readonly department: string | null;
  readonly detail: string | null;
  readonly count: number;
  readonly amount: number;
  /** How many cells that are not zero the sum is made of. */
  readonly cells: number;
}
type Along = 'month' | 'kind' | 'region' | 'department' | 'detail';

export interface NamedCount {
  readonly code: string;
  readonly label: string;
  readonly count: number;
}
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
}
export interface PlaceFigures {
  readonly code: string;
  readonly name: string;
  readonly applications: number;
  readonly hires: number;
  readonly refusals: number;
  readonly passesIssued: number;
}
export interface FiguresAnswer {
  readonly indicators: readonly IndicatorValue[];
  readonly applications: number;
  readonly hires: number;
  readonly acceptanceRate: Ratio;
  readonly passesIssued: number;
  readonly refusals: number;
  readonly medianResponseDays: number | null;
  readonly byMonth: readonly { readonly month: string; readonly applications: number; readonly hires: number; readonly refusals: number; readonly passesIssued: number; readonly passesCancelled: number }[];
  readonly refusalReasons: readonly NamedCount[];
  readonly byKind: readonly NamedCount[];
  readonly byTerritory: readonly PlaceFigures[];
  /** Always there: a map is of départements. */
  readonly byDepartment: readonly PlaceFigures[];
}

class Cells {
  readonly #counts = new Map<string, number>();
  constructor(readonly sums: readonly CellSum[]) {
    for (const each of sums)
      for (const along of ['month', 'kind', 'region', 'department', 'detail'] as const)
        if (each[along] !== null) this.#counts.set(`${each.measure} ${along} ${each[along]}`, each.count);
  }
  at(measure: Measure, along: Along, value: string): number {
    return this.#counts.get(`${measure} ${along} ${value}`) ?? 0;
  }
  total(measure: Measure): number {
    return this.of(measure, 'month').reduce((sum, { count }) => sum + count, 0);
  }
  term({ measure, of, detail }: Term): number {
    if (of === 'amount') return this.of(measure, 'month').reduce((sum, { amount }) => sum + amount, 0);
    return detail === undefined ? this.total(measure) : this.at(measure, 'detail', detail);
  }
  /** How many units there are at the very least, when the sums are rounded. */
  surely(measure: Measure): number {
    return this.of(measure, 'month').reduce((sum, { count, cells }) => sum + surely(count, cells), 0);
  }
  of(measure: Measure, along: Along): readonly CellSum[] {
    return this.sums.filter((each) => each.measure === measure && each[along] !== null);
  }
}

/** A ratio of sums, both terms shown; no value when there is nothing to divide by [pilotage/G-4]. */
export const ratio = (numerator: number, denominator: number, enough = true): Ratio => {
  // Rounded cells may show one more acceptance than applications.
  const most = Math.min(numerator, denominator);
  return { numerator: most, denominator, value: denominator === 0 || !enough ? null : most / denominator };
};

/** The middle of whole weeks weighted by their counts: all that public cells know of delays. */
export const weeklyMedian = (weeks: readonly { readonly week: number; readonly count: number }[]): number | null => {
  const total = weeks.reduce((sum, { count }) => sum + count, 0);
  if (total < MEDIAN_FLOOR) return null;
  let before = 0;
  for (const { week, count } of [...weeks].sort((a, b) => a.week - b.week)) {
    if (before + count >= total / 2) return Math.round(7 * (week + (total / 2 - before) / count));
    before += count;
  }
  return null;
};

/** The three ways an indicator is read off its terms. */
const valueOf = (indicator: Indicator, cells: Cells, median: number | null, masked: boolean): IndicatorValue => {
  const { reading, numerator, denominator } = indicator;
  const [over, under] = [cells.term(numerator), denominator && cells.term(denominator)];
  if (reading === 'ratio') return { indicator, ...ratio(over, under!, !masked || cells.surely(denominator!.measure) >= RATE_FLOOR) };
  // Cells of few deals keep their amount to themselves: a sum of nothing is not « no money ».
  if (masked && numerator.of === 'amount' && over === 0) return { indicator, value: null, numerator: 0, denominator: under };
  return { indicator, value: reading === 'median' ? median : over, numerator: over, denominator: under };
};

const placesOf = (cells: Cells, along: 'region' | 'department'): readonly PlaceFigures[] => {
  const codes = [...new Set((['application', 'hire', 'refused', 'pass'] as const).flatMap((measure) => cells.of(measure, along).map((sum) => sum[along]!)))].sort();
  const at = (measure: Measure, code: string) => cells.at(measure, along, code);
  const places = codes.map((code) => ({
    code,
    name: labelOf(along === 'region' ? REGIONS : DEPARTMENTS, code) || 'Territoire inconnu',
    applications: at('application', code),
    hires: at('hire', code),
    refusals: at('refused', code),
    passesIssued: at('pass', code),
  }));
  // A place of which only noughts are told would tell that somebody is there.
  return places.filter(({ applications, hires, refusals, passesIssued }) => applications + hires + refusals + passesIssued > 0);
};

/** A country is told by regions, a region by départements. */
export const isByRegion = ({ region, department }: Pick<Question, 'region' | 'department'>): boolean => !region && !department;

export const figuresOf = (question: Question, sums: readonly CellSum[], exactMedian: number | null): FiguresAnswer => {
  const cells = new Cells(sums);
  const byCount = (a: NamedCount, b: NamedCount) => b.count - a.count || (a.code < b.code ? -1 : 1);
  const applications = cells.total('application');
  const { masked } = question;
  const median = masked ? cells.surely('response') < RATE_FLOOR ? null : weeklyMedian(cells.of('response', 'detail').map(({ detail, count }) => ({ week: Number(detail), count }))) : exactMedian;
  return {
    indicators: INDICATORS.map((indicator) => valueOf(indicator, cells, median, masked)),
    applications,
    hires: cells.total('hire'),
    acceptanceRate: ratio(cells.total('accepted'), applications, !masked || cells.surely('application') >= RATE_FLOOR),
    passesIssued: cells.total('pass'),
    refusals: cells.total('refused'),
    medianResponseDays: median,
    byMonth: monthsOf(question).map((month) => {
      const at = (measure: Measure) => cells.at(measure, 'month', month.replace('-', ''));
      return { month, applications: at('application'), hires: at('hire'), refusals: at('refused'), passesIssued: at('pass'), passesCancelled: at('pass_cancelled') };
    }),
    refusalReasons: cells.of('refused', 'detail').filter(({ count }) => count > 0).map(({ detail, count }) => ({ code: detail!, label: labelOf(REFUSAL_REASONS, detail!), count })).sort(byCount),
    byKind: cells.of('application', 'kind').filter(({ count }) => count > 0).map(({ kind, count }) => ({ code: kind!, label: labelOf(COMPANY_KINDS, kind!), count })).sort(byCount),
    byTerritory: placesOf(cells, isByRegion(question) ? 'region' : 'department'),
    byDepartment: placesOf(cells, 'department'),
  };
};
