import type { Day, DomainEvent, Id } from '#kernel';
import type { MarketplaceEvent, MatchCriteria, NeedContent, NeedPlace, NeedStatus, SupplierPlace, TransactionFact } from '../contract.js';
import { contentOf, factOf, placeOf, supplierOf } from './need-facts.js';
import type { OfferEvent } from './offer.decider.js';
import { batchAfter } from './sending.js';

export type NeedEvent = Exclude<MarketplaceEvent, OfferEvent>;
type Answered = Extract<NeedEvent, DomainEvent<'marketplace.TransactionAnswered'>>['data'];

export interface NeedSupplierState extends SupplierPlace {
  /** Somebody there opened the need, or answered it. */
  readonly viewed: boolean;
  readonly interested: boolean;
  readonly declined: boolean;
  /** What the link it was sent bears; null while the need was not sent to it. */
  readonly relationId: Id | null;
  /** Somebody followed that link. */
  readonly linkOpened: boolean;
  /** It came by the address of the need, without being targeted. */
  readonly byLink: boolean;
  /** Taken off its own list. */
  readonly hidden: boolean;
  readonly said: Answered | null;
}
export interface NeedState {
  readonly place: NeedPlace;
  readonly author: Id;
  readonly content: NeedContent;
  /** Who gave the contact; null without one, and once it is erased. */
  readonly contactBy: Id | null;
  readonly status: NeedStatus;
  readonly submittedOn: Day | null;
  /** The latest modification request, until the need is published again. */
  readonly sentBack: { readonly messageId: Id; readonly on: Day } | null;
  readonly criteria: MatchCriteria | null;
  /** ISO instant; null while nobody is to be written to. */
  readonly nextBatchAt: string | null;
  readonly suppliers: ReadonlyMap<Id, NeedSupplierState>;
  readonly buyerSaid: Answered | null;
  readonly outcome: TransactionFact | null;
}
/** Null: no such need. */
export type Need = NeedState | null;

export const needStream = (needId: Id): string => `need-${needId}`;

const withSupplier = (state: NeedState, id: Id, change: Partial<NeedSupplierState>): NeedState => {
  const before = state.suppliers.get(id);
  return before ? { ...state, suppliers: new Map(state.suppliers).set(id, { ...before, ...change }) } : state;
};

const untouched = { relationId: null, linkOpened: false, byLink: false, viewed: false, interested: false, declined: false, hidden: false, said: null };

/** Suppliers that still match keep what they had [marche/MATCH-07]. */
const matched = (state: NeedState, { added, withdrawn }: { readonly added: readonly SupplierPlace[]; readonly withdrawn: readonly Id[] }) => {
  const suppliers = new Map(state.suppliers);
  for (const id of withdrawn) suppliers.delete(id);
  for (const supplier of added) suppliers.set(supplier.supplierId, { ...supplier, ...untouched });
  return suppliers;
};

export const evolve = (state: Need, event: NeedEvent): Need => {
  if (event.type === 'marketplace.NeedDrafted' || event.type === 'marketplace.NeedSubmitted') {
    const submitted = event.type === 'marketplace.NeedSubmitted';
    const written = { place: placeOf(event.data), author: event.data.author, content: contentOf(event.data), contactBy: event.data.contactId && event.data.author };
    const nothingYet = { nextBatchAt: null, suppliers: new Map(), buyerSaid: null, outcome: null };
    // What is written anew is matched anew [marche/MATCH-08].
    return { ...nothingYet, ...state, ...written, criteria: null, sentBack: submitted ? null : (state?.sentBack ?? null), status: submitted ? 'submitted' : 'draft', submittedOn: submitted ? event.data.on : null };
  }
  if (!state) return null;
  switch (event.type) {
    case 'marketplace.NeedSentBack':
      return { ...state, status: 'draft', sentBack: { messageId: event.data.messageId, on: event.data.on } };
    case 'marketplace.NeedRejected':
      return { ...state, status: 'rejected' };
    case 'marketplace.NeedAmountSet':
      return { ...state, place: placeOf(event.data) };
    case 'marketplace.NeedContactErased':
      return { ...state, contactBy: null };
    case 'marketplace.NeedContactGiven':
      return { ...state, content: { ...state.content, contactId: event.data.contactId }, contactBy: event.data.by };
    case 'marketplace.SuppliersMatched':
      return { ...state, place: placeOf(event.data), criteria: event.data.criteria, suppliers: matched(state, event.data) };
    case 'marketplace.NeedValidated':
      return { ...state, status: 'validated' };
    case 'marketplace.SendingPlanned':
      return { ...state, nextBatchAt: event.data.from };
    case 'marketplace.NeedSentToSuppliers':
      return event.data.sent.reduce<NeedState>((so, { supplierId, relationId }) => withSupplier(so, supplierId, { relationId }), { ...state, nextBatchAt: batchAfter(event.data.at) });
    case 'marketplace.NeedLinkOpened':
      return withSupplier(state, event.data.supplierId, { linkOpened: true });
    case 'marketplace.NeedViewed':
      return withSupplier(state, event.data.supplierId, { viewed: true });
    case 'marketplace.NeedOpenedByLink':
      return { ...state, suppliers: new Map(state.suppliers).set(event.data.supplierId, { ...supplierOf(event.data), ...untouched, viewed: true, byLink: true }) };
    case 'marketplace.InterestDeclared':
      // Whoever changes their mind is interested: the refusal before it is history.
      return withSupplier(state, event.data.supplierId, { viewed: true, interested: true, declined: false });
    case 'marketplace.NeedDeclined':
      return withSupplier(state, event.data.supplierId, { viewed: true, declined: true });
    case 'marketplace.NeedHidden':
    case 'marketplace.NeedShownAgain':
      return withSupplier(state, event.data.supplierId, { hidden: event.type === 'marketplace.NeedHidden' });
    case 'marketplace.TransactionAnswered':
      return event.data.side === 'buyer' ? { ...state, buyerSaid: event.data } : withSupplier(state, event.data.supplierId!, { said: event.data });
    case 'marketplace.TransactionRecorded':
    case 'marketplace.TransactionAmountChanged':
      return { ...state, outcome: factOf(event.data) };
  }
};
