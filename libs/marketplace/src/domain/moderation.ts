import { type Actor, addDays, type Day, type Id, InvalidInput, NotFound, Refusal } from '#kernel';
import type { MatchCriteria, SupplierPlace } from '../contract.js';
import { checkCriteria } from './match-criteria.js';
import type { NeedEvent, NeedState } from './need.state.js';
import { isClosed, requireStatus } from './status.js';

/** Days an author has to answer a modification request. */
export const DAYS_TO_MODIFY = 10;

/** What one need is sent to, at most: a list of everybody is no choice, and would not fit in one event. */
export const MAX_MATCHED = 3000;

/** Nobody answered the latest modification request in time. */
export type Expire = { readonly do: 'expire'; readonly actor: Actor; readonly today: Day };
/** `found`: every supplier that meets the criteria today. */
export type Match = { readonly do: 'match'; readonly criteria: MatchCriteria; readonly found: readonly SupplierPlace[]; readonly actor: Actor; readonly today: Day };
/** A supplier added by hand to the list, or taken off it. */
export type Adjust = { readonly do: 'adjust'; readonly added: readonly SupplierPlace[]; readonly withdrawn: readonly Id[]; readonly actor: Actor; readonly today: Day };
export type Moderate = { readonly actor: Actor; readonly today: Day } & ({ readonly do: 'validate' } | { readonly do: 'sendBack' | 'reject'; readonly messageId: Id | null });

const requireStaff = (actor: Actor): void => {
  if (actor.role !== 'staff') throw new NotFound('marketplace/unknown-need');
};

const requireFits = (count: number): void => {
  if (count > MAX_MATCHED) throw new Refusal('marketplace/too-many-match', { count, max: MAX_MATCHED });
};

/** Only on the team's word, and only before validation: what they decide then survives [marche/MATCH-08] [marche/LIFE-04]. */
export const match = ({ criteria, found, actor, today: on }: Match, state: NeedState): readonly NeedEvent[] => {
  requireStaff(actor);
  requireStatus(state, 'submitted');
  checkCriteria(criteria, state.content.place);
  // Nobody answers its own need [marche/NEED-21].
  const others = found.filter(({ supplierId }) => supplierId !== state.place.buyerId);
  requireFits(others.length);
  const ids = new Set(others.map(({ supplierId }) => supplierId));
  const added = others.filter(({ supplierId }) => !state.suppliers.has(supplierId));
  const withdrawn = [...state.suppliers.keys()].filter((id) => !ids.has(id));
  return [{ type: 'marketplace.SuppliersMatched', data: { ...state.place, sectors: criteria.sectors, criteria, added, withdrawn, total: others.length, on } }];
};

/** The team's hand on the list: validation takes it as it is [marche/LIFE-04]. */
export const adjust = ({ added, withdrawn, actor, today: on }: Adjust, { status, criteria, suppliers, place }: NeedState): readonly NeedEvent[] => {
  requireStaff(actor);
  requireStatus({ status }, 'submitted');
  if (!criteria) throw new Refusal('marketplace/sectors-missing');
  if (added.some(({ supplierId }) => supplierId === place.buyerId)) throw new InvalidInput([{ field: 'supplierId', code: 'marketplace/supplier-own-need' }]);
  const coming = added.filter(({ supplierId }) => !suppliers.has(supplierId));
  const leaving = withdrawn.filter((id) => suppliers.has(id));
  if (coming.length + leaving.length === 0) return [];
  const total = suppliers.size + coming.length - leaving.length;
  if (coming.length > 0) requireFits(total);
  return [{ type: 'marketplace.SuppliersMatched', data: { ...place, criteria, added: coming, withdrawn: leaving, total, on } }];
};

/** Rejected once the latest request has waited ten days; published or sent back since, it waits anew [marche/LIFE-07]. */
export const expire = ({ actor, today: on }: Expire, { place, status, sentBack }: NeedState): readonly NeedEvent[] => {
  if (actor.role !== 'system') throw new NotFound('marketplace/unknown-need');
  if (status !== 'draft' || !sentBack || addDays(sentBack.on, DAYS_TO_MODIFY) > on) return [];
  return [{ type: 'marketplace.NeedRejected', data: { ...place, messageId: sentBack.messageId, on } }];
};

export const moderate = (command: Moderate, state: NeedState): readonly NeedEvent[] => {
  const { actor, today: on } = command;
  requireStaff(actor);
  requireStatus(state, 'submitted');
  if (command.do === 'validate') return [validate(state, on)];
  if (!command.messageId) throw new InvalidInput([{ field: command.do === 'reject' ? 'reason' : 'message', code: 'marketplace/message-missing' }]);
  const data = { ...state.place, messageId: command.messageId, on };
  return [command.do === 'reject' ? { type: 'marketplace.NeedRejected', data } : { type: 'marketplace.NeedSentBack', data }];
};

/** At least a sector and a supplier, and time left to answer [marche/LIFE-08]. */
const validate = ({ place, content, criteria, suppliers, submittedOn }: NeedState, on: Day): NeedEvent => {
  if (!criteria || criteria.sectors.length === 0) throw new Refusal('marketplace/sectors-missing');
  if (suppliers.size === 0) throw new Refusal('marketplace/nobody-matches');
  if (isClosed(content.deadline, on)) throw new Refusal('marketplace/closed');
  return { type: 'marketplace.NeedValidated', data: { ...place, suppliers: [...suppliers.keys()], submittedOn: submittedOn ?? on, deadline: content.deadline, on } };
};
