import type { Actor, Day } from '#kernel';
import { contactGone } from '../domain/need-contact.js';
import { isBuyerOf, isClosed, sells } from '../domain/status.js';
import type { NeedRow } from '../projections/need.row.js';
import type { NeedSupplierRow } from '../projections/need-supplier.row.js';
import { buyerActions, staffActions, supplierActions } from './actions.js';

/** `gone`: erased with the account that had given it. The last three are told to whoever reads a need as anybody may. */
export type ContactHidden = 'interest-needed' | 'anonymous' | 'closed' | 'gone' | 'sign-in' | 'not-listed' | 'suppliers-only';
/** As whom a need is opened. */
export type Reader = 'buyer' | 'staff' | 'supplier' | 'anybody';

/** What its buyer, the team or a supplier may read and do of a need; what anybody may is in `public-need.view.ts`. */
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

/** Null for whoever may not open it: for them it does not exist. A draft is its organisation's, what was submitted is the team's too, what is published is everybody's [marche/VIS-01]. `seller`: a supplier who may answer it, matched or of the directory. */
export const readerOf = (need: NeedRow, seller: Pick<NeedSupplierRow, 'supplierId'> | null, actor: Actor | null): Reader | null => {
  if (actor && isBuyerOf(need.buyerId, actor)) return 'buyer';
  if (actor?.role === 'staff') return need.status !== 'draft' || need.submittedOn !== null ? 'staff' : null;
  if (need.status !== 'validated') return null;
  return actor && sells(actor) && seller !== null && seller.supplierId === actor.organisation ? 'supplier' : 'anybody';
};

/** What whoever only reads a published need is told instead of a contact, and so may do about it [marche/VIS-04] [marche/VIS-06]. */
export const hiddenFromAnybody = (need: NeedRow, actor: Actor | null, today: Day): ContactHidden => {
  if (isClosed(need.deadline, today)) return 'closed';
  if (!actor) return 'sign-in';
  return sells(actor) ? 'not-listed' : 'suppliers-only';
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
