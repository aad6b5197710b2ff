import { describe, it } from '@jest/globals';
import { spec } from '#testing';
import { buyer, cleaner, interested, otherSupplier, place, published, staff, stranger, supplier, workshop } from './fixtures/needs.js';
import { need } from './need.decider.js';
import type { NeedEvent } from './need.state.js';

const LATER = '2026-04-11';
const hide = { do: 'hide', actor: supplier, today: LATER } as const;
const show = { ...hide, do: 'showAgain' } as const;
const hidden: NeedEvent = { type: 'marketplace.NeedHidden', data: { ...place, ...cleaner, on: LATER } };
const shown: NeedEvent = { ...hidden, type: 'marketplace.NeedShownAgain' };

describe('a need that its supplier hides from its list', () => {
  it('is over, and comes back when asked [marche/TRK-10]', () => {
    spec(need).given(...published).when(hide).then(hidden);
    spec(need).given(...published, interested()).when(hide).then(hidden);
    spec(need).given(...published, hidden).when(hide).thenNothing();
    spec(need).given(...published, hidden).when(show).then(shown);
    spec(need).given(...published, hidden, shown).when(show).thenNothing();
    spec(need).given(...published, hidden, shown).when(hide).then(hidden);
    spec(need).given(...published).when({ ...hide, today: '2026-04-10' }).thenRefused('marketplace/still-open');
  });

  it('is hidden for that supplier only, by whoever works there [marche/TRK-10]', () => {
    spec(need).given(...published, hidden).when({ ...hide, actor: otherSupplier }).then({ ...hidden, data: { ...hidden.data, ...workshop } } as NeedEvent);
    for (const actor of [buyer, staff, stranger]) spec(need).given(...published).when({ ...hide, actor }).thenRefused('marketplace/unknown-need');
  });
});
