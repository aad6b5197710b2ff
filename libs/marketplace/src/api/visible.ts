import type { Actor, Day } from '#kernel';
import { contactGone } from '../domain/need-contact.js';
import { isBuyerOf, isClosed, sells } from '../domain/status.js';
import type { NeedRow } from '../projections/need.row.js';
import type { NeedSupplierRow } from '../projections/need-supplier.row.js';
import { buyerActions, staffActions, supplierActions } from './actions.js';

/** `gone`: erased with the account that had given it. */
export type ContactHidden = 'interest-needed' | 'anonymous' | 'closed' | 'gone';

/** What this actor may read and do of a need they may open. */
export interface Visible {
  /** The author's side: everything but what suppliers keep to themselves. */
  readonly own: boolean;
  readonly staff: boolean;
  readonly contactHidden: ContactHidden | null;
  /** The buyer is named. */
  readonly named: boolean;
  readonly amount: boolean;
  readonly actions: readonly string[];
}

/** Who may open a need; for everybody else it does not exist. Drafts are their organisation's, published needs also those of suppliers, matched or who have their address. */
export const mayOpen = (need: NeedRow, seller: Pick<NeedSupplierRow, 'supplierId'> | null, actor: Actor): boolean => {
  if (actor.role === 'staff') return need.status !== 'draft' || need.submittedOn !== null;
  if (isBuyerOf(need.buyerId, actor)) return true;
  return sells(actor) && seller !== null && seller.supplierId === actor.organisation && need.status === 'validated';
};

/** Interested suppliers, while the need is open and named [marche/VIS-03] [marche/VIS-05] [marche/VIS-06]. */
const contactHidden = (need: NeedRow, relation: NeedSupplierRow | null, today: Day): ContactHidden | null => {
  if (need.anonymous) return 'anonymous';
  if (isClosed(need.deadline, today)) return 'closed';
  // Said before they declare interest, too: they would expect a contact in return.
  if (contactGone(need)) return 'gone';
  return relation?.interestedOn ? null : 'interest-needed';
};

export const visible = (need: NeedRow, relation: NeedSupplierRow | null, actor: Actor, today: Day): Visible => {
  const own = isBuyerOf(need.buyerId, actor);
  const staff = actor.role === 'staff';
  const inside = { own, staff, contactHidden: contactGone(need) ? ('gone' as const) : null, named: true, amount: true };
  if (own) return { ...inside, actions: buyerActions(need, today) };
  if (staff) return { ...inside, actions: staffActions(need) };
  return {
    ...{ own, staff, contactHidden: contactHidden(need, relation, today), named: !need.anonymous, amount: need.shareAmount },
    actions: relation ? supplierActions(need, relation, today) : [],
  };
};
