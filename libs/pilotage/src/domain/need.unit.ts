import type { RecordedEvent } from '#kernel';
import type { MarketplaceEvent } from '#marketplace';
import { bracketOf, departmentOf } from '#reference';
import { type Counted, type Measure, monthOf } from './fact.js';
import type { Entry, UnitKind } from './story.js';

type Told = Extract<MarketplaceEvent, { type: 'marketplace.NeedValidated' | 'marketplace.TransactionRecorded' | 'marketplace.TransactionAmountChanged' }>;
interface Noted {
  /** Whole euros of a deal that was made; null when there was none. */
  readonly deal?: number | null;
}
type Step = Entry<Noted>;
const told = (event: RecordedEvent) => event as unknown as Told;

/** The declared amount, else what the need is worth exactly, else what the bracket stands for [pilotage/MKT-08]. */
const dealOf = (event: Told): number | null => {
  if (event.type === 'marketplace.NeedValidated' || !event.data.signed) return null;
  const { amount, exactAmount, amountBracket } = event.data;
  return Math.round(amount ?? exactAmount ?? bracketOf(amountBracket ?? '')?.reference ?? 0);
};
const counted = (measure: Measure, { day }: Step, amount = 0): Counted => ({ measure, month: monthOf(day), detail: '', delayDays: null, amount });

/** A buyer's need, from being sent to suppliers to the transaction. */
export const needUnit: UnitKind<Noted> = {
  unit: 'need',
  types: ['marketplace.NeedValidated', 'marketplace.TransactionRecorded', 'marketplace.TransactionAmountChanged'] satisfies Told['type'][],
  id: (event) => told(event).data.needId,
  day: (event) => told(event).data.on,
  place: (event) => {
    const { buyerId, needKind, department: work, buyerDepartment } = told(event).data;
    const department = work ?? buyerDepartment;
    return { person: null, company: buyerId, kind: needKind, department, region: departmentOf(department)?.region.code ?? '', sender: '' };
  },
  note: (event) => ({ deal: dealOf(told(event)) }),
  count(life) {
    const sent = life.find(({ type }) => type === 'marketplace.NeedValidated');
    const words = life.filter(({ type }) => type !== 'marketplace.NeedValidated');
    // Said “no” at first, then “yes”: it counts from the “yes”.
    const since = words[words.findLastIndex(({ noted }) => noted.deal == null) + 1];
    const amount = words.at(-1)?.noted.deal;
    return [...(sent ? [counted('need', sent)] : []), ...(since && amount != null ? [counted('transaction', since, amount)] : [])];
  },
};
