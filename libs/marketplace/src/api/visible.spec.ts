import { describe, expect, it } from '@jest/globals';
import { buyer, content, id, otherBuyer, place, staff, stranger, supplier, TODAY } from '../domain/fixtures/needs.js';
import { row } from './needs.fixture.js';
import type { NeedRow } from '../projections/need.row.js';
import type { NeedSupplierRow } from '../projections/need-supplier.row.js';
import { hiddenFromAnybody, readerOf, visible } from './visible.js';

const relation = (given: Partial<NeedSupplierRow> = {}): NeedSupplierRow => ({
  ...{ id: 'relation', needId: place.needId, supplierId: id('cleaner'), source: 'EMAIL', contactedOn: null, relationId: null, linkOpenedOn: null, viewedOn: null, interestedOn: null, declinedOn: null, hiddenOn: null },
  ...{ withdrawnOn: null, answersId: null, reasonId: null, interestedBy: null, rank: null, said: null },
  ...given,
});
const interested = relation({ interestedOn: TODAY });

describe('who opens a need', () => {
  it('its organisation always, the team once it was submitted, everybody once published [marche/VIS-01]', () => {
    const others = [otherBuyer, stranger, { ...stranger, role: 'candidate', organisation: null } as const, null];
    const opens = (need: NeedRow) => [readerOf(need, null, buyer), readerOf(need, null, staff), readerOf(need, relation(), supplier), ...others.map((actor) => readerOf(need, null, actor))];
    const nobody = [null, null, null, null];
    expect(opens(row({ status: 'draft', submittedOn: null }))).toEqual(['buyer', null, null, ...nobody]);
    expect(opens(row({ status: 'draft' }))).toEqual(['buyer', 'staff', null, ...nobody]);
    for (const status of ['submitted', 'rejected'] as const) expect(opens(row({ status }))).toEqual(['buyer', 'staff', null, ...nobody]);
    expect(opens(row())).toEqual(['buyer', 'staff', 'supplier', 'anybody', 'anybody', 'anybody', 'anybody']);
    expect(readerOf(row(), relation(), stranger)).toBe('anybody');
  });

  it('and is told what would let them answer, while somebody may [marche/VIS-04] [marche/VIS-06]', () => {
    const told = (need: NeedRow, today = TODAY) => [null, stranger, otherBuyer].map((actor) => hiddenFromAnybody(need, actor, today));
    expect(told(row())).toEqual(['sign-in', 'not-listed', 'suppliers-only']);
    expect(told(row(), '2026-04-11')).toEqual(['closed', 'closed', 'closed']);
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
