import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '#kernel';
import { buyer, cleaner, id, interested, matched, place, submitted, TODAY, validated, workshop } from '../domain/fixtures/needs.js';
import type { NeedEvent } from '../domain/need.state.js';
import type { NeedRow } from './need.row.js';
import { evolveNeed, needs } from './needs.projection.js';

const viewed = (who = cleaner): NeedEvent => ({ type: 'marketplace.NeedViewed', data: { ...place, ...who, on: TODAY } });
const declined: NeedEvent = { type: 'marketplace.NeedDeclined', data: { ...place, ...workshop, reasonId: id('reason'), on: TODAY } };
const recorded = (event: NeedEvent, position: number) => ({ ...event, position, meta: { occurred: `at ${position}` } }) as unknown as RecordedEvent<NeedEvent>;
const after = (...events: readonly NeedEvent[]) => events.reduce<NeedRow | null>((row, event, at) => evolveNeed(row, recorded(event, at)), null)!;

describe('the row of a need', () => {
  it('counts each supplier that opened it once, those that answered included [marche/TRK-14]', () => {
    expect(after(submitted, matched, validated).viewedBy).toEqual([]);
    expect(after(submitted, matched, validated, viewed(), interested(), declined).viewedBy).toEqual([cleaner.supplierId, workshop.supplierId]);
  });

  it('keeps its place in lists when somebody opens it', () => {
    expect(after(submitted, matched, validated, viewed())).toMatchObject({ changedAt: 2, lastChange: 'at 2' });
    expect(after(submitted, matched, validated, interested())).toMatchObject({ changedAt: 3, lastChange: 'at 3' });
  });

  it('knows who gave the contact, until it is erased and another is given, and tells it to those who wait for it', () => {
    const erased: NeedEvent = { type: 'marketplace.NeedContactErased', data: { ...place, on: TODAY } };
    const given: NeedEvent = { type: 'marketplace.NeedContactGiven', data: { ...place, contactId: id('another'), by: id('colleague'), suppliers: [cleaner.supplierId], on: TODAY } };
    expect([after(submitted), after(submitted, erased), after(submitted, erased, given)].map(({ contactId, contactBy }) => [contactId, contactBy])).toEqual([[id('contact'), buyer.id], [id('contact'), null], [id('another'), id('colleague')]]);
    expect(needs.topics!(recorded(given, 3))).toEqual([`buyer:${place.buyerId}`, 'needs', `supplier:${cleaner.supplierId}`]);
  });

  it('tells its buyer alone that it was opened, and suppliers and the team what is answered', () => {
    expect(needs.topics!(recorded(viewed(), 3))).toEqual([`buyer:${place.buyerId}`]);
    expect(needs.topics!(recorded(interested(), 3))).toEqual([`buyer:${place.buyerId}`, 'needs', `supplier:${cleaner.supplierId}`]);
  });
});
