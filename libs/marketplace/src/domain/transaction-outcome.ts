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
  return {
    ...{ signed: answer === 'yes', source: side, supplierId, amount },
    ...{ supplierKind: supplier?.supplierKind ?? null, supplierDepartment: supplier?.supplierDepartment ?? null },
    amountBracket: answer !== 'yes' ? null : amount === null ? state.place.bracket : bracketOfAmount(amount).code,
  };
};

/** The outcome is unknown until the buyer says yes or no or a supplier says yes; a supplier's no decides nothing [marche/SURV-06] [marche/SURV-07]. */
export const outcome = (said: Said, state: NeedState): 'first' | 'amount' | null => {
  const before = state.outcome;
  if (!before) return said.answer === 'yes' || (said.answer === 'no' && said.side === 'buyer') ? 'first' : null;
  // The buyer's figure counts more than a supplier's; a supplier's only where there is none, and only for its own contract.
  const counts = said.amount !== null && before.signed && (said.side === 'buyer' || (before.amount === null && before.supplierId === said.supplierId));
  return counts ? 'amount' : null;
};
