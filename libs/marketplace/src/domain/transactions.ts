import { type Actor, type Day, type Id, InvalidInput, NotFound, Refusal } from '#kernel';
import type { NeedEvent, NeedState } from './need.state.js';
import { isBuyerOf, requireStatus, requireTargeted } from './status.js';
import { type Answer, factAbout, outcome, type Said } from './transaction-outcome.js';

export type RecordTransaction = {
  readonly do: 'recordTransaction';
  readonly answer: Answer;
  /** Whom the buyer signed with; null with a yes: somebody the need was not sent to. */
  readonly supplierId: Id | null;
  readonly amount: number | null;
  readonly actor: Actor;
  readonly today: Day;
};
const MAX_AMOUNT = 1_000_000_000;

/** A positive whole number of euros, and only with a yes [marche/SURV-05] [marche/SURV-09]. */
const checkAmount = ({ answer, amount }: RecordTransaction): void => {
  if (amount === null) return;
  if (answer !== 'yes') throw new InvalidInput([{ field: 'amount', code: 'marketplace/amount-without-contract' }]);
  if (!Number.isInteger(amount) || amount <= 0 || amount > MAX_AMOUNT) throw new InvalidInput([{ field: 'amount', code: 'marketplace/amount' }]);
};

/** « Not yet » may be replaced, yes and no are final; a contract may be with any supplier, targeted or not [marche/SURV-04]. */
const byBuyer = (command: RecordTransaction, state: NeedState): Said => {
  if (state.buyerSaid && state.buyerSaid.answer !== 'not_yet') throw new Refusal('marketplace/answer-locked');
  const { answer, supplierId, amount } = command;
  if (answer !== 'yes') return { side: 'buyer', supplierId: null, answer, amount: null };
  if (supplierId && !state.suppliers.has(supplierId)) throw new InvalidInput([{ field: 'supplierId', code: 'marketplace/supplier-not-targeted' }]);
  return { side: 'buyer', supplierId, answer, amount };
};

/** Suppliers who were interested say yes or no, once [marche/SURV-07]. */
const bySupplier = ({ answer, amount, actor }: RecordTransaction, state: NeedState): Said => {
  const supplier = requireTargeted(state, actor);
  if (!supplier.interested) throw new Refusal('marketplace/interest-first');
  if (supplier.said) throw new Refusal('marketplace/answer-locked');
  if (answer === 'not_yet') throw new InvalidInput([{ field: 'answer', code: 'marketplace/answer-unknown' }]);
  return { side: 'supplier', supplierId: supplier.supplierId, answer, amount };
};

export const recordTransaction = (command: RecordTransaction, state: NeedState): readonly NeedEvent[] => {
  const { actor, today: on } = command;
  const buyer = isBuyerOf(state.place.buyerId, actor);
  if (!buyer && !['supplier', 'employer'].includes(actor.role)) throw new NotFound('marketplace/unknown-need');
  if (buyer) requireStatus(state, 'validated');
  if (!['yes', 'no', 'not_yet'].includes(command.answer)) throw new InvalidInput([{ field: 'answer', code: 'marketplace/answer-unknown' }]);
  const said = buyer ? byBuyer(command, state) : bySupplier(command, state);
  checkAmount(command);
  const answered: NeedEvent = { type: 'marketplace.TransactionAnswered', data: { ...state.place, ...said, on } };
  const effect = outcome(said, state);
  const data = { ...state.place, ...factAbout(said, state), on };
  if (effect === 'first') return [answered, { type: 'marketplace.TransactionRecorded', data }];
  return effect === 'corrected' ? [answered, { type: 'marketplace.TransactionAmountChanged', data }] : [answered];
};
