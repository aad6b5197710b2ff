import { type Actor, type Day, type Id, NotFound, Refusal } from '#kernel';
import type { NeedContent } from '../contract.js';
import { checkReaching } from './need-content.js';
import type { NeedEvent, NeedState } from './need.state.js';
import type { Reaching } from './reaching.js';
import { isBuyerOf, isClosed } from './status.js';

/** This account is erased, and what it gave with it. */
export type EraseContact = { readonly do: 'eraseContact'; readonly accountId: Id; readonly actor: Actor; readonly today: Day };
export type GiveContact = { readonly do: 'giveContact'; readonly contactId: Id; readonly reaching: Reaching; readonly actor: Actor; readonly today: Day };

/** Suppliers were to reach the buyer, and what would let them is erased. */
export const contactGone = ({ anonymous, contactId, contactBy }: Pick<NeedContent, 'anonymous' | 'contactId'> & { readonly contactBy: Id | null }): boolean => !anonymous && contactId !== null && contactBy === null;

/** Once it has left its author and until nobody answers it any more; a draft is written anew instead. */
export const takesContact = ({ status, deadline }: Pick<NeedState, 'status'> & Pick<NeedContent, 'deadline'>, today: Day): boolean =>
  (status === 'submitted' || status === 'validated') && !isClosed(deadline, today);

/** A colleague's contact stays. */
export const eraseContact = ({ accountId, actor, today: on }: EraseContact, { place, contactBy }: NeedState): readonly NeedEvent[] => {
  if (actor.role !== 'system') throw new NotFound('marketplace/unknown-need');
  return contactBy === accountId ? [{ type: 'marketplace.NeedContactErased', data: { ...place, on } }] : [];
};

/** Whoever works for the buyer gives one, in the ways the need asks to be answered; a contact that stands is not changed [marche/NEED-25]. */
export const giveContact = ({ contactId, reaching, actor, today: on }: GiveContact, state: NeedState): readonly NeedEvent[] => {
  const { place, content, contactBy, status, suppliers } = state;
  if (!isBuyerOf(place.buyerId, actor)) throw new NotFound('marketplace/unknown-need');
  if (status === 'validated' && isClosed(content.deadline, on)) throw new Refusal('marketplace/closed');
  if (!takesContact({ status, deadline: content.deadline }, on) || !contactGone({ ...content, contactBy })) throw new Refusal('marketplace/already-done', { status });
  checkReaching(place.needKind, content, reaching);
  const waiting = [...suppliers.values()].filter(({ interested }) => interested).map(({ supplierId }) => supplierId);
  return [{ type: 'marketplace.NeedContactGiven', data: { ...place, contactId, by: actor.id, suppliers: waiting, on } }];
};
