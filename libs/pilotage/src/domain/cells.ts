import type { Measure } from './fact.js';
import type { Term } from './indicator.js';
import { surely } from './masking.js';
import { FIRST_AUTOMATIC, type Interval, intervalOf } from './response-delay.js';

export type Along = 'month' | 'kind' | 'region' | 'department' | 'detail';
/** A sum of cells along one dimension. */
export interface CellSum {
  readonly along: Along;
  readonly measure: Measure;
  /** In that dimension; a month is 202503. */
  readonly value: string;
  readonly count: number;
  readonly amount: number;
  /** How many cells that are not zero the sum is made of. */
  readonly cells: number;
}

const total = (sums: readonly { readonly count: number }[]) => sums.reduce((sum, { count }) => sum + count, 0);

/** The sums of a question, found by what they are about. */
export class Cells {
  readonly #by = new Map<string, CellSum>();
  readonly #along = new Map<string, CellSum[]>();
  constructor(sums: readonly CellSum[]) {
    for (const each of sums) {
      const { measure, along, value } = each;
      this.#by.set(`${measure} ${along} ${value}`, each);
      const list = this.#along.get(`${measure} ${along}`);
      if (list) list.push(each);
      else this.#along.set(`${measure} ${along}`, [each]);
    }
  }

  at(measure: Measure, along: Along, value: string): number {
    return this.#by.get(`${measure} ${along} ${value}`)?.count ?? 0;
  }
  amountAt(measure: Measure, along: Along, value: string): number {
    return this.#by.get(`${measure} ${along} ${value}`)?.amount ?? 0;
  }
  of(measure: Measure, along: Along): readonly CellSum[] {
    return this.#along.get(`${measure} ${along}`) ?? [];
  }
  total(measure: Measure): number {
    return total(this.of(measure, 'month'));
  }
  amount(measure: Measure): number {
    return this.of(measure, 'month').reduce((sum, { amount }) => sum + amount, 0);
  }

  term({ measure, of, only, less }: Term): number {
    if (of === 'amount') return this.amount(measure);
    if (only === 'people') return total(this.of(measure, 'detail').filter(({ value }) => value < FIRST_AUTOMATIC));
    const all = this.total(measure) - (less ? this.total(less) : 0);
    if (!only) return all;
    return 'detail' in only ? this.at(measure, 'detail', only.detail) : all - this.at(measure, 'detail', only.not);
  }

  /** How many units there are at the very least, when the sums are rounded. */
  surely(measure: Measure): number {
    return this.of(measure, 'month').reduce((sum, { count, cells }) => sum + surely(count, cells), 0);
  }

  /** Answers by interval of their delay. */
  delays(): readonly Interval[] {
    return this.of('response', 'detail').map(({ value, count }) => intervalOf(value, count));
  }
}
