import { type Actor, type Day, type Id, InvalidInput, Refusal } from '#kernel';
import type { SupplierPlace } from '../contract.js';
import { supplierOf } from './need-facts.js';
import type { NeedEvent, NeedState } from './need.state.js';
import { isClosed, requireTargeted, sells } from './status.js';

/** `newcomer`: the supplier, when the need was not sent to it. */
export type View = { readonly do: 'view'; readonly newcomer: SupplierPlace | null; readonly actor: Actor; readonly today: Day };
/** `answered`: for each of the buyer's questions, in their order, whether it has an answer; the words are in the vault. */
export type DeclareInterest = { readonly do: 'declareInterest'; readonly answersId: Id | null; readonly answered: readonly boolean[]; readonly actor: Actor; readonly today: Day };
export type Decline = { readonly do: 'decline'; readonly reasonId: Id | null; readonly actor: Actor; readonly today: Day };

const requireOpen = ({ content }: NeedState, today: Day): void => {
  if (isClosed(content.deadline, today)) throw new Refusal('marketplace/closed');
};

const comesByLink = (newcomer: SupplierPlace | null, actor: Actor, { status, suppliers, place }: NeedState): newcomer is SupplierPlace =>
  newcomer !== null && newcomer.supplierId !== place.buyerId && sells(actor) && actor.organisation === newcomer.supplierId && status === 'validated' && !suppliers.has(newcomer.supplierId);

/** The first time only, whoever of the supplier opens it [marche/TRK-03]; a closed need may still be opened. Whoever has its address comes in by it [marche/TRK-06]. */
export const view = ({ newcomer, actor, today: on }: View, state: NeedState): readonly NeedEvent[] => {
  if (comesByLink(newcomer, actor, state)) return [{ type: 'marketplace.NeedOpenedByLink', data: { ...state.place, ...supplierOf(newcomer), on } }];
  const supplier = requireTargeted(state, actor);
  return supplier.viewed ? [] : [{ type: 'marketplace.NeedViewed', data: { ...state.place, ...supplierOf(supplier), on } }];
};

/** Every question is answered, once [marche/TRK-07]. */
export const declareInterest = ({ answersId, answered, actor, today: on }: DeclareInterest, state: NeedState): readonly NeedEvent[] => {
  const supplier = requireTargeted(state, actor);
  requireOpen(state, on);
  if (supplier.interested) throw new Refusal('marketplace/already-interested');
  const asked = state.content.questions.length;
  if (answered.length !== asked || answered.includes(false)) throw new InvalidInput([{ field: 'answers', code: 'marketplace/answers-missing', facts: { asked } }]);
  const rank = [...state.suppliers.values()].filter(({ interested }) => interested).length + 1;
  return [{ type: 'marketplace.InterestDeclared', data: { ...state.place, ...supplierOf(supplier), answersId: asked > 0 ? answersId : null, by: actor.id, rank, on } }];
};

/** The first reason is kept [marche/TRK-09]. */
export const decline = ({ reasonId, actor, today: on }: Decline, state: NeedState): readonly NeedEvent[] => {
  const supplier = requireTargeted(state, actor);
  if (supplier.declined) return [];
  requireOpen(state, on);
  if (!reasonId) throw new InvalidInput([{ field: 'reason', code: 'marketplace/reason-missing' }]);
  return [{ type: 'marketplace.NeedDeclined', data: { ...state.place, ...supplierOf(supplier), reasonId, on } }];
};
