import { describe, expect, it } from '@jest/globals';
import { buyer, content, id, otherBuyer, place, staff, stranger, supplier, TODAY } from '../domain/fixtures/needs.js';
import type { NeedRow } from '../projections/need.row.js';
import type { NeedSupplierRow } from '../projections/need-supplier.row.js';
import { mayOpen, visible } from './visible.js';

const row = (given: Partial<NeedRow> = {}): NeedRow => ({
  ...content,
  ...{ id: place.needId, buyerId: place.buyerId, author: buyer.id, contactBy: buyer.id, kind: 'QUOTE', status: 'validated', sectors: [], bracket: '5-10K', criteria: null },
  ...{ submittedOn: TODAY, validatedOn: TODAY, moderationId: null, sentBackOn: null, matched: 1, interested: 0, viewedBy: [], declinedBy: [], buyerSaid: null, outcome: null, changedAt: 1, lastChange: TODAY },
  ...given,
});
const relation = (given: Partial<NeedSupplierRow> = {}): NeedSupplierRow => ({
  ...{ id: 'relation', needId: place.needId, supplierId: id('cleaner'), source: 'EMAIL', viewedOn: null, interestedOn: null, declinedOn: null, hiddenOn: null, withdrawnOn: null, answersId: null, reasonId: null, interestedBy: null, rank: null, said: null },
  ...given,
});
const interested = relation({ interestedOn: TODAY });

describe('who opens a need', () => {
  it('its organisation always, the team once it was submitted, matched suppliers once published', () => {
    const opens = (need: NeedRow) => [mayOpen(need, null, buyer), mayOpen(need, null, staff), mayOpen(need, relation(), supplier)];
    expect(opens(row({ status: 'draft', submittedOn: null }))).toEqual([true, false, false]);
    expect(opens(row({ status: 'submitted' }))).toEqual([true, true, false]);
    expect(opens(row())).toEqual([true, true, true]);
    expect([mayOpen(row(), null, otherBuyer), mayOpen(row(), null, stranger), mayOpen(row(), relation(), stranger)]).toEqual([false, false, false]);
  });
});

describe('the buyer’s contact', () => {
  const hidden = (need: NeedRow, mine: NeedSupplierRow, today = TODAY) => visible(need, mine, supplier, today).contactHidden;
  it('appears with interest [marche/VIS-03]', () => {
    expect([hidden(row(), relation()), hidden(row(), interested)]).toEqual(['interest-needed', null]);
    expect(visible(row(), null, buyer, TODAY).contactHidden).toBeNull();
  });

  it('is said to be gone to everybody who would read it, now or later, and given anew by its organisation while suppliers may answer', () => {
    const erased = row({ contactBy: null });
    expect([hidden(erased, relation()), hidden(erased, interested), hidden(erased, interested, '2026-04-11')]).toEqual(['gone', 'gone', 'closed']);
    const [own, later, draft] = [visible(erased, null, buyer, TODAY), visible(erased, null, buyer, '2026-04-11'), visible(row({ contactBy: null, status: 'draft' }), null, buyer, TODAY)];
    expect([own.contactHidden, visible(erased, null, staff, TODAY).contactHidden]).toEqual(['gone', 'gone']);
    expect([own, later, draft, visible(row(), null, buyer, TODAY), visible(erased, null, staff, TODAY)].map(({ actions }) => actions.includes('giveNeedContact'))).toEqual([true, false, false, false, false]);
    expect(visible(row({ contactBy: null, anonymous: true, kind: 'PROJ' }), null, buyer, TODAY)).toMatchObject({ contactHidden: null, actions: ['recordTransaction'] });
  });

  it('is never shown for an anonymous sourcing, nor the buyer’s name [marche/VIS-05] [marche/VIS-11]', () => {
    expect(visible(row({ anonymous: true }), interested, supplier, TODAY)).toMatchObject({ contactHidden: 'anonymous', named: false });
  });

  it('goes with the deadline, but not for the author [marche/VIS-06]', () => {
    expect([hidden(row(), interested, content.deadline), hidden(row(), interested, '2026-04-11')]).toEqual([null, 'closed']);
    expect(visible(row(), null, buyer, '2026-04-11').contactHidden).toBeNull();
    expect(visible(row(), relation(), supplier, '2026-04-11').actions).toEqual(['hideNeed']);
  });
});

it('the amount is for those the author shares it with [marche/VIS-07]', () => {
  const amount = (need: NeedRow) => [visible(need, relation(), supplier, TODAY).amount, visible(need, null, buyer, TODAY).amount];
  expect([amount(row()), amount(row({ shareAmount: false }))]).toEqual([[true, true], [false, true]]);
});
