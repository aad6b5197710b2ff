import { type Actor, type Day, type Id, InvalidInput, NotFound, Refusal } from '#kernel';
import type { Side } from '../contract.js';
import { checkEuros } from './need-amount.js';
import type { NeedEvent, NeedState } from './need.state.js';
import { isBuyerOf, requireStatus, requireTargeted } from './status.js';
import { type Answer, factAbout, type Said } from './transaction-fact.js';
import { outcome } from './transaction-outcome.js';

export type RecordTransaction = {
  readonly do: 'recordTransaction';
  readonly answer: Answer;
  /** Whom the buyer signed with; null with a yes: somebody the need was not sent to. */
  readonly supplierId: Id | null;
  readonly amount: number | null;
  /** Free words about how it went, in the vault [marche/SURV-09]. */
  readonly feedbackId?: Id | null;
  readonly actor: Actor;
  readonly today: Day;
};

/** A positive whole number of euros, and only with a yes [marche/SURV-05] [marche/SURV-09]. */
const checkAmount = ({ answer, amount }: RecordTransaction): void => {
  if (amount === null) return;
  if (answer !== 'yes') throw new InvalidInput([{ field: 'amount', code: 'marketplace/amount-without-contract' }]);
  checkEuros(amount);
};

const requireKnown = (supplierId: Id, { suppliers }: NeedState): void => {
  if (!suppliers.has(supplierId)) throw new InvalidInput([{ field: 'supplierId', code: 'marketplace/supplier-not-targeted' }]);
};

/** « Not yet » may be replaced, yes and no are final; a contract may be with any supplier, targeted or not [marche/SURV-04]. */
const byBuyer = (command: RecordTransaction, state: NeedState): Said => {
  if (state.buyerSaid && state.buyerSaid.answer !== 'not_yet') throw new Refusal('marketplace/answer-locked');
  const { answer, supplierId, amount } = command;
  if (answer !== 'yes') return { side: 'buyer', supplierId: null, answer, amount: null };
  if (supplierId) requireKnown(supplierId, state);
  return { side: 'buyer', supplierId, answer, amount };
};

/** The team says how it ended; nobody's answer is written in their place [marche/SURV-08]. */
const byTeam = ({ answer, supplierId, amount }: RecordTransaction, state: NeedState): Said => {
  if (answer === 'not_yet') throw new InvalidInput([{ field: 'answer', code: 'marketplace/answer-unknown' }]);
  if (answer === 'yes' && supplierId) requireKnown(supplierId, state);
  return { side: 'admin', supplierId: answer === 'yes' ? supplierId : null, answer, amount };
};

/** Suppliers who were interested say yes or no, once [marche/SURV-07]. */
const bySupplier = ({ answer, amount, actor }: RecordTransaction, state: NeedState): Said => {
  const supplier = requireTargeted(state, actor);
  if (!supplier.interested) throw new Refusal('marketplace/interest-first');
  if (supplier.said) throw new Refusal('marketplace/answer-locked');
  if (answer === 'not_yet') throw new InvalidInput([{ field: 'answer', code: 'marketplace/answer-unknown' }]);
  return { side: 'supplier', supplierId: supplier.supplierId, answer, amount };
};

const answered = (side: Side, { feedbackId, today: on }: RecordTransaction, said: Said, { place }: NeedState): NeedEvent => ({
  type: 'marketplace.TransactionAnswered',
  data: { ...place, ...said, side, ...(feedbackId && { feedbackId }), on },
});

export const recordTransaction = (command: RecordTransaction, state: NeedState): readonly NeedEvent[] => {
  const { actor, today: on } = command;
  const buyer = isBuyerOf(state.place.buyerId, actor);
  const team = actor.role === 'staff';
  if (!buyer && !team && !['supplier', 'employer'].includes(actor.role)) throw new NotFound('marketplace/unknown-need');
  if (buyer || team) requireStatus(state, 'validated');
  if (!['yes', 'no', 'not_yet'].includes(command.answer)) throw new InvalidInput([{ field: 'answer', code: 'marketplace/answer-unknown' }]);
  const said = buyer ? byBuyer(command, state) : team ? byTeam(command, state) : bySupplier(command, state);
  checkAmount(command);
  const effect = outcome(said, state);
  const data = { ...state.place, ...factAbout(said, state), on };
  return [
    ...(said.side === 'admin' ? [] : [answered(said.side, command, said, state)]),
    ...(effect === 'first' ? [{ type: 'marketplace.TransactionRecorded', data } as const] : []),
    ...(effect === 'corrected' ? [{ type: 'marketplace.TransactionAmountChanged', data } as const] : []),
  ];
};
