import type { Measure } from './fact.js';

/** One side of an indicator: a sum over facts of one measure. */
export interface Term {
  readonly text: string;
  readonly measure: Measure;
  readonly of: 'units' | 'amount';
  /** Only the facts that say this, or that say anything else, or only the answers somebody gave. */
  readonly only?: { readonly detail: string } | { readonly not: string } | 'people';
  /** Less the units of this measure. */
  readonly less?: Measure;
}
/** How the units of the first term are told apart. */
export type Parts = 'reasons' | 'delays' | 'states' | 'needKinds';

/** The whole of what a figure means: change anything that changes a value, and raise `version`. */
export interface Indicator {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly text: string;
  readonly unit: string;
  /** What the figure is: the first term, the first over the second, or the middle or the mean of the delays of the first. */
  readonly reading: 'sum' | 'ratio' | 'median' | 'mean';
  readonly numerator: Term;
  readonly denominator: Term | null;
  readonly parts?: Parts;
}

export const units = (measure: Measure, text: string, more: Pick<Term, 'only' | 'less'> = {}): Term => ({ measure, text, of: 'units', ...more });
