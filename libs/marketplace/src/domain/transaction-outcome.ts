import type { Id } from '#kernel';
import { bracketOfAmount } from '#reference';
import type { Side, TransactionFact } from '../contract.js';
import type { NeedState } from './need.state.js';

export type Answer = 'yes' | 'no' | 'not_yet';
/** What one side says. */
export interface Said {
  readonly side: Side;
  readonly supplierId: Id | null;
  readonly answer: Answer;
  readonly amount: number | null;
}

export const factAbout = ({ side, supplierId, answer, amount }: Said, state: NeedState): TransactionFact => {
  const supplier = supplierId ? state.suppliers.get(supplierId) : undefined;
  // A buyer who names a supplier without a figure leaves it that supplier's own.
  const figure = amount ?? (answer === 'yes' ? (supplier?.said?.amount ?? null) : null);
  return {
    ...{ signed: answer === 'yes', source: side, supplierId, amount: figure },
    ...{ supplierKind: supplier?.supplierKind ?? null, supplierDepartment: supplier?.supplierDepartment ?? null },
    amountBracket: answer !== 'yes' ? null : figure === null ? state.place.bracket : bracketOfAmount(figure).code,
  };
};

/** The outcome is unknown until the buyer says yes or no or a supplier says yes; a supplier's no decides nothing [marche/SURV-06] [marche/SURV-07]. */
export const outcome = (said: Said, state: NeedState): 'first' | 'corrected' | null => {
  const before = state.outcome;
  if (!before) return said.answer === 'yes' || (said.answer === 'no' && said.side === 'buyer') ? 'first' : null;
  if (said.answer !== 'yes' || !before.signed) return null;
  // The buyer's word counts more than a supplier's: whom, and how much. A supplier's figure counts only where there is none, and only for its own contract.
  const same = before.supplierId === said.supplierId;
  const counts = said.side === 'buyer' ? !same || said.amount !== null : said.amount !== null && before.amount === null && same;
  return counts ? 'corrected' : null;
};
