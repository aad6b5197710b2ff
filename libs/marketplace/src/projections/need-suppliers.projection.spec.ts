import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '#kernel';
import { cleaner, interested, matched, place, TODAY } from '../domain/fixtures/needs.js';
import type { NeedEvent } from '../domain/need.state.js';
import type { NeedSupplierRow } from './need-supplier.row.js';
import { evolveNeedSupplier, needSuppliers, relationId } from './need-suppliers.projection.js';

const key = relationId(place.needId, cleaner.supplierId);
const after = (...events: readonly NeedEvent[]): NeedSupplierRow | null =>
  (events as unknown as readonly Parameters<typeof evolveNeedSupplier>[1][]).reduce<NeedSupplierRow | null>((row, event) => evolveNeedSupplier(row, event, key), null);
const viewed = (on: string): NeedEvent => ({ type: 'marketplace.NeedViewed', data: { ...place, ...cleaner, on } });

describe('a supplier and a need', () => {
  it('keeps the day it was first opened, through what follows [marche/TRK-03]', () => {
    expect(after(matched)?.viewedOn).toBeNull();
    expect(after(matched, viewed('2026-03-11'))?.viewedOn).toBe('2026-03-11');
    expect(after(matched, viewed('2026-03-01'), interested(), viewed('2026-03-12'))).toMatchObject({ viewedOn: '2026-03-01', interestedOn: TODAY });
  });

  it('takes an answer for an opening, and an opening for no answer', () => {
    expect(after(matched, interested())).toMatchObject({ viewedOn: TODAY });
    expect(after(matched, viewed(TODAY))).toMatchObject({ interestedOn: null, declinedOn: null });
  });

  it('was sent the need, or came by its address, even once taken off the list [marche/TRK-02]', () => {
    const byLink: NeedEvent = { type: 'marketplace.NeedOpenedByLink', data: { ...place, ...cleaner, on: TODAY } };
    const off = { ...matched, data: { ...matched.data, added: [], withdrawn: [cleaner.supplierId] } } as NeedEvent;
    expect(after(matched, viewed(TODAY), interested())).toMatchObject({ source: 'EMAIL' });
    expect(after(byLink, interested())).toMatchObject({ source: 'LINK', viewedOn: TODAY, interestedOn: TODAY });
    expect([after(matched, off)?.withdrawnOn, after(matched, off, byLink)]).toEqual([TODAY, expect.objectContaining({ source: 'LINK', withdrawnOn: null })]);
    expect(needSuppliers.keys(byLink as unknown as RecordedEvent<never>)).toEqual([key]);
  });

  it('is one row of one key', () => {
    expect(needSuppliers.keys(viewed(TODAY) as unknown as RecordedEvent<never>)).toEqual([key]);
  });
});
