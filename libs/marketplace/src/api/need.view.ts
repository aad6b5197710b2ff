import type { Actor, Day, Id } from '#kernel';
import type { PersonName } from '#identity';
import type { Organisation } from '#organisations';
import { labelOf, NEED_KINDS, NEED_KINDS_FOR_SUPPLIERS, NEED_SUPPLIER_STATUSES, perimeterOf, PRESTA_TYPES } from '#reference';
import { isLocal } from '../domain/geography.js';
import { outOfBracket } from '../domain/need-amount.js';
import type { NeedRow, Said } from '../projections/need.row.js';
import type { NeedSupplierRow } from '../projections/need-supplier.row.js';
import type { SupplierRow } from '../projections/supplier.row.js';
import { contactView, fullName, keptContact } from './contacts.js';
import { perimeterView } from './list.views.js';
import type { TransactionOutcomeView } from './need-parts.views.js';
import type { NeedSupplierView } from './need-supplier.views.js';
import type { NeedView } from './need.views.js';
import { amountFacts, bracket, buyerRef, openFacts, places } from './open-facts.js';
import { supplierRef, unknownSupplier } from './supplier-ref.view.js';
import { visible } from './visible.js';

/** What was read for the needs of one answer, all at once. */
export interface Surroundings {
  readonly texts: ReadonlyMap<Id, string>;
  readonly names: ReadonlyMap<Id, PersonName>;
  readonly buyers: ReadonlyMap<Id, Organisation>;
  readonly suppliers: ReadonlyMap<Id, SupplierRow>;
}

const text = (texts: Surroundings['texts'], id: Id | null): string | null => (id && texts.get(id)) || null;

/** Words that were not read for this viewer are not there. */
const said = (answer: Said | null, texts: Surroundings['texts']) => answer && { answer: answer.answer, amount: answer.amount, on: answer.on, feedback: text(texts, answer.feedbackId) };

const outcomeView = ({ outcome }: NeedRow, { suppliers }: Surroundings): TransactionOutcomeView | null => {
  if (!outcome) return null;
  const supplier = outcome.supplierId ? suppliers.get(outcome.supplierId) : undefined;
  return { signed: outcome.signed, source: outcome.source, supplier: supplier ? supplierRef(supplier) : null, amount: outcome.amount, bracket: bracket(outcome.amountBracket) };
};

/** One supplier's relation to a need, as the author, staff or that supplier reads it. */
export const needSupplierView = (need: NeedRow, relation: NeedSupplierRow, around: Surroundings, forBuyer: boolean): NeedSupplierView => {
  const supplier = around.suppliers.get(relation.supplierId);
  const status = relation.declinedOn ? 'declined' : relation.interestedOn ? 'interested' : forBuyer && (relation.viewedOn ?? relation.linkOpenedOn) ? 'viewed' : 'matched';
  const answers = JSON.parse(text(around.texts, relation.answersId) ?? '[]') as readonly string[];
  const place = need.place ? perimeterOf(need.place) : null;
  const name = fullName(relation.interestedBy ? around.names.get(relation.interestedBy) : undefined);
  return {
    ...{ supplier: supplier ? supplierRef(supplier) : unknownSupplier(relation.supplierId), status, statusLabel: labelOf(NEED_SUPPLIER_STATUSES, status) },
    local: !!supplier && !!place && isLocal(supplier, place),
    ...{ source: relation.source, contactedOn: relation.contactedOn, linkOpenedOn: relation.linkOpenedOn, viewedOn: relation.viewedOn, interestedOn: relation.interestedOn, declinedOn: relation.declinedOn, declineReason: text(around.texts, relation.reasonId) },
    answers: need.questions.flatMap((question, at) => (answers[at] === undefined ? [] : [{ question, answer: answers[at] }])),
    contact: forBuyer && relation.interestedOn && supplier?.contactId ? contactView(keptContact(around.texts.get(supplier.contactId)), name, supplier.name, null) : null,
    buyerSaid: forBuyer && need.buyerSaid?.supplierId === relation.supplierId ? said(need.buyerSaid, around.texts) : null,
    supplierSaid: said(relation.said, around.texts),
  };
};

/** A need as its buyer, the team or a supplier may see it; whether they may open it was decided before. */
export const needView = (need: NeedRow, relation: NeedSupplierRow | null, actor: Actor, today: Day, around: Surroundings, behind: boolean): NeedView => {
  const shown = visible(need, relation, actor, today);
  const inside = shown.own || shown.staff;
  const buyer = around.buyers.get(need.buyerId);
  const kept = keptContact(need.contactId ? around.texts.get(need.contactId) : undefined);
  // The vault forgets at once, the need hears of it a moment later.
  const contactHidden = shown.contactHidden ?? (!need.anonymous && need.contactId && !around.texts.has(need.contactId) ? 'gone' : null);
  const contact = contactHidden ? null : contactView(kept, fullName(around.names.get(need.contactBy ?? need.author)), buyer?.name ?? null, inside ? null : need.responseKinds);
  const criteria = need.criteria;
  return {
    ...openFacts(need, today),
    ...{ kindLabel: labelOf(inside ? NEED_KINDS : NEED_KINDS_FOR_SUPPLIERS, need.kind), description: text(around.texts, need.descriptionId) ?? '' },
    buyer: shown.named && buyer ? buyerRef(buyer) : null,
    prestaTypes: PRESTA_TYPES.filter(({ code }) => criteria?.prestaTypes.some((type) => type === code)),
    supplierKinds: [...(criteria?.supplierKinds ?? [])],
    ...{ perimeters: inside ? places(criteria?.perimeters ?? []).map(perimeterView) : [] },
    ...{ distance: inside ? (criteria?.distance ?? null) : null, includeCountry: inside && (criteria?.includeCountry ?? false) },
    ...amountFacts(need, shown.amount),
    ...{ outOfBracket: inside && outOfBracket(need), questions: need.questions, link: contact?.link ?? null, contact, contactHidden },
    ...{ submittedOn: need.submittedOn, moderation: inside ? text(around.texts, need.moderationId) : null },
    counts: inside ? { matched: need.matched, contacted: need.contacted, viewed: need.viewedBy.length, interested: need.interested, declined: need.declinedBy.length } : null,
    ...{ transaction: inside ? outcomeView(need, around) : null, buyerSaid: inside ? said(need.buyerSaid, around.texts) : null },
    mine: relation && !inside ? needSupplierView(need, relation, around, false) : null,
    ...{ own: shown.own, actions: [...shown.actions], lastChange: need.lastChange, publicView: false, behind },
  };
};
