import type { RecordedEvent } from '#kernel';
import type { MarketplaceEvent } from '#marketplace';
import { departmentOf } from '#reference';
import { monthOf } from './fact.js';
import type { Entry, UnitKind } from './story.js';

type Told = Extract<MarketplaceEvent, { type: 'marketplace.NeedSubmitted' | 'marketplace.NeedSentBack' | 'marketplace.NeedRejected' | 'marketplace.NeedValidated' }>;

/** The state each event leaves a need in: in the words of `NEED_STATUSES`. */
const STATE: Readonly<Record<Told['type'], string>> = {
  'marketplace.NeedSubmitted': 'submitted',
  'marketplace.NeedSentBack': 'draft',
  'marketplace.NeedRejected': 'rejected',
  'marketplace.NeedValidated': 'validated',
};
const data = (event: RecordedEvent) => (event as unknown as Told).data;

/** A need in the hands of the team, from the day its buyer first submits it. */
export const needStateUnit: UnitKind<null> = {
  unit: 'need-state',
  types: Object.keys(STATE),
  id: (event) => data(event).needId,
  day: (event) => data(event).on,
  place: (event) => {
    const { buyerId, needKind, department: work, buyerDepartment } = data(event);
    const department = work ?? buyerDepartment;
    return { person: null, company: buyerId, kind: needKind, department, region: departmentOf(department)?.region.code ?? '', sender: '' };
  },
  note: () => null,
  count(life: readonly Entry<null>[]) {
    const [first, last] = [life[0], life.at(-1)];
    return first && last ? [{ measure: 'need_state', month: monthOf(first.day), detail: STATE[last.type as Told['type']], delayDays: null, amount: 0 }] : [];
  },
};
