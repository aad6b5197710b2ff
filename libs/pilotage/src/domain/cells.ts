import type { Measure } from './fact.js';
import type { Term } from './indicator.js';
import { surely } from './masking.js';
import { FIRST_AUTOMATIC, type Interval, intervalOf } from './response-delay.js';

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
export type Along = 'month' | 'kind' | 'region' | 'department' | 'detail';
const ALONG = ['month', 'kind', 'region', 'department', 'detail'] as const;

const total = (sums: readonly { readonly count: number }[]) => sums.reduce((sum, { count }) => sum + count, 0);

/** The sums of a question, found by what they are about. */
export class Cells {
  readonly #by = new Map<string, CellSum>();
  readonly #along = new Map<string, CellSum[]>();
  constructor(sums: readonly CellSum[]) {
    for (const each of sums)
      for (const along of ALONG)
        if (each[along] !== null) {
          this.#by.set(`${each.measure} ${along} ${each[along]}`, each);
          const list = this.#along.get(`${each.measure} ${along}`);
          if (list) list.push(each);
          else this.#along.set(`${each.measure} ${along}`, [each]);
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
    if (only === 'people') return total(this.of(measure, 'detail').filter(({ detail }) => detail! < FIRST_AUTOMATIC));
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
    return this.of('response', 'detail').map(({ detail, count }) => intervalOf(detail!, count));
  }
}
