import { describe, it } from '@jest/globals';
import { spec } from '#testing';
import { buyer, cleaner, id, interested, matched, otherSupplier, place, published, staff, stranger, submitted, supplier, TODAY, workshop } from './fixtures/needs.js';
import type { SupplierPlace } from '../contract.js';
import { need } from './need.decider.js';
import type { NeedEvent } from './need.state.js';

const open = { do: 'view', newcomer: null, actor: supplier, today: TODAY } as const;
const passing: SupplierPlace = { supplierId: stranger.organisation!, supplierKind: 'EI', supplierDepartment: '68' };
const byLink: NeedEvent = { type: 'marketplace.NeedOpenedByLink', data: { ...place, ...passing, on: TODAY } };
const viewed: NeedEvent = { type: 'marketplace.NeedViewed', data: { ...place, ...cleaner, on: TODAY } };
const declined: NeedEvent = { type: 'marketplace.NeedDeclined', data: { ...place, ...cleaner, reasonId: id('reason'), on: TODAY } };
const without: NeedEvent = { ...matched, data: { ...matched.data, added: [], withdrawn: [workshop.supplierId], total: 1 } } as NeedEvent;

describe('opening a need', () => {
  it('is told once for each supplier, the first day kept [marche/TRK-03]', () => {
    spec(need).given(...published).when(open).then(viewed);
    spec(need).given(...published, viewed).when({ ...open, today: '2026-03-12' }).thenNothing();
    spec(need).given(...published, viewed).when({ ...open, actor: otherSupplier }).then({ ...viewed, data: { ...viewed.data, ...workshop } } as NeedEvent);
  });

  it('is not told of who has answered, which takes reading', () => {
    spec(need).given(...published, interested()).when(open).thenNothing();
    spec(need).given(...published, declined).when(open).thenNothing();
  });

  it('brings in a supplier the need was not sent to, once, and it may then answer [marche/TRK-06]', () => {
    const comes = { ...open, newcomer: passing, actor: stranger };
    spec(need).given(...published).when(comes).then(byLink);
    spec(need).given(...published, byLink).when(comes).thenNothing();
    const answers = { do: 'declareInterest', answersId: id('answers'), answered: [true], actor: stranger, today: TODAY } as const;
    spec(need).given(...published).when(answers).thenRefused('marketplace/unknown-need');
    spec(need).given(...published, byLink).when(answers).then({ ...interested(passing), data: { ...interested(passing).data, by: stranger.id } } as NeedEvent);
  });

  it('is of suppliers of the directory, for themselves, once the need is published', () => {
    for (const actor of [buyer, staff, stranger]) spec(need).given(...published).when({ ...open, actor }).thenRefused('marketplace/unknown-need');
    for (const actor of [buyer, staff, otherSupplier]) spec(need).given(...published, without).when({ ...open, newcomer: passing, actor }).thenRefused('marketplace/unknown-need');
    for (const newcomer of [null, passing]) spec(need).given(submitted, matched).when({ ...open, newcomer, actor: stranger }).thenRefused('marketplace/unknown-need');
    spec(need).given(...published, without).when({ ...open, actor: otherSupplier }).thenRefused('marketplace/unknown-need');
  });

  it('may come after the deadline', () => {
    const later = '2026-04-11';
    spec(need).given(...published).when({ ...open, today: later }).then({ ...viewed, data: { ...viewed.data, on: later } } as NeedEvent);
  });
});
