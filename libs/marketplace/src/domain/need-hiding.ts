import { type Actor, type Day, Refusal } from '#kernel';
import { supplierOf } from './need-facts.js';
import type { NeedEvent, NeedState } from './need.state.js';
import { isClosed, requireTargeted } from './status.js';

/** Off the supplier's own list, or back on it. */
export type Hide = { readonly do: 'hide' | 'showAgain'; readonly actor: Actor; readonly today: Day };

/** A need that is over; an open one waits for an answer. It stays where its address leads [marche/TRK-10]. */
export const hide = ({ do: what, actor, today: on }: Hide, state: NeedState): readonly NeedEvent[] => {
  const supplier = requireTargeted(state, actor);
  const hides = what === 'hide';
  if (supplier.hidden === hides) return [];
  if (hides && !isClosed(state.content.deadline, on)) throw new Refusal('marketplace/still-open');
  return [{ type: hides ? 'marketplace.NeedHidden' : 'marketplace.NeedShownAgain', data: { ...state.place, ...supplierOf(supplier), on } }];
};
