import type { Day } from '#kernel';
import { contactGone, takesContact } from '../domain/need-contact.js';
import { isClosed } from '../domain/status.js';
import type { NeedRow } from '../projections/need.row.js';
import type { NeedSupplierRow } from '../projections/need-supplier.row.js';

/** Names of the mutations its organisation may call now. */
export const buyerActions = (need: NeedRow, today: Day): readonly string[] => {
  if (need.status === 'draft') return ['saveNeed', 'publishNeed'];
  const answered = need.buyerSaid !== null && need.buyerSaid.answer !== 'not_yet';
  return [...(takesContact(need, today) && contactGone(need) ? ['giveNeedContact'] : []), ...(need.status === 'validated' && !answered ? ['recordTransaction'] : [])];
};

/** The same for a supplier it is meant for. */
export const supplierActions = (need: NeedRow, relation: NeedSupplierRow, today: Day): readonly string[] => {
  const open = !isClosed(need.deadline, today);
  return [
    ...(open && !relation.interestedOn ? ['declareInterest'] : []),
    ...(open && !relation.declinedOn ? ['declineNeed'] : []),
    ...(relation.interestedOn && !relation.said ? ['recordTransaction'] : []),
    ...(relation.hiddenOn ? ['showNeedAgain'] : open ? [] : ['hideNeed']),
  ];
};

export const staffActions = ({ status, criteria }: NeedRow): readonly string[] => {
  if (status === 'validated') return ['recordTransaction', 'setNeedAmount'];
  if (status !== 'submitted') return [];
  return ['matchNeed', 'setNeedAmount', ...(criteria ? ['addNeedSupplier', 'removeNeedSupplier'] : []), 'validateNeed', 'sendBackNeed', 'rejectNeed'];
};
