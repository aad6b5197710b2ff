import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '#kernel';
import { cleaner, id, interested, matched, place, submitted, TODAY, validated, workshop } from '../domain/fixtures/needs.js';
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

  it('tells its buyer alone that it was opened, and suppliers and the team what is answered', () => {
    expect(needs.topics!(recorded(viewed(), 3))).toEqual([`buyer:${place.buyerId}`]);
    expect(needs.topics!(recorded(interested(), 3))).toEqual([`buyer:${place.buyerId}`, 'needs', `supplier:${cleaner.supplierId}`]);
  });
});
