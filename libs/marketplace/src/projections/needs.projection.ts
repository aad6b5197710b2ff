import { type Id, projection, type RecordedEvent } from '#kernel';
import { contentOf, factOf } from '../domain/need-facts.js';
import type { NeedEvent } from '../domain/need.state.js';
import { batchAfter } from '../domain/sending.js';
import { fact } from './fact.js';
import { NeedEntity, type NeedRow } from './need.row.js';

const nothingYet = { ...{ criteria: null, validatedOn: null, moderationId: null, sentBackOn: null }, ...{ nextBatchAt: null, matched: 0, contacted: 0, interested: 0, viewedBy: [], declinedBy: [], buyerSaid: null, outcome: null } };

const written = (row: NeedRow | null, event: RecordedEvent<NeedEvent>): NeedRow | null => {
  const { type, data } = fact(event);
  if (type !== 'marketplace.NeedDrafted' && type !== 'marketplace.NeedSubmitted') return row;
  const { needId: id, buyerId, author, needKind: kind, sectors, bracket, exactAmount = null, on } = data;
  const submitted = type === 'marketplace.NeedSubmitted';
  const change = { changedAt: event.position, lastChange: event.meta.occurred, submittedOn: submitted ? on : null, ...(submitted && { moderationId: null, sentBackOn: null }) };
  return { ...nothingYet, ...row, criteria: null, matched: 0, ...{ id, buyerId, author, kind, sectors, bracket, exactAmount }, ...contentOf(data), contactBy: data.contactId && author, ...change, status: submitted ? 'submitted' : 'draft' };
};

/** Whoever answers has read. */
const read = (row: NeedRow, supplierId: Id): NeedRow => (row.viewedBy.includes(supplierId) ? row : { ...row, viewedBy: [...row.viewedBy, supplierId] });

const opened = ({ type }: Pick<NeedEvent, 'type'>): boolean => type === 'marketplace.NeedViewed' || type === 'marketplace.NeedLinkOpened' || type === 'marketplace.NeedOpenedByLink';
const sending = ({ type }: Pick<NeedEvent, 'type'>): boolean => type === 'marketplace.SendingPlanned' || type === 'marketplace.NeedSentToSuppliers';
/** Neither to be sent nor to be opened changes a need: it keeps its place in lists. */
const leavesIt = (event: Pick<NeedEvent, 'type'>): boolean => opened(event) || sending(event);

const next = (row: NeedRow, event: NeedEvent): NeedRow => {
  switch (event.type) {
    case 'marketplace.NeedSentBack':
      return { ...row, status: 'draft', moderationId: event.data.messageId, sentBackOn: event.data.on };
    case 'marketplace.NeedRejected':
      return { ...row, status: 'rejected', moderationId: event.data.messageId, sentBackOn: null };
    case 'marketplace.NeedAmountSet':
      return { ...row, exactAmount: event.data.exactAmount ?? null };
    case 'marketplace.NeedContactErased':
      return { ...row, contactBy: null };
    case 'marketplace.NeedContactGiven':
      return { ...row, contactId: event.data.contactId, contactBy: event.data.by };
    case 'marketplace.SuppliersMatched':
      return { ...row, sectors: event.data.sectors, criteria: event.data.criteria, matched: event.data.total };
    case 'marketplace.NeedValidated':
      return { ...row, status: 'validated', validatedOn: event.data.on };
    case 'marketplace.SendingPlanned':
      return { ...row, nextBatchAt: event.data.from };
    case 'marketplace.NeedSentToSuppliers':
      return { ...row, nextBatchAt: batchAfter(event.data.at), contacted: row.contacted + event.data.sent.length };
    case 'marketplace.NeedViewed':
    case 'marketplace.NeedLinkOpened':
    case 'marketplace.NeedOpenedByLink':
      return read(row, event.data.supplierId);
    case 'marketplace.InterestDeclared':
      return { ...read(row, event.data.supplierId), interested: event.data.rank, declinedBy: row.declinedBy.filter((id) => id !== event.data.supplierId) };
    case 'marketplace.NeedDeclined':
      return { ...read(row, event.data.supplierId), declinedBy: [...row.declinedBy, event.data.supplierId] };
    case 'marketplace.TransactionAnswered': {
      const { side, answer, amount, on, supplierId, feedbackId = null } = event.data;
      return side === 'buyer' ? { ...row, buyerSaid: { answer, amount, on, supplierId, feedbackId } } : row;
    }
    case 'marketplace.TransactionRecorded':
    case 'marketplace.TransactionAmountChanged':
      return { ...row, outcome: factOf(event.data) };
    default:
      return row;
  }
};

export const evolveNeed = (before: NeedRow | null, event: RecordedEvent<NeedEvent>): NeedRow | null => {
  const row = written(before, event);
  if (!row) return null;
  const now = next(row, fact(event));
  return leavesIt(event) ? now : { ...now, changedAt: event.position, lastChange: event.meta.occurred };
};

/** The buyer's pages, the team's, and those of suppliers whom it concerns; that the need was sent or opened is shown to its buyer only. */
const topics = (event: NeedEvent): readonly string[] => {
  const { data } = event;
  if (leavesIt(event)) return [`buyer:${data.buyerId}`];
  const suppliers = 'suppliers' in data ? data.suppliers : 'supplierId' in data && data.supplierId ? [data.supplierId] : [];
  return [`buyer:${data.buyerId}`, 'needs', ...suppliers.map((id) => `supplier:${id}`)];
};

/** One row per need. */
export const needs = projection<NeedEvent, NeedRow>({
  name: 'marketplace.needs',
  version: 11,
  entity: NeedEntity,
  handles: [
    'marketplace.NeedDrafted',
    'marketplace.NeedSubmitted',
    'marketplace.NeedSentBack',
    'marketplace.NeedRejected',
    'marketplace.NeedAmountSet',
    'marketplace.NeedContactErased',
    'marketplace.NeedContactGiven',
    'marketplace.SuppliersMatched',
    'marketplace.NeedValidated',
    'marketplace.SendingPlanned',
    'marketplace.NeedSentToSuppliers',
    'marketplace.NeedLinkOpened',
    'marketplace.NeedViewed',
    'marketplace.NeedOpenedByLink',
    'marketplace.InterestDeclared',
    'marketplace.NeedDeclined',
    'marketplace.TransactionAnswered',
    'marketplace.TransactionRecorded',
    'marketplace.TransactionAmountChanged',
  ],
  keys: ({ data }) => data.needId,
  evolve: evolveNeed,
  topics: (event) => topics(fact(event)),
});
