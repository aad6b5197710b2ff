import { type Actor, type Day, NotFound, Refusal } from '#kernel';
import type { NeedStatus } from '../contract.js';
import type { NeedState, NeedSupplierState } from './need.state.js';

/** @throws Refusal `marketplace/already-done`: somebody was faster, or the page is old. */
export const requireStatus = ({ status }: Pick<NeedState, 'status'>, expected: NeedStatus): void => {
  if (status !== expected) throw new Refusal('marketplace/already-done', { status });
};

/** The deadline's day is still open [marche/LIFE-02]. */
export const isClosed = (deadline: Day, today: Day): boolean => deadline < today;

/** Members of suppliers, and of inclusive companies, act for the organisation they work in now. */
export const sells = (actor: Actor): boolean => actor.role === 'supplier' || actor.role === 'employer';
/** Suppliers and inclusive companies buy too [marche/NEED-21]. */
export const buys = (actor: Actor): boolean => actor.role === 'buyer' || sells(actor);
export const isBuyerOf = (buyerId: string, actor: Actor): boolean => buys(actor) && actor.organisation === buyerId;

/** The actor's own relation to a published need; for everybody else the need does not exist. @throws NotFound */
export const requireTargeted = (state: NeedState, actor: Actor): NeedSupplierState => {
  const supplier = sells(actor) && actor.organisation && state.status === 'validated' ? state.suppliers.get(actor.organisation) : undefined;
  if (!supplier) throw new NotFound('marketplace/unknown-need');
  return supplier;
};
