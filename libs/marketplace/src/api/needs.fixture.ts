import { buyer, content, place, TODAY } from '../domain/fixtures/needs.js';
import type { NeedRow } from '../projections/need.row.js';

/** A published need as the read model keeps it. */
export const row = (given: Partial<NeedRow> = {}): NeedRow => ({
  ...content,
  ...{ id: place.needId, buyerId: place.buyerId, author: buyer.id, contactBy: buyer.id, kind: 'QUOTE', status: 'validated', sectors: [], bracket: '5-10K', exactAmount: null, criteria: null },
  ...{ submittedOn: TODAY, validatedOn: TODAY, moderationId: null, sentBackOn: null, nextBatchAt: null, matched: 1, contacted: 0, interested: 0, viewedBy: [], declinedBy: [], buyerSaid: null, outcome: null, changedAt: 1, lastChange: TODAY },
  ...given,
});
