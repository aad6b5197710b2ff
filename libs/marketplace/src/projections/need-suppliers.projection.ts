import { type DomainEvent, type Id, projection, type RecordedEvent } from '#kernel';
import type { NeedEvent } from '../domain/need.state.js';
import { fact } from './fact.js';
import { NeedSupplierEntity, type NeedSupplierRow } from './need-supplier.row.js';

type Handled = Extract<
  NeedEvent,
  DomainEvent<
    'marketplace.SuppliersMatched' | 'marketplace.NeedSentToSuppliers' | 'marketplace.NeedLinkOpened' | 'marketplace.NeedViewed' | 'marketplace.NeedOpenedByLink'
    | 'marketplace.InterestDeclared' | 'marketplace.NeedDeclined' | 'marketplace.NeedHidden' | 'marketplace.NeedShownAgain' | 'marketplace.TransactionAnswered'
  >
>;

export const relationId = (needId: Id, supplierId: Id): string => `${needId}:${supplierId}`;

const targeted = (needId: Id, supplierId: Id): NeedSupplierRow => ({
  ...{ id: relationId(needId, supplierId), needId, supplierId, source: 'EMAIL', contactedOn: null, viewedOn: null, interestedOn: null, declinedOn: null, hiddenOn: null, withdrawnOn: null },
  ...{ relationId: null, linkOpenedOn: null, answersId: null, reasonId: null, interestedBy: null, rank: null, said: null },
});

const suppliersOf = (event: Handled): readonly Id[] => {
  if (event.type === 'marketplace.SuppliersMatched') return [...event.data.added.map(({ supplierId }) => supplierId), ...event.data.withdrawn];
  if (event.type === 'marketplace.NeedSentToSuppliers') return event.data.sent.map(({ supplierId }) => supplierId);
  if (event.type === 'marketplace.TransactionAnswered' && event.data.side === 'buyer') return [];
  return event.data.supplierId ? [event.data.supplierId] : [];
};

export const evolveNeedSupplier = (row: NeedSupplierRow | null, event: RecordedEvent<Handled>, key: string): NeedSupplierRow | null => {
  const { type, data } = fact(event);
  if (type === 'marketplace.SuppliersMatched') {
    const supplierId = key.slice(key.indexOf(':') + 1);
    // Whoever no longer matches keeps its row, marked: who was once targeted is not forgotten [marche/MATCH-07].
    return { ...(row ?? targeted(data.needId, supplierId)), withdrawnOn: data.withdrawn.includes(supplierId) ? data.on : null };
  }
  if (type === 'marketplace.NeedOpenedByLink') return { ...(row ?? targeted(data.needId, data.supplierId)), source: 'LINK', withdrawnOn: null, viewedOn: row?.viewedOn ?? data.on };
  if (!row) return null;
  if (type === 'marketplace.NeedSentToSuppliers') {
    const relationId = data.sent.find(({ supplierId }) => supplierId === row.supplierId)?.relationId ?? row.relationId;
    return { ...row, relationId, contactedOn: row.contactedOn ?? data.on };
  }
  if (type === 'marketplace.NeedLinkOpened') return { ...row, linkOpenedOn: row.linkOpenedOn ?? data.on };
  if (type === 'marketplace.NeedHidden' || type === 'marketplace.NeedShownAgain') return { ...row, hiddenOn: type === 'marketplace.NeedHidden' ? data.on : null };
  // Whoever answers has read; the first day is kept [marche/TRK-03].
  const read = { ...row, viewedOn: row.viewedOn ?? data.on };
  switch (type) {
    case 'marketplace.NeedViewed':
      return read;
    case 'marketplace.InterestDeclared':
      // An interest lifts the refusal before it; a refusal hides the interest before it [marche/TRK-04].
      return { ...read, interestedOn: data.on, answersId: data.answersId, interestedBy: data.by, rank: data.rank, declinedOn: null, reasonId: null };
    case 'marketplace.NeedDeclined':
      return { ...read, declinedOn: data.on, reasonId: data.reasonId };
    case 'marketplace.TransactionAnswered':
      return { ...row, said: { answer: data.answer, amount: data.amount, on: data.on, supplierId: data.supplierId, feedbackId: data.feedbackId ?? null } };
  }
};

/** One row per need and supplier it is meant for, or that came by its address. */
export const needSuppliers = projection<Handled, NeedSupplierRow>({
  name: 'marketplace.need-suppliers',
  version: 9,
  entity: NeedSupplierEntity,
  handles: [
    'marketplace.SuppliersMatched', 'marketplace.NeedSentToSuppliers', 'marketplace.NeedLinkOpened', 'marketplace.NeedViewed', 'marketplace.NeedOpenedByLink',
    'marketplace.InterestDeclared', 'marketplace.NeedDeclined', 'marketplace.NeedHidden', 'marketplace.NeedShownAgain', 'marketplace.TransactionAnswered',
  ],
  keys: (event) => suppliersOf(fact(event)).map((supplierId) => relationId(event.data.needId, supplierId)),
  evolve: evolveNeedSupplier,
});
