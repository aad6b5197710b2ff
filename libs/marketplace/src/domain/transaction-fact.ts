import type { Id } from '#kernel';
import { bracketOfAmount } from '#reference';
import type { TransactionFact } from '../contract.js';
import { bracketNow } from './need-amount.js';
import { factOf } from './need-facts.js';
import type { NeedState } from './need.state.js';

export type Answer = 'yes' | 'no' | 'not_yet';
/** What one side says. */
export interface Said {
  readonly side: TransactionFact['source'];
  readonly supplierId: Id | null;
  readonly answer: Answer;
  readonly amount: number | null;
}

/** What the log will say of it, if it is the outcome. */
export const factAbout = ({ side, supplierId, answer, amount }: Said, state: NeedState): TransactionFact => {
  const supplier = supplierId ? state.suppliers.get(supplierId) : undefined;
  // A buyer who names a supplier without a figure leaves it that supplier's own.
  const figure = amount ?? (answer === 'yes' ? (supplier?.said?.amount ?? null) : null);
  return factOf({
    ...{ signed: answer === 'yes', source: side, supplierId, amount: figure },
    ...{ supplierKind: supplier?.supplierKind ?? null, supplierDepartment: supplier?.supplierDepartment ?? null },
    amountBracket: answer !== 'yes' ? null : figure === null ? bracketNow(state.place) : bracketOfAmount(figure).code,
  });
};
