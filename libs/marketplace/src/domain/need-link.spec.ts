import { describe, it } from '@jest/globals';
import { SYSTEM } from '#kernel';
import { spec } from '#testing';
import { cleaner, id, place, published, TODAY, workshop } from './fixtures/needs.js';
import { need } from './need.decider.js';
import type { NeedEvent } from './need.state.js';

const relation = id('relation');
const sent: NeedEvent = { type: 'marketplace.NeedSentToSuppliers', data: { ...place, sent: [{ supplierId: cleaner.supplierId, relationId: relation }], at: '2026-03-10T09:00:00.000Z', on: TODAY } };
const open = { do: 'openLink', relationId: relation, actor: SYSTEM, today: '2026-03-11' } as const;
const opened: NeedEvent = { type: 'marketplace.NeedLinkOpened', data: { ...place, ...cleaner, on: '2026-03-11' } };

describe('the link a supplier was sent', () => {
  it('says once that somebody followed it [marche/TRK-03] [marche/TRK-05]', () => {
    spec(need).given(...published, sent).when(open).then(opened);
    spec(need).given(...published, sent, opened).when({ ...open, today: '2026-03-12' }).thenNothing();
  });

  it('leads nowhere when it is unknown, or of another need [marche/TRK-05]', () => {
    spec(need).given(...published, sent).when({ ...open, relationId: id('of another need') }).thenRefused('marketplace/unknown-need');
    spec(need).given(...published).when(open).thenRefused('marketplace/unknown-need');
    spec(need).given(...published, sent).when({ ...open, relationId: workshop.supplierId }).thenRefused('marketplace/unknown-need');
  });
});
