import { type Actor, type Day, type Id, NotFound } from '#kernel';
import { supplierOf } from './need-facts.js';
import type { NeedEvent, NeedState } from './need.state.js';

/** Somebody followed the link that one supplier was sent; who, nobody knows. */
export type OpenLink = { readonly do: 'openLink'; readonly relationId: Id; readonly actor: Actor; readonly today: Day };

/** The first time only; a link is of its own need, and of no other [marche/TRK-03] [marche/TRK-05]. */
export const openLink = ({ relationId, today: on }: OpenLink, { place, suppliers }: NeedState): readonly NeedEvent[] => {
  const supplier = [...suppliers.values()].find((each) => each.relationId === relationId);
  if (!supplier) throw new NotFound('marketplace/unknown-need');
  return supplier.linkOpened ? [] : [{ type: 'marketplace.NeedLinkOpened', data: { ...place, ...supplierOf(supplier), on } }];
};
