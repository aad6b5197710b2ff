import { type Actor, type Day, InvalidInput, NotFound, Refusal } from '#kernel';
import { bracketOf, bracketOfAmount } from '#reference';
import type { NeedPlace } from '../contract.js';
import { placeOf } from './need-facts.js';
import type { NeedEvent, NeedState } from './need.state.js';

/** What is known of how much a need is worth: what the team knows exactly, and the bracket its buyer chose. */
export type Amounts = Pick<NeedPlace, 'bracket' | 'exactAmount'>;
/** Null takes the exact amount off: the bracket counts again. */
export type SetAmount = { readonly do: 'setAmount'; readonly amount: number | null; readonly actor: Actor; readonly today: Day };

const MAX_AMOUNT = 1_000_000_000;
/** A positive whole number of euros. @throws InvalidInput beside `amount` */
export const checkEuros = (amount: number): void => {
  if (!Number.isInteger(amount) || amount <= 0 || amount > MAX_AMOUNT) throw new InvalidInput([{ field: 'amount', code: 'marketplace/amount' }]);
};

/** The exact amount, else what the bracket stands for, else unknown [marche/NEED-11]. */
export const amountOf = ({ bracket, exactAmount }: Amounts): number | null => exactAmount ?? bracketOf(bracket ?? '')?.reference ?? null;
/** The bracket that goes with it. */
export const bracketNow = ({ bracket, exactAmount }: Amounts): string | null => (exactAmount ? bracketOfAmount(exactAmount).code : bracket);
/** The team knows better than the bracket its buyer chose. */
export const outOfBracket = (amounts: Amounts): boolean => amounts.bracket !== null && bracketNow(amounts) !== amounts.bracket;

/** What the team said stays while the buyer, who writes the need anew, keeps its bracket: another one is a newer word. */
export const keptAmount = (before: NeedPlace | undefined, { bracket }: NeedPlace): Pick<NeedPlace, 'exactAmount'> =>
  before?.exactAmount && before.bracket === bracket ? { exactAmount: before.exactAmount } : {};

/** The team's to say, from the day it receives the need on; a contract whose amount nobody told is worth that from then on [marche/NEED-11]. */
export const setAmount = ({ amount, actor, today: on }: SetAmount, { place: before, status, outcome }: NeedState): readonly NeedEvent[] => {
  if (actor.role !== 'staff') throw new NotFound('marketplace/unknown-need');
  if (status !== 'submitted' && status !== 'validated') throw new Refusal('marketplace/already-done', { status });
  if (amount !== null) checkEuros(amount);
  if (amount === (before.exactAmount ?? null)) return [];
  const place = placeOf({ ...before, exactAmount: amount });
  const set: NeedEvent = { type: 'marketplace.NeedAmountSet', data: { ...place, on } };
  return outcome?.signed && outcome.amount === null ? [set, { type: 'marketplace.TransactionAmountChanged', data: { ...place, ...outcome, amountBracket: bracketNow(place), on } }] : [set];
};
